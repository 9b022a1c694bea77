import { cryptoErrors } from '@nationec/crypto'
import { type ErrorCatalogue, optionErrors } from '@nationec/errors'
import { ledgerErrors } from '@nationec/ledger'
import { centreErrors } from '@nationec/payment-centre'
import { businessErrors, protocolErrors } from '@nationec/protocol'
import { simulatorErrors } from '@nationec/simulator'
import { terminalErrors } from '@nationec/terminal'
import { transportErrors } from '@nationec/transport'
import { dllErrors } from '@nationec/transport-dll-ffi'
import { httpErrors } from '@nationec/transport-http'
import { tapeErrors } from '@nationec/transport-mock'
import { natsErrors } from '@nationec/transport-nats'
import { serialErrors } from '@nationec/transport-serial'
import { agentErrors } from '../../apps/agent/src/errors/agent-errors.ts'
import { cliErrors } from '../../apps/cli/src/errors/cli-error.ts'
import { GENERATED, page } from './markdown.ts'

const chapters: readonly { title: string; catalogue: ErrorCatalogue }[] = [
  { title: 'Options (`@nationec/errors`)', catalogue: optionErrors },
  { title: 'Messages and answers (`@nationec/protocol`)', catalogue: { ...protocolErrors, ...businessErrors } },
  { title: 'The way to the terminal (`@nationec/transport`)', catalogue: transportErrors },
  { title: 'The vendor’s library (`@nationec/transport-dll-ffi`)', catalogue: dllErrors },
  { title: 'The serial link (`@nationec/transport-serial`)', catalogue: serialErrors },
  { title: 'Tills over NATS (`@nationec/transport-nats`)', catalogue: natsErrors },
  { title: 'SM2, SM3 and SM4 (`@nationec/crypto`)', catalogue: cryptoErrors },
  { title: 'The payment centre (`@nationec/payment-centre`)', catalogue: centreErrors },
  { title: 'The ledger (`@nationec/ledger`)', catalogue: ledgerErrors },
  { title: 'An agent or a local service (`@nationec/transport-http`)', catalogue: httpErrors },
  { title: 'Recorded conversations (`@nationec/transport-mock`)', catalogue: tapeErrors },
  { title: 'Faults of the simulator (`@nationec/simulator`)', catalogue: simulatorErrors },
  { title: 'The local agent (`@nationec/agent`)', catalogue: agentErrors },
  { title: 'Settings of a terminal (`@nationec/terminal`)', catalogue: terminalErrors },
  { title: 'The command line (`@nationec/cli`)', catalogue: cliErrors },
]

/** Every error code with its meaning and what to do: where `docsUrl` points. */
export function errorsPage(): string {
  const shown = new Set<string>()
  const parts = chapters.flatMap(({ title, catalogue }) => [
    `## ${title}`,
    ...Object.entries(catalogue)
      // A code that several packages share stands in the first of their chapters: a heading is an address.
      .filter(([code]) => shown.size < shown.add(code).size)
      .map(([code, { layer, delivery, summary, advice }]) =>
        [
          `### ${code}`,
          '',
          `Layer \`${layer}\`, delivery \`${delivery}\` unless the error says otherwise.`,
          '',
          `${summary.en} ${advice.en}`,
          '',
          `${summary.zh}${advice.zh}`,
        ].join('\n'),
      ),
  ])
  return page(GENERATED, '# Errors', INTRODUCTION, ...parts)
}

const INTRODUCTION = `Every error of nationec has a literal \`code\`, a \`layer\`, Chinese and English text, and \`delivery\`: what became of the
request. Read \`delivery\` first.

| \`delivery\` | meaning | what to do |
| --- | --- | --- |
| \`not-sent\` | the request never left | correct the cause; sending again is safe |
| \`unknown\` | it left, and the answer did not come or could not be read | query the order; never repeat the request |
| \`answered\` | an answer came and was judged | read it |

No error, log or event holds a patient's name, number or token, or the text of a request. A \`cause\` is what a driver or a
library threw: print it with care.`
