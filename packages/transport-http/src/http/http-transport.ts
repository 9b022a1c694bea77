import { type OptionNames, requireKnownOptions } from '@nationec/errors'
import { defineTransport, libraryReturnError, optionErrorOf, type Transport, transportError } from '@nationec/transport'
import { loopbackUrl } from './loopback-url.ts'
import { sendOnce, type TextAnswer } from './send-once.ts'

const NAME = 'http'
const EXAMPLE = 'http://127.0.0.1:33900/'

/** Where a local service answers. */
export interface HttpTransportOptions {
  /** An address of this machine, with the path that takes requests. */
  readonly address: string
  /** Milliseconds an exchange may take, waiting included. Default 120,000. */
  readonly deadline?: number | undefined
}

const OPTIONS: OptionNames<HttpTransportOptions> = { address: true, deadline: true }

/**
 * Makes a transport over a service of this machine: the text of a request is POSTed, the body of a 200 is its answer.
 *
 * A header `X-NationEC-Return` with 200 says what the library returned in place of `0000`. Another status leaves the
 * outcome `unknown`, except those that refuse a request before it is read (401, 403, 404, 405, 413) and answers with the header
 * `X-NationEC-Delivery: not-sent`. `strUrl` is not sent: the service knows its own business address.
 *
 * @throws `OPTION_INVALID` for an address of another machine, and for an option that does not exist
 *
 * @example
 * ```ts
 * import { httpTransport } from '@nationec/transport-http'
 *
 * // nationec simulate --port 33900
 * const transport = httpTransport({ address: 'http://127.0.0.1:33900/' })
 * console.log(transport.name) // http
 * ```
 */
export function httpTransport(options: HttpTransportOptions): Transport {
  requireKnownOptions(options, OPTIONS, optionErrorOf(NAME))
  const { address, deadline } = options
  const url = loopbackUrl(NAME, address, EXAMPLE)
  return defineTransport({
    specVersion: 1,
    name: NAME,
    deadline,
    supports: { cancel: true, disconnectEvents: false },
    // Each request has a connection of its own, so there is no device to open before it or to release after it.
    open: async () => ({ send: ({ text }, { signal }) => post(url, text, signal), close: () => {} }),
  })
}

async function post(url: URL, text: string, signal: AbortSignal): Promise<string> {
  const headers = { 'Content-Type': 'application/json; charset=utf-8' }
  const answer = await sendOnce(NAME, { method: 'POST', url, headers, text }, signal)
  if (answer.status !== 200) throw refusalOf(answer)
  const returned = answer.headers['x-nationec-return']
  if (typeof returned === 'string') throw libraryReturnError(NAME, decoded(returned))
  return answer.text
}

/** By HTTP these statuses say that the service did not read the request; of others it may have acted first. */
const UNREAD: ReadonlySet<number> = new Set([401, 403, 404, 405, 413])

function refusalOf({ status, headers }: TextAnswer) {
  const details = [{ en: `It answered HTTP ${status}.`, zh: `对方返回 HTTP ${status}。` }]
  const unread = UNREAD.has(status) || headers['x-nationec-delivery'] === 'not-sent'
  const code = status === 413 ? 'REQUEST_TOO_LARGE' : 'SEND_FAILED'
  return transportError(NAME, code, { delivery: unread ? 'not-sent' : 'unknown', details })
}

function decoded(returned: string): string {
  try {
    return decodeURIComponent(returned)
  } catch {
    return returned
  }
}
