import { bytesToHex, type Sm2PublicKey, sm3 } from '@nationec/crypto'

/** The first 8 bytes of SM3 over the public key (04, x, y), as two people read them out to compare keys. */
export function fingerprintOf(key: Sm2PublicKey): string {
  const digits = bytesToHex(sm3(key.export('raw')).slice(0, 8))
  return digits.replaceAll(/(....)(?=.)/g, '$1-')
}
