import type { Profile } from '@nationec/protocol'
import { agentTransport } from '@nationec/transport-http'
import { cliError } from '../errors/cli-error.ts'
import { readBytes } from '../input/read-bytes.ts'
import { textOf } from '../input/text-of.ts'
import { tell } from '../output/say.ts'
import { settingFile } from '../settings/setting-file.ts'
import type { Settings } from '../settings/settings.ts'
import { missing } from './missing-setting.ts'
import type { Way } from './way.ts'

const TOKEN = /^[A-Za-z0-9_-]{20,200}$/

/**
 * Through the local agent, which owns the terminal.
 *
 * @throws `SETTING_INVALID`
 */
export async function makeAgent(settings: Settings, profile: Profile): Promise<Way> {
  const { agent: address, agentTokenFile: file, orgId, deadline, url } = settings
  if (file === undefined) throw missing('--agent-token-file')
  const token = await settingFile('--agent-token-file', async () => textOf(await readBytes(file)).trim())
  const onIdempotencyKey = (key: string): void => tell(`Idempotency-Key: ${key}`)
  if (TOKEN.test(token))
    return { transport: agentTransport({ address, token, orgId, profile, deadline, url, onIdempotencyKey }) }
  const text = { en: '--agent-token-file holds no token.', zh: '--agent-token-file 中没有令牌。' }
  throw cliError('SETTING_INVALID', { details: [text] })
}
