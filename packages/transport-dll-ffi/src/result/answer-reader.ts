import type { BilingualText } from '@nationec/errors'
import { decodeUtf8 } from '@nationec/errors'
import { decodeGb18030 } from '@nationec/protocol/gb18030'
import { dllError } from '../catalogue/dll-error.ts'
import type { AnswerCharset, Charset } from '../encoding/charset.ts'
import { detectText } from '../encoding/detect.ts'
import type { OnNotice } from '../options/notice.ts'

/** Turns the bytes of answers into text. One for each connection: what was seen so far decides where both sets fit. */
export interface AnswerReader {
  /** Throws `ANSWER_NOT_DECODABLE`. */
  readAnswer(bytes: Uint8Array): string
  /** For texts that are only shown: `undefined` instead of a failure, and no notice. */
  readAside(bytes: Uint8Array): string | undefined
}

const NEITHER: BilingualText = { en: 'It is neither UTF-8 nor GB18030.', zh: '既不是 UTF-8 也不是 GB18030。' }
const MIXED: BilingualText = {
  en: 'It holds UTF-8 and GB18030 side by side.',
  zh: '其中 UTF-8 与 GB18030 混杂。',
}

const CUT: BilingualText = { en: 'It is UTF-8 that ends within a character.', zh: '为 UTF-8，但末尾字符不完整。' }
const WHY = { neither: NEITHER, mixed: MIXED, cut: CUT } as const

export function createAnswerReader(charset: AnswerCharset, notify: OnNotice): AnswerReader {
  const answers: Record<Charset, number> = { 'utf-8': 0, gb18030: 0 }
  let before: Charset | undefined
  return {
    readAnswer: (bytes) => (charset === 'detect' ? readDetected(bytes) : readNamed(bytes, charset)),
    readAside(bytes) {
      if (charset !== 'detect') return decode(bytes, charset)
      const found = detectText(bytes, before)
      return 'text' in found ? found.text : 'ascii' in found ? found.ascii : undefined
    },
  }

  function readDetected(bytes: Uint8Array): string {
    const found = detectText(bytes, before)
    if ('ascii' in found) return found.ascii
    if ('unreadable' in found) {
      throw dllError('ANSWER_NOT_DECODABLE', { details: [WHY[found.unreadable]] })
    }
    const { chosen, because, text } = found
    // Only what was certain counts as evidence for later answers.
    if (!because.startsWith('either')) before = chosen
    answers[chosen] += 1
    notify({ type: 'encoding', chosen, because, answers: answers[chosen] })
    return text
  }
}

function readNamed(bytes: Uint8Array, charset: Charset): string {
  const text = decode(bytes, charset)
  if (text !== undefined) return text
  const name = charset === 'utf-8' ? 'UTF-8' : 'GB18030'
  throw dllError('ANSWER_NOT_DECODABLE', { details: [{ en: `It is not ${name}.`, zh: `不是 ${name}。` }] })
}

function decode(bytes: Uint8Array, charset: Charset): string | undefined {
  return charset === 'utf-8' ? decodeUtf8(bytes) : decodeGb18030(bytes)
}
