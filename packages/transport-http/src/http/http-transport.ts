import { defineTransport, libraryReturnError, type Transport, transportError } from '@nationec/transport'
import { loopbackUrl } from './loopback-url.ts'
import { sendOnce } from './send-once.ts'

const NAME = 'http'

/**
 * The way to a simulator that `nationec simulate` serves: POST the request, read the answer. Loopback only.
 *
 * @throws `SETTING_INVALID` for an address of another machine
 */
export function httpTransport(address: string): Transport {
  const url = loopbackUrl(address, 'http://127.0.0.1:33900/')
  return defineTransport({
    specVersion: 1,
    name: NAME,
    supports: { cancel: true, disconnectEvents: false },
    open: async () => ({ send: ({ text }, { signal }) => post(url, text, signal), close: () => {} }),
  })
}

async function post(url: URL, text: string, signal: AbortSignal): Promise<string> {
  const headers = { 'Content-Type': 'application/json; charset=utf-8' }
  const answer = await sendOnce(NAME, url, { method: 'POST', headers, body: text, signal })
  const returned = answer.headers['x-nationec-return']
  if (typeof returned === 'string') throw libraryReturnError(NAME, decoded(returned))
  if (answer.status !== 200) throw refused(answer.status)
  return answer.text
}

/** The face refuses before it hands anything on. */
function refused(status: number) {
  const details = [{ en: `It refused with HTTP ${status}.`, zh: `对方以 HTTP ${status} 拒绝。` }]
  return transportError(NAME, status === 413 ? 'REQUEST_TOO_LARGE' : 'SEND_FAILED', { delivery: 'not-sent', details })
}

function decoded(returned: string): string {
  try {
    return decodeURIComponent(returned)
  } catch {
    return returned
  }
}
