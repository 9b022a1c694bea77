/** What a server may be told of. */
export const webhookTopics = ['operation', 'order', 'exception'] as const
export type WebhookTopic = (typeof webhookTopics)[number]

export const webhookHmacs = ['sha256', 'sm3'] as const
export type WebhookHmac = (typeof webhookHmacs)[number]

/** A server of the hospital that is told of what happens. */
export interface WebhookOptions {
  /** http or https. */
  readonly url: string
  /** What it shares with the agent: 24 bytes or more, as text or as `whsec_` and Base64. It signs what is sent. */
  readonly secret: string
  /** Default: all. */
  readonly topics?: readonly WebhookTopic[] | undefined
  /** Default `sha256`. */
  readonly hmac?: WebhookHmac | undefined
}

/** The bytes of a secret; `undefined` when it is none. */
export function secretBytes(secret: unknown): Uint8Array | undefined {
  if (typeof secret !== 'string') return undefined
  const [, coded] = /^whsec_([A-Za-z0-9+/]+={0,2})$/.exec(secret) ?? []
  const bytes = coded === undefined ? Buffer.from(secret) : Buffer.from(coded, 'base64')
  return bytes.length >= 24 && bytes.length <= 512 ? bytes : undefined
}

export function isWebhookUrl(url: unknown): boolean {
  return typeof url === 'string' && /^https?:\/\//.test(url) && URL.canParse(url)
}
