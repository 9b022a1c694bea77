import type { BilingualText } from '../errors/error-texts.ts'
import type { Sm4SealOptions } from '../sm4/mode.ts'
import type { Encoding } from './encoding.ts'
import type { Sm4KeyForm } from './sm4-key-forms.ts'

export interface ExplainSm4Input {
  /** As it came: bytes, or text in any usual encoding. */
  readonly ciphertext: Uint8Array | string
  /** What the partner calls the key: bytes, or text of which it is not known what it means. */
  readonly sm4Key: Uint8Array | string
  /** 16 bytes, where one was agreed: tried for CBC, and as the counter of CTR. */
  readonly iv?: Uint8Array | undefined
  /** For GCM and CCM: the nonce; the tag, where it came apart from the ciphertext; the associated data. */
  readonly nonce?: Uint8Array | undefined
  readonly tag?: Uint8Array | undefined
  readonly associatedData?: Uint8Array | undefined
  /** The plaintext, where it is known: then only what gives exactly this fits. */
  readonly plaintext?: Uint8Array | undefined
}

/** One way in which the ciphertext decrypts to something that makes sense. */
export interface Sm4CiphertextVariant {
  readonly algorithm: 'sm4'
  readonly encoding: Encoding
  readonly key: Sm4KeyForm
  readonly mode: 'ecb' | 'cbc' | 'ctr' | Sm4SealOptions['mode']
  /** For ECB and CBC; `'zero'` is what some programs do and no option of `decrypt`: take `'none'` and cut the zeros off. */
  readonly padding: 'pkcs7' | 'none' | 'zero' | undefined
  /** For CBC and CTR: which 16 bytes were the iv or the counter; `'in front'`: the first 16 bytes of the ciphertext. */
  readonly iv: 'given' | 'zero' | 'key' | 'in front' | undefined
  /** For GCM and CCM: where the nonce was; `'in front'`: the first 12 bytes of the ciphertext. */
  readonly nonce: 'given' | 'in front' | undefined
  /** For GCM and CCM: where the tag was; `'in front'`: before the ciphertext, behind the nonce. */
  readonly tag: 'given' | 'appended' | 'in front' | undefined
  /** `certain`: a tag, or the known plaintext, proves it. `likely`: the plaintext is text. `possible`: the padding fits. */
  readonly certainty: 'certain' | 'likely' | 'possible'
  readonly text: BilingualText
}
