import type { Sm2PrivateKey, Sm2PublicKey } from '@nationec/crypto/sm2'

/**
 * The private half of a side. Two keys on purpose: the link key proves who is on the cable, the signing key signs
 * business texts that are kept as evidence, and neither can be made to do the other's work.
 */
export interface OwnKeys {
  readonly link: Sm2PrivateKey
  readonly signing: Sm2PrivateKey
}

/** The public half of the other side, brought over by a way that is trusted. */
export interface PinnedKeys {
  readonly link: Sm2PublicKey
  readonly signing: Sm2PublicKey
}

/** What the institution holds. */
export interface InstitutionKeys extends OwnKeys {
  readonly terminal: PinnedKeys
}

/**
 * What the terminal holds. Each institution has acts of its own, and is told of no other's. For a change of keys pin both pairs until
 * everything under the old one is acknowledged.
 */
export interface TerminalKeys extends OwnKeys {
  readonly institutions: readonly PinnedKeys[]
}
