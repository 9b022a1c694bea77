import { createHmac } from 'node:crypto'
import { bytesToBase64 } from '@nationec/crypto'
import { hmacSm3 } from '@nationec/crypto/sm3'
import type { WebhookHmac } from './webhook-options.ts'

/** What is signed. */
export interface SignedParts {
  /** The same in each repetition: by it the receiver tells them from another event. */
  readonly id: string
  /** Seconds since 1970, of this sending: an old one that comes again is told by it. */
  readonly timestamp: number
  readonly body: string
}

/**
 * The headers of the Standard Webhooks specification (standardwebhooks.com): the code of `id.timestamp.body`, `v1` with
 * SHA-256 as there, `sm3` with SM3.
 */
export function signatureHeaders(
  { id, timestamp, body }: SignedParts,
  secret: Uint8Array,
  hmac: WebhookHmac,
): Readonly<Record<string, string>> {
  const signed = Buffer.from(`${id}.${timestamp}.${body}`)
  const signature =
    hmac === 'sm3'
      ? `sm3,${bytesToBase64(hmacSm3(secret, signed))}`
      : `v1,${createHmac('sha256', secret).update(signed).digest('base64')}`
  return { 'webhook-id': id, 'webhook-timestamp': String(timestamp), 'webhook-signature': signature }
}
