import type { Sm2PrivateKey, Sm2PublicKey } from '@nationec/crypto/sm2'

/** What the institution holds to open a channel. */
export interface InstitutionChannelKeys {
  readonly role: 'institution'
  /** Its own link key. Never the key of business signatures. */
  readonly own: Sm2PrivateKey
  /** The terminal's link key, pinned. */
  readonly terminal: Sm2PublicKey
}

/** What the terminal holds. */
export interface TerminalChannelKeys {
  readonly role: 'terminal'
  readonly own: Sm2PrivateKey
  /** The link keys of the institutions it works for, pinned. */
  readonly institutions: readonly Sm2PublicKey[]
}

export type ChannelKeys = InstitutionChannelKeys | TerminalChannelKeys
