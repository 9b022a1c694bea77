import type { BilingualText } from '../errors/error-texts.ts'
import { createSm4Key } from '../sm4/key.ts'
import { attempt, type Encoded, encodingTexts } from './encoding.ts'
import { type Explanation, type ExplanationStep, joinTexts } from './explanation.ts'
import { type Looks, looksOf, looksText } from './plaintext-looks.ts'
import { keyCandidates, keyFormTexts } from './sm4-key-forms.ts'
import { plainTrials, type Sm4Trial, sealedTrials } from './sm4-trials.ts'
import type { ExplainSm4Input, Sm4CiphertextVariant } from './sm4-variant.ts'

type Step = ExplanationStep<'encoding' | 'form' | 'key' | 'decryption'>

export function explainSm4(
  input: ExplainSm4Input,
  encoded: readonly Encoded[],
  steps: Step[],
): Explanation<Sm4CiphertextVariant, Step['step']> {
  const keys = keyCandidates(input.sm4Key)
  if (keys.length === 0) {
    steps.push({ step: 'key', fits: false, text: NO_KEY })
    return { variants: [], steps, text: NO_KEY }
  }
  steps.push({ step: 'key', fits: true, text: joinTexts(keys.map(({ form }) => keyFormTexts[form])) })
  const variants: Sm4CiphertextVariant[] = []
  for (const { form, bytes: keyBytes } of keys) {
    const key = createSm4Key(keyBytes)
    for (const { encoding, bytes } of encoded) {
      for (const trial of [...sealedTrials(bytes, input), ...plainTrials(bytes, keyBytes, input)]) {
        const plaintext = attempt(() => trial.decrypt(key))
        if (plaintext === undefined) continue
        const looks = looksOf(plaintext)
        const certainty = certaintyOf(trial, looks, plaintext, input.plaintext)
        plaintext.fill(0)
        if (certainty === undefined) continue
        const { mode, padding, iv, nonce, tag } = trial
        const doubt = isBehindFirstBlock(trial, looks) && certainty === 'possible' ? [FIRST_BLOCK] : []
        const text = joinTexts([encodingTexts[encoding], keyFormTexts[form], trial.text, looksText(looks), ...doubt])
        variants.push({ algorithm: 'sm4', encoding, key: form, mode, padding, iv, nonce, tag, certainty, text })
      }
    }
    key.destroy()
  }
  const order = ['certain', 'likely', 'possible']
  variants.sort((left, right) => order.indexOf(left.certainty) - order.indexOf(right.certainty))
  const [best] = variants
  const blocks = encoded.some(({ bytes }) => bytes.length % 16 === 0)
  const text = best?.text ?? (blocks ? NOTHING_FITS : NO_BLOCKS)
  steps.push({ step: best === undefined && !blocks ? 'form' : 'decryption', fits: best !== undefined, text })
  return { variants, steps, text }
}

/** CBC decrypts all blocks but the first under any iv: text behind the first block says nothing of where the iv was. */
function isBehindFirstBlock({ mode, iv }: Sm4Trial, looks: Looks): boolean {
  return mode === 'cbc' && iv === 'in front' && looks === 'text'
}

function certaintyOf(
  trial: Sm4Trial,
  looks: Looks,
  plaintext: Uint8Array,
  known: Uint8Array | undefined,
): Sm4CiphertextVariant['certainty'] | undefined {
  if (known !== undefined) return String(known) === String(plaintext) ? 'certain' : undefined
  if (trial.proves) return 'certain'
  if (looks !== 'bytes') return isBehindFirstBlock(trial, looks) ? 'possible' : 'likely'
  return trial.padding === 'pkcs7' ? 'possible' : undefined
}

const FIRST_BLOCK: BilingualText = {
  en: 'or the iv is another one and the text begins earlier',
  zh: '也可能初始向量另行约定，文本更靠前开始',
}
const NO_KEY: BilingualText = {
  en: 'The key gives 16 bytes in no way: SM4 keys are 16 bytes, 16 characters, 32 hexadecimal digits or 24 of Base64.',
  zh: '密钥无论如何解读都不是 16 字节：应为 16 字节、16 个字符、32 位十六进制或 24 位 Base64。',
}
const NO_BLOCKS: BilingualText = {
  en: 'The length is no multiple of 16 and no other mode fits: the ciphertext is cut, or the tag or iv is missing.',
  zh: '长度不是 16 的倍数，其他模式也不符：密文被截断，或缺少标签或初始向量。',
}
const NOTHING_FITS: BilingualText = {
  en: 'No key form, mode and padding gives sensible plaintext: the key or the iv is another one, or bytes were changed.',
  zh: '各种密钥形式、模式与填充均得不到合理的明文：密钥或初始向量不同，或密文被改动。',
}
