import { cryptoErrors } from '@nationec/crypto'
import { type BilingualText, type ErrorCatalogue, optionErrors } from '@nationec/errors'
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
import type { Language } from './remarks-zh.ts'

const chapters: readonly { title: BilingualText; catalogue: ErrorCatalogue }[] = [
  { title: { en: 'Options (`@nationec/errors`)', zh: '选项（`@nationec/errors`）' }, catalogue: optionErrors },
  {
    title: { en: 'Messages and answers (`@nationec/protocol`)', zh: '报文与应答（`@nationec/protocol`）' },
    catalogue: { ...protocolErrors, ...businessErrors },
  },
  {
    title: { en: 'The way to the terminal (`@nationec/transport`)', zh: '传输层（`@nationec/transport`）' },
    catalogue: transportErrors,
  },
  {
    title: {
      en: 'The vendor’s library (`@nationec/transport-dll-ffi`)',
      zh: '厂商动态库（`@nationec/transport-dll-ffi`）',
    },
    catalogue: dllErrors,
  },
  {
    title: { en: 'The serial link (`@nationec/transport-serial`)', zh: '串口链路（`@nationec/transport-serial`）' },
    catalogue: serialErrors,
  },
  {
    title: {
      en: 'Tills over NATS (`@nationec/transport-nats`)',
      zh: '经 NATS 的收费终端（`@nationec/transport-nats`）',
    },
    catalogue: natsErrors,
  },
  {
    title: { en: 'SM2, SM3 and SM4 (`@nationec/crypto`)', zh: '国密算法 SM2、SM3、SM4（`@nationec/crypto`）' },
    catalogue: cryptoErrors,
  },
  {
    title: { en: 'The payment centre (`@nationec/payment-centre`)', zh: '支付中心（`@nationec/payment-centre`）' },
    catalogue: centreErrors,
  },
  { title: { en: 'The ledger (`@nationec/ledger`)', zh: '账本（`@nationec/ledger`）' }, catalogue: ledgerErrors },
  {
    title: {
      en: 'An agent or a local service (`@nationec/transport-http`)',
      zh: '代理或本机服务（`@nationec/transport-http`）',
    },
    catalogue: httpErrors,
  },
  {
    title: {
      en: 'Recorded conversations (`@nationec/transport-mock`)',
      zh: '录制与回放（`@nationec/transport-mock`）',
    },
    catalogue: tapeErrors,
  },
  {
    title: { en: 'Faults of the simulator (`@nationec/simulator`)', zh: '模拟器的故障（`@nationec/simulator`）' },
    catalogue: simulatorErrors,
  },
  { title: { en: 'The local agent (`@nationec/agent`)', zh: '本地代理（`@nationec/agent`）' }, catalogue: agentErrors },
  {
    title: { en: 'Settings of a terminal (`@nationec/terminal`)', zh: '终端的设置（`@nationec/terminal`）' },
    catalogue: terminalErrors,
  },
  { title: { en: 'The command line (`@nationec/cli`)', zh: '命令行（`@nationec/cli`）' }, catalogue: cliErrors },
]

/** Every error code with its meaning and what to do: where `docsUrl` points. */
export function errorsPage(language: Language): string {
  const shown = new Set<string>()
  const { title: heading, introduction } = WORDS[language]
  const parts = chapters.flatMap(({ title, catalogue }) => [
    `## ${title[language]}`,
    ...Object.entries(catalogue)
      // A code that several packages share stands in the first of their chapters: a heading is an address.
      .filter(([code]) => shown.size < shown.add(code).size)
      .map(([code, entry]) => [`### ${code}`, ...linesOf(entry, language)].join('\n\n')),
  ])
  return page(GENERATED, `# ${heading}`, introduction, ...parts)
}

function linesOf({ layer, delivery, summary, advice }: ErrorCatalogue[string], language: Language): string[] {
  const chinese = `${summary.zh}${advice.zh}`
  if (language === 'zh') return [`层 \`${layer}\`；\`delivery\` 为 \`${delivery}\`，错误另有说明的除外。`, chinese]
  const facts = `Layer \`${layer}\`, delivery \`${delivery}\` unless the error says otherwise.`
  // The English page is the one that `docsUrl` names: a cashier's screen may lead there.
  return [facts, `${summary.en} ${advice.en}`, chinese]
}

const WORDS = {
  en: {
    title: 'Errors',
    introduction: `Every error of nationec has a literal \`code\`, a \`layer\`, Chinese and English text, and \`delivery\`: what became of the
request. Read \`delivery\` first.

| \`delivery\` | meaning | what to do |
| --- | --- | --- |
| \`not-sent\` | the request never left | correct the cause; sending again is safe |
| \`unknown\` | it left, and the answer did not come or could not be read | query the order; never repeat the request |
| \`answered\` | an answer came and was judged | read it |

No error, log or event holds a patient's name, number or token, or the text of a request. A \`cause\` is what a driver or a
library threw: print it with care.`,
  },
  zh: {
    title: '错误',
    introduction: `每个错误都有固定的 \`code\`、\`layer\`、中英文说明，以及 \`delivery\`：请求的去向。请先看 \`delivery\`。

| \`delivery\` | 含义 | 处理 |
| --- | --- | --- |
| \`not-sent\` | 请求未发出 | 排除原因；可放心重新发送 |
| \`unknown\` | 已发出，应答没有收到或无法读取 | 查询订单；切勿重复发送 |
| \`answered\` | 已收到应答并作出判断 | 按应答内容处理 |

错误、日志与事件中都没有患者的姓名、号码、令牌或请求内容。\`cause\` 是驱动程序或类库抛出的原始错误，输出时请谨慎。`,
  },
} as const
