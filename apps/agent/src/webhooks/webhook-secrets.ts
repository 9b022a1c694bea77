import { readFile } from 'node:fs/promises'
import { agentError } from '../errors/agent-error.ts'
import { secretBytes, type WebhookOptions } from './webhook-options.ts'

/** A server in the settings: its secret is named by its file, so that no setting shows it. */
export interface WebhookSettings extends Omit<WebhookOptions, 'secret'> {
  readonly secretFile: string
}

/** @throws `AGENT_CONFIG_INVALID` for a file that cannot be read, or holds no secret */
export async function withSecret({ secretFile, ...webhook }: WebhookSettings): Promise<WebhookOptions> {
  const secret = await readFile(secretFile, 'utf8').then(
    (text) => text.trim(),
    () => '',
  )
  if (secretBytes(secret) !== undefined) return { ...webhook, secret }
  throw agentError('AGENT_CONFIG_INVALID', {
    issues: [{ path: 'webhooks.secretFile', rule: 'format', text: NO_SECRET }],
  })
}

const NO_SECRET = {
  en: 'must name a file with a secret: 24 bytes or more, or whsec_ and Base64',
  zh: '须指向密钥文件：24 字节以上，或 whsec_ 加 Base64',
}
