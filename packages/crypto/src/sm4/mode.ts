/** ECB hides no patterns; take it only where a partner's document demands it. */
export interface Sm4EcbOptions {
  readonly mode: 'ecb'
  /** Default `'pkcs7'` (also called PKCS#5 in documents). `'none'` takes whole blocks only. */
  readonly padding?: 'pkcs7' | 'none' | undefined
}

export interface Sm4CbcOptions {
  readonly mode: 'cbc'
  /** 16 bytes, unpredictable and never used twice. CBC does not notice changes: prefer GCM. */
  readonly iv: Uint8Array
  /** Default `'pkcs7'` (also called PKCS#5 in documents). `'none'` takes whole blocks only. */
  readonly padding?: 'pkcs7' | 'none' | undefined
}

export interface Sm4CtrOptions {
  readonly mode: 'ctr'
  /** 16 bytes, counted up as one big-endian number; no counter may serve twice under one key. */
  readonly counter: Uint8Array
}

export type Sm4CipherOptions = Sm4EcbOptions | Sm4CbcOptions | Sm4CtrOptions

export interface Sm4SealOptions {
  readonly mode: 'gcm' | 'ccm'
  /** 12 bytes for GCM, 7 to 13 for CCM; never twice under one key. */
  readonly nonce: Uint8Array
  /** Bytes that are protected but not encrypted. Default: none. */
  readonly associatedData?: Uint8Array | undefined
  /** In bytes: 12 to 16 for GCM; 8, 10, 12, 14 or 16 for CCM. Default 16. */
  readonly tagLength?: number | undefined
}

export interface Sm4OpenOptions extends Sm4SealOptions {
  /** Exactly `tagLength` bytes. */
  readonly tag: Uint8Array
}

export interface Sm4Sealed {
  readonly ciphertext: Uint8Array
  readonly tag: Uint8Array
}
