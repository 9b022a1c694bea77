import { formatWireTime, type Message, parseRequestBody } from '@nationec/protocol'
import { cliError } from '../errors/cli-error.ts'
import type { References } from '../output/failure.ts'
import { tell } from '../output/say.ts'
import { whenWritten } from '../output/streams.ts'
import type { Terminal } from './open-terminal.ts'

/** A body that may be sent, and the numbers of ours in it. */
export interface PreparedBody {
  readonly body: Readonly<Record<string, unknown>>
  readonly references: References
}

/** Our own numbers: the only handles on a request whose answer is lost. */
const OWN_NUMBERS = ['medOrgOrd', 'appRefdSn', 'outBizNo', 'orgBizSer'] as const

/** Whether a field is the number of the request itself, which no other request may have. */
export function isOwnNumber(name: string, { request }: Message): boolean {
  return OWN_NUMBERS.some((own) => own === name) && request[name]?.required === true
}

const REFERENCES = ['payOrdId', 'medOrgOrd', 'appRefdSn', 'outBizNo'] as const

/**
 * Fills in what a message demands and only this side knows (institution, numbers, time), then checks everything.
 *
 * A number that was made here is told on stderr before anything is sent.
 *
 * @throws `REQUEST_INVALID`; `OUTPUT_FAILED` if the number cannot be told
 */
export async function prepareBody(
  given: Readonly<Record<string, unknown>>,
  message: Message,
  { client, profile, settings: { orgId } }: Terminal,
): Promise<PreparedBody> {
  const asks = (name: string): boolean => message.request[name]?.required === true && given[name] === undefined
  const filled: Record<string, string> = {}
  for (const name of ['orgId', 'orgCodg']) if (asks(name)) filled[name] = orgId
  for (const name of OWN_NUMBERS) {
    if (!asks(name)) continue
    filled[name] = client.serialNumber()
    tell(`${name}: ${filled[name]}`)
  }
  if (asks('appRefdTime')) filled['appRefdTime'] = formatWireTime(Date.now())
  const body = parseRequestBody(message, { ...filled, ...given }, profile)
  if (OWN_NUMBERS.some((name) => name in filled)) {
    const cause = await whenWritten('stderr')
    if (cause !== undefined) throw cliError('OUTPUT_FAILED', { cause })
  }
  return { body, references: referencesOf(body) }
}

function referencesOf(body: Readonly<Record<string, unknown>>): References {
  const found = REFERENCES.map((name) => [name, body[name]] as const)
  return Object.fromEntries(
    found.filter((pair): pair is readonly [(typeof REFERENCES)[number], string] => typeof pair[1] === 'string'),
  )
}
