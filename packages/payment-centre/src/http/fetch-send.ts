import { collectBody } from '@nationec/transport/http-once'
import { centreOptionError } from '../errors/centre-error.ts'
import { HEADERS, type HttpSend } from './http-send.ts'
import { centreErrorOf } from './node-send.ts'

/** A `fetch` of the caller's choice. */
export type Fetch = (input: string, init: RequestInit) => Promise<Response>

/**
 * Sends through a `fetch` that the caller gave. It tells nothing of the connection, so every failure is `unknown`.
 *
 * @throws `CENTRE_OPTION_INVALID` for Deno's own `fetch`, which sends a POST a second time by itself
 */
export function fetchSend(fetch: Fetch): HttpSend {
  if ('Deno' in globalThis && (fetch as unknown) === globalThis.fetch) {
    throw centreOptionError({
      en: '`fetch` of Deno repeats a request whose answer is lost; leave the option out.',
      zh: 'Deno 的 `fetch` 在应答丢失时会自行重发请求；请勿设置该选项。',
    })
  }
  return async ({ url, body }, { signal, limit, leaving }) => {
    signal.throwIfAborted()
    leaving()
    const response = await fetch(url.href, {
      method: 'POST',
      headers: HEADERS,
      body: body as Uint8Array<ArrayBuffer>,
      redirect: 'manual',
      signal,
    })
    const status = response.type === 'opaqueredirect' ? 302 : response.status
    const parts: AsyncIterable<Uint8Array> = response.body === null ? none() : readAll(response.body)
    const collected = collectBody(parts, limit).catch((error: unknown) => {
      throw centreErrorOf(error, limit)
    })
    return { status, body: await collected }
  }
}

async function* none(): AsyncIterable<Uint8Array> {}

/** Safari and older runtimes have streams that cannot be iterated over. */
async function* readAll(stream: ReadableStream<Uint8Array>): AsyncIterable<Uint8Array> {
  const reader = stream.getReader()
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) yield part.value
  } finally {
    await reader.cancel().catch(() => {})
  }
}
