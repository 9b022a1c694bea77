import { bytesToHex } from '../bytes/hex.ts'
import { bytesToInteger, integerToBytes } from '../bytes/integer.ts'
import { engineOf } from '../choice/choice.ts'
import { sm2PointPart } from '../choice/parts/sm2.ts'
import type { BilingualText } from '../errors/error-texts.ts'
import { N } from '../sm2/curve.ts'
import type { DigestCandidate, DigestKind } from './digests.ts'
import { type Encoding, encodingTexts } from './encoding.ts'
import { joinTexts } from './explanation.ts'
import type { JsonStyle } from './json-texts.ts'
import type { MessageCandidate, MessageChange } from './message-candidates.ts'
import { formTexts, type SignatureForm } from './signature-forms.ts'
import { ofWhom } from './signature-texts.ts'
import type { SignatureAlgorithm, SignedValue } from './signed-values.ts'

/** One way in which the signature is right. */
export interface SignatureVariant {
  readonly encoding: Encoding
  readonly form: SignatureForm
  /** `'ecdsa'`: made with the curve of SM2, but by another algorithm. */
  readonly algorithm: SignatureAlgorithm
  /** Which of `otherKeys` it belongs to, from 0; `undefined` for `publicKey`. */
  readonly signer: number | undefined
  readonly digest: DigestKind
  /** The user id in Z; `undefined` where there is no Z. */
  readonly userId: string | Uint8Array | undefined
  /** Which of `otherKeys` is in Z, from 0; `undefined` for the key that verifies. */
  readonly zKey: number | undefined
  /** Which of the given messages, from 0. */
  readonly message: number
  /** How the JSON was written, where the message was given as data. */
  readonly json: JsonStyle | undefined
  /** What else was done to the message. */
  readonly change: MessageChange | undefined
  /** Whether `verify` accepts this variant, once encoding, format and user id are given to it. */
  readonly standard: boolean
  readonly text: BilingualText
}

/** A hash value as a number, and the point that belongs to it, which is computed when it is first asked for. */
export function trialOf(hash: Uint8Array): { e: bigint; point: () => string } {
  const e = bytesToInteger(hash) % N
  let point: string | undefined
  return {
    e,
    point() {
      point ??= e === 0n ? '' : bytesToHex(engineOf(sm2PointPart).multiplyBase(integerToBytes(e)))
      return point
    },
  }
}

/** ECDSA costs a multiplication for each hash value: so many of them take less than a second in WebAssembly. */
const MOST_ECDSA = 6000
/** What programs that take the curve for one of ECDSA sign. */
const ECDSA_DIGESTS: readonly DigestKind[] = ['z', 'without-z', 'no-hash', 'sha256']

/** Goes through texts and ways of hashing, and counts what was tried. */
export class Search {
  tried = 0
  /** Whether ECDSA was given up before all was tried. */
  ecdsaCut = false
  #ecdsa = 0
  readonly #digests: readonly DigestCandidate[]

  constructor(digests: readonly DigestCandidate[]) {
    this.#digests = digests
  }

  /** What the first of some passes finds that finds anything. */
  first(passes: readonly (readonly [() => Iterable<MessageCandidate>, readonly SignedValue[]])[]): SignatureVariant[] {
    for (const [candidates, signed] of passes) {
      const found = signed.length === 0 ? [] : this.#pass(candidates(), signed)
      if (found.length > 0) return found
    }
    return []
  }

  #pass(candidates: Iterable<MessageCandidate>, signed: readonly SignedValue[]): SignatureVariant[] {
    const isEcdsa = signed[0]?.algorithm === 'ecdsa'
    const digests = isEcdsa ? this.#digests.filter(({ digest }) => ECDSA_DIGESTS.includes(digest)) : this.#digests
    const found: (readonly [rank: number, variant: SignatureVariant])[] = []
    for (const candidate of candidates) {
      if (isEcdsa && this.#ecdsa >= MOST_ECDSA) {
        this.ecdsaCut = true
        break
      }
      if (isEcdsa) this.#ecdsa += digests.length
      else this.tried += 1
      for (const [rank, digest] of digests.entries()) {
        const { e, point } = trialOf(digest.of(candidate.bytes))
        for (const one of signed) if (one.fits(e, point)) found.push([rank, variantOf(one, digest, candidate)])
      }
    }
    return found.sort(([left], [right]) => left - right).map(([, variant]) => variant)
  }
}

function variantOf(one: SignedValue, digest: DigestCandidate, candidate: MessageCandidate): SignatureVariant {
  const { encoding, form, algorithm, signer } = one
  const isStandard = algorithm === 'sm2' && digest.digest === 'z' && digest.zKey === undefined && signer === undefined
  return {
    encoding,
    form,
    algorithm,
    signer,
    digest: digest.digest,
    userId: digest.userId,
    zKey: digest.zKey,
    message: candidate.index,
    json: candidate.json,
    change: candidate.change,
    standard: isStandard && (form === 'raw' || form === 'der'),
    text: joinTexts([encodingTexts[encoding], formTexts[form], ...ofWhom(one), digest.text, candidate.text]),
  }
}
