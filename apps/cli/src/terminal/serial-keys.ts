import { join } from 'node:path'
import { importSm2PrivateKey, importSm2PublicKey } from '@nationec/crypto'
import type { OwnKeys, PinnedKeys } from '@nationec/transport-serial'
import { readBytes } from '../input/read-bytes.ts'
import { textOf } from '../input/text-of.ts'
import { settingFile } from '../settings/setting-file.ts'

/** Both halves that one side of the serial link holds. */
export interface SerialKeys extends OwnKeys {
  /** The other side's public keys, brought over by a way that is trusted. */
  readonly peer: PinnedKeys
}

/**
 * Reads the keys of one side from a folder that `nationec keys` has made; its subfolder `peer` holds the two public files
 * of the other side.
 *
 * @throws `SETTING_INVALID`, `CRYPTO_KEY_INVALID`
 */
export function readSerialKeys(folder: string): Promise<SerialKeys> {
  return settingFile('--keys', async () => ({
    link: await privateKey('link.private.pem'),
    signing: await privateKey('signing.private.pem'),
    peer: { link: await publicKey('peer/link.public.pem'), signing: await publicKey('peer/signing.public.pem') },
  }))

  async function privateKey(file: string) {
    return importSm2PrivateKey({ format: 'pem', text: textOf(await readBytes(join(folder, file), file)) })
  }

  async function publicKey(file: string) {
    return importSm2PublicKey({ format: 'pem', text: textOf(await readBytes(join(folder, file), file)) })
  }
}
