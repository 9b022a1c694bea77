import { type SignedParts, signatureHeaders } from './sign-webhook.ts'
import type { WebhookHmac } from './webhook-options.ts'

/** What became of one sending. `refused`: this event will never be taken; `failed`: the server may take it later. */
export type Sent = 'taken' | 'refused' | 'failed'

/** Statuses that speak of the event itself; every other one speaks of the server, or of its settings. */
const REFUSALS: ReadonlySet<number> = new Set([400, 405, 406, 409, 410, 411, 413, 414, 415, 422, 431])

const PATIENCE = 10_000

export interface Target {
  readonly url: string
  readonly secret: Uint8Array
  readonly hmac: WebhookHmac
}

/** Sends one event once. */
export async function send({ url, secret, hmac }: Target, parts: SignedParts, stopped: AbortSignal): Promise<Sent> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...signatureHeaders(parts, secret, hmac) },
      body: parts.body,
      // Another address would get what was meant, and signed, for this one.
      redirect: 'error',
      signal: AbortSignal.any([stopped, AbortSignal.timeout(PATIENCE)]),
    })
    await response.body?.cancel()
    if (response.ok) return 'taken'
    return REFUSALS.has(response.status) ? 'refused' : 'failed'
  } catch {
    return 'failed'
  }
}
