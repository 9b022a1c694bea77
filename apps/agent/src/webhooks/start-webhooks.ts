import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { Change } from '@nationec/ledger'
import { agentError } from '../errors/agent-error.ts'
import { positionFile } from './position.ts'
import { startWebhook, type WebhookParts } from './webhook.ts'
import { secretBytes, type WebhookOptions, webhookTopics } from './webhook-options.ts'

/** Every server that is told. */
export interface Webhooks {
  note(change: Change): void
  /** @throws `WEBHOOK_FAILING` while one of them takes nothing */
  check(): Promise<void>
  stop(): Promise<void>
}

type Common = Pick<WebhookParts, 'ledger' | 'orgId' | 'clock' | 'logger' | 'onSent'>

export function startWebhooks(
  webhooks: readonly WebhookOptions[],
  dataFolder: string | undefined,
  common: Common,
): Webhooks {
  const started = webhooks.map(({ url, secret, topics = webhookTopics, hmac = 'sha256' }) =>
    startWebhook({
      ...common,
      target: { url, secret: secretBytes(secret) ?? new Uint8Array(), hmac },
      topics: new Set(topics),
      file: positionFile(dataFolder === undefined ? undefined : join(dataFolder, 'webhooks', `${nameOf(url)}.json`)),
    }),
  )
  return {
    note(change) {
      for (const webhook of started) webhook.note(change)
    },
    async check() {
      const since = Math.min(...started.map(({ failingSince = Number.POSITIVE_INFINITY }) => failingSince))
      if (!Number.isFinite(since)) return
      const at = new Date(since).toISOString()
      throw agentError('WEBHOOK_FAILING', { details: [{ en: `Since ${at}.`, zh: `自 ${at} 起。` }] })
    },
    async stop() {
      await Promise.all(started.map((webhook) => webhook.stop()))
    },
  }
}

/** An address may hold what is for no file name. */
const nameOf = (url: string): string => createHash('sha256').update(url).digest('hex').slice(0, 16)
