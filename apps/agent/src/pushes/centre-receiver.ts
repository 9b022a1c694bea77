import { readFile } from 'node:fs/promises'
import { createCentreCredentials, type PushLogEntry, receivePush } from '@nationec/payment-centre'
import { agentError } from '../errors/agent-error.ts'
import type { Logger } from '../logs/logger.ts'
import type { PushReceiver } from './push-receiver.ts'

/** Where the keys of the payment centre lie. Secrets are named by their files, so that no setting shows them. */
export interface CentreSettings {
  readonly appId: string
  readonly appSecretFile: string
  readonly privateKeyFile: string
  readonly platformPublicKeyFile: string
}

/**
 * Receives the centre's pushes with the keys that the settings name.
 *
 * @throws `AGENT_CONFIG_INVALID` for a file that cannot be read, `CENTRE_CREDENTIALS_INVALID` for one that holds no key
 */
export async function centreReceiver(settings: CentreSettings, orgCodg: string, logger: Logger): Promise<PushReceiver> {
  const credentials = createCentreCredentials({
    appId: settings.appId,
    appSecret: await secretIn(settings, 'appSecretFile'),
    privateKey: await secretIn(settings, 'privateKeyFile'),
    platformPublicKey: await secretIn(settings, 'platformPublicKeyFile'),
  })
  const log = (entry: PushLogEntry): void => logger.info({ push: { ...entry } }, 'push')
  return (request, accept) => receivePush(request, { credentials, orgCodg, log, onPush: accept })
}

async function secretIn(settings: CentreSettings, name: Exclude<keyof CentreSettings, 'appId'>): Promise<string> {
  try {
    return (await readFile(settings[name], 'utf8')).trim()
  } catch (cause) {
    const text = { en: 'must name a file that can be read', zh: '须指向可读取的文件' }
    throw agentError('AGENT_CONFIG_INVALID', { issues: [{ path: `centre.${name}`, rule: 'format', text }], cause })
  }
}
