import { generateSm2KeyPair, importSm2PublicKey, type Sm2PrivateKey } from '@nationec/crypto/sm2'
import { ChannelFault } from './channel-fault.ts'

/** A key that lives for one handshake: forward secrecy rests on its being forgotten. */
export interface Ephemeral {
  /** 33 bytes, compressed. */
  readonly point: Uint8Array
  /** 32 bytes: the x coordinate of the common point. */
  agree(point: Uint8Array): Uint8Array
}

export function createEphemeral(random: (length: number) => Uint8Array): Ephemeral {
  const { privateKey, publicKey } = generateSm2KeyPair({ random })
  return { point: publicKey.export('raw', { compressed: true }), agree: (point) => agree(privateKey, point) }
}

function agree(own: Sm2PrivateKey, point: Uint8Array): Uint8Array {
  try {
    return own.sharedSecret(importSm2PublicKey({ format: 'raw', bytes: point }))
  } catch {
    throw new ChannelFault('EPHEMERAL_KEY_INVALID')
  }
}
