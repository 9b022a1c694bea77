import { join } from 'node:path'
import { fileJournal, openPort, serialTransport } from '@nationec/transport-serial'
import { tell } from '../output/say.ts'
import type { Settings } from '../settings/settings.ts'
import { missing } from './missing-setting.ts'
import { readSerialKeys } from './serial-keys.ts'
import type { Way } from './way.ts'

/**
 * The secure serial link. Requests are written to a journal before they leave, so that a command that was killed leaves
 * nothing unknown for ever: the next one asks the terminal what became of them.
 *
 * @throws `SETTING_INVALID`, `CRYPTO_KEY_INVALID`, `JOURNAL_*`
 */
export async function makeSerial({ port, baud, keys, journal, url }: Settings): Promise<Way> {
  if (port === undefined) throw missing('--port')
  if (keys === undefined) throw missing('--keys')
  const { link, signing, peer } = await readSerialKeys(keys)
  const requests = fileJournal(journal ?? join(keys, 'requests.journal'))
  const transport = serialTransport({
    port: openPort({ path: port, baudRate: baud }),
    keys: { link, signing, terminal: peer },
    journal: requests,
    url,
    onOutcome: ({ requestId, outcome }) => tell(`earlier request 先前的请求 ${requestId}: ${outcome.type}`),
  })
  return { transport, release: () => requests.close() }
}
