import { request } from 'node:http'
import { defineTransport, libraryReturnError, type Transport, transportError } from '@nationec/transport'
import { cliError } from '../cli-error.ts'

const NAME = 'http'

/**
 * The way to a simulator that `nationec simulate` serves: POST the request, read the answer. Loopback only, because
 * nothing on this way is encrypted and nobody proves who they are.
 *
 * `node:http` and not `fetch`: the latter repeats a request on Deno when the connection ends without an answer.
 *
 * @throws `SETTING_INVALID` for an address of another machine
 */
export function httpTransport(address: string): Transport {
  const url = loopbackUrl(address)
  return defineTransport({
    specVersion: 1,
    name: NAME,
    supports: { cancel: true, disconnectEvents: false },
    open: async () => ({ send: ({ text }, { signal }) => post(url, text, signal), close: () => {} }),
  })
}

function loopbackUrl(address: string): URL {
  const url = URL.canParse(address) ? new URL(address) : undefined
  if (url?.protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname)) return url
  const text = {
    en: 'The address must be one of this machine: http://127.0.0.1:33900/.',
    zh: '地址须为本机地址，例如 http://127.0.0.1:33900/。',
  }
  throw cliError('SETTING_INVALID', { details: [text] })
}

function post(url: URL, text: string, signal: AbortSignal): Promise<string> {
  const body = Buffer.from(text, 'utf8')
  const headers = { 'Content-Type': 'application/json; charset=utf-8', 'Content-Length': body.length }
  return new Promise((resolve, reject) => {
    let connected = false
    const sent = request(url, { method: 'POST', headers, signal, agent: false }, (response) => {
      const parts: Uint8Array[] = []
      response.on('data', (part: Uint8Array) => parts.push(part))
      response.once('error', (cause) => reject(transportError(NAME, 'SEND_FAILED', { cause })))
      response.once('end', () => {
        const returned = response.headers['x-nationec-return']
        if (typeof returned === 'string') return reject(libraryReturnError(NAME, decoded(returned)))
        if (response.statusCode !== 200) return reject(refused(response.statusCode))
        resolve(Buffer.concat(parts).toString('utf8'))
      })
    })
    sent.once('socket', (socket) => {
      if (!socket.connecting) connected = true
      else
        socket.once('connect', () => {
          connected = true
        })
    })
    // Nobody there: nothing was written. Any other end may come after the simulator has acted.
    sent.once('error', (cause: NodeJS.ErrnoException) => {
      const unheard = !connected || cause.code === 'ECONNREFUSED' || cause.code === 'ENOTFOUND'
      reject(transportError(NAME, 'SEND_FAILED', { cause, delivery: unheard ? 'not-sent' : 'unknown' }))
    })
    sent.end(body)
  })
}

/** The face refuses before it hands anything on. */
function refused(status = 0) {
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
