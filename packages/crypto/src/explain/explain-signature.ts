import { type OptionNames, requireKnownOptions, requireOption } from '@nationec/errors'
import { cryptoOptionError, expectBytes } from '../bytes/expect.ts'
import { engineOf } from '../choice/choice.ts'
import { completeSm3Part } from '../choice/parts/complete-sm3.ts'
import type { BilingualText } from '../errors/error-texts.ts'
import type { Sm2PublicKey } from '../sm2/public-key.ts'
import { isScalar } from '../sm2/scalar.ts'
import { digestCandidates } from './digests.ts'
import { encodingTexts } from './encoding.ts'
import { type Explanation, type ExplanationStep, joinTexts } from './explanation.ts'
import { type MessageInput, messageCandidates, readMessages, textsOf } from './message-candidates.ts'
import { changedCandidates } from './message-changes.ts'
import { ecdsaValues, readSignature, sm2Values } from './read-signature.ts'
import { formTexts, hasBlankForPlus } from './signature-forms.ts'
import { Search, type SignatureVariant, trialOf } from './signature-search.ts'
import * as texts from './signature-texts.ts'
import { appIdsIn, userIdCandidates } from './user-id-candidates.ts'

export interface ExplainSignatureInput {
  /** The key that the partner says the signature belongs to. */
  readonly publicKey: Sm2PublicKey
  /** As it came: bytes, or text in any usual encoding. */
  readonly signature: Uint8Array | string
  /** What may have been signed. Text is taken as UTF-8. */
  readonly messages: readonly MessageInput[]
  /**
   * Other keys that may have come in: the signature is tried under each of them, and Z of each of them under the key in
   * question. One's own public key is the one that partners mix up most.
   */
  readonly otherKeys?: readonly Sm2PublicKey[] | undefined
  /** User ids to try before the known ones; an `appId` in a message is tried by itself. */
  readonly userIds?: readonly (string | Uint8Array)[] | undefined
  /** The 32 bytes `e` that the partner's program logged as the hash it signed, if it did. */
  readonly partnerDigest?: Uint8Array | undefined
}

export type SignatureStep = 'encoding' | 'form' | 'range' | 'digest' | 'message'

/**
 * Finds out how a partner made a signature: encoding, form, algorithm, user id, with Z or without, and which text was signed
 * in which character set, with which escapes. If nothing fits, the last step says what was tried and what was not; it never
 * says that a key or a text is wrong, because that cannot be known.
 *
 * The signature and the key alone give the hash value that was signed, so that thousands of messages are tried for the
 * price of their hashes.
 *
 * @throws CryptoError `CRYPTO_OPTION_INVALID`, `CRYPTO_PROVIDER_UNAVAILABLE`
 *
 * @example
 * ```ts
 * import { explainSignature, generateSm2KeyPair } from '@nationec/crypto'
 *
 * const { privateKey, publicKey } = generateSm2KeyPair()
 * const signature = privateKey.sign(new TextEncoder().encode('{"a":"1","b":2}'), { userId: '' })
 * const { variants, text } = explainSignature({ publicKey, signature, messages: [{ json: '{"b":2,"a":"1","c":null}' }] })
 * console.log(text.en, variants[0]?.json?.order) // … sorted
 * ```
 */
export function explainSignature(input: ExplainSignatureInput): Explanation<SignatureVariant, SignatureStep> {
  const { publicKey, messages, userIds = [], otherKeys = [], partnerDigest } = checked(input)
  const read = readMessages(messages)
  const steps: ExplanationStep<SignatureStep>[] = []
  const stop = (step: SignatureStep, text: BilingualText) => {
    steps.push({ step, fits: false, text })
    return { variants: [], steps, text }
  }
  const { encodings, formed } = readSignature(input.signature)
  const forms = [...new Set(formed.map(({ form }) => form))]
  const isShort = forms.every((form) => form === 'raw-short')
  if (isShort && hasBlankForPlus(input.signature)) return stop('encoding', texts.BLANK_FOR_PLUS)
  if (encodings.length === 0) return stop('encoding', texts.NOT_READABLE)
  steps.push({ step: 'encoding', fits: true, text: joinTexts(encodings.map((encoding) => encodingTexts[encoding])) })

  if (formed.length === 0) return stop('form', texts.NO_FORM)
  const formStep = { step: 'form', fits: true, text: joinTexts(forms.map((form) => formTexts[form])) } as const
  steps.push(formStep)

  const points = [publicKey, ...otherKeys].map((key) => key.export('raw').subarray(1))
  const inRange = formed.filter(({ raw }) => isScalar(raw.subarray(0, 32)) && isScalar(raw.subarray(32)))
  const sm2 = sm2Values(inRange, points)
  if (sm2.length === 0) return stop('range', texts.OUT_OF_RANGE)
  const rangeStep = { step: 'range', fits: true, text: texts.IN_RANGE } as const
  steps.push(rangeStep)
  const ecdsa = ecdsaValues(inRange, points)

  if (partnerDigest !== undefined) {
    expectBytes(partnerDigest, 'partnerDigest')
    const trial = trialOf(partnerDigest)
    const theirs = [...sm2, ...ecdsa].find(({ fits }) => fits(trial.e, trial.point))
    if (theirs === undefined) return stop('digest', texts.OTHER_DIGEST)
    steps.push({ step: 'digest', fits: true, text: texts.sameDigest(theirs) })
  }

  const sm3 = engineOf(completeSm3Part)
  const zKeys = points.map((point, index) => ({ point, other: index === 0 ? undefined : index - 1 }))
  const digests = digestCandidates(sm3, zKeys, userIdCandidates(userIds, appIdsIn(textsOf(read))))
  const search = new Search(digests)
  const variants = search.first([
    [() => messageCandidates(read), sm2],
    // One hash value has one text: where a text fits as it is, no change of another one does.
    [() => messageCandidates(read), ecdsa],
    [() => changedCandidates(read, (bytes) => sm3.hash(bytes)), sm2],
    [() => changedCandidates(read, (bytes) => sm3.hash(bytes)), ecdsa],
  ])
  const [best] = variants
  if (best !== undefined) {
    steps.push({ step: 'message', fits: true, text: best.text })
    return { variants, steps, text: best.text }
  }
  if (isShort) {
    steps.splice(steps.indexOf(formStep))
    return stop('form', texts.TOO_SHORT)
  }
  return stop('message', texts.noMessage({ ...search, digests: digests.length, otherKeys: otherKeys.length, ...read }))
}

const OPTIONS: OptionNames<ExplainSignatureInput> = {
  publicKey: true,
  signature: true,
  messages: true,
  otherKeys: true,
  userIds: true,
  partnerDigest: true,
}

function checked(input: ExplainSignatureInput): ExplainSignatureInput {
  requireKnownOptions(input, OPTIONS, cryptoOptionError)
  const aList: BilingualText = { en: 'a list', zh: '列表' }
  requireOption(Array.isArray(input.messages), 'messages', aList, cryptoOptionError)
  requireOption(Array.isArray(input.otherKeys ?? []), 'otherKeys', aList, cryptoOptionError)
  return input
}
