import { transportError } from '@nationec/transport'
import { dllError } from '../catalogue/dll-error.ts'
import type { OnNotice } from '../options/notice.ts'
import type { AnswerReader } from './answer-reader.ts'
import { type LibraryResult, resultFlag } from './library-result.ts'
import { returnFailure } from './return-failure.ts'

/** What decides how a result is read. */
export interface Judging {
  readonly reader: AnswerReader
  /** As an OCX does: the returned text is the answer. */
  readonly answersWithoutReturn: boolean
  readonly notify: OnNotice
}

const SUCCESS = '0000'

/** Gives the answer in a result, or throws what is wrong with it (clause 3.2 of the specification). */
export function judgeResult(result: LibraryResult, { reader, answersWithoutReturn, notify }: Judging): string {
  const { flags, returned, out } = result
  const has = (flag: number): boolean => (flags & flag) !== 0
  if (has(resultFlag.inChanged | resultFlag.urlChanged)) notify({ type: 'request-changed' })
  if (has(resultFlag.beforeOutChanged)) throw dllError('OUT_DATA_OVERRUN')
  const success = returned.length === SUCCESS.length && reader.readAside(returned) === SUCCESS
  const answersItself = answersWithoutReturn && !success && !has(resultFlag.returnNull | resultFlag.returnUnreadable)
  if (answersItself && !has(resultFlag.returnIsOut)) return readReturned(result, reader)
  if (!success && !answersItself) {
    if (out.length > 0) notify({ type: 'text-beside-failure', bytes: out.length })
    throw returnFailure(result, reader)
  }
  if (has(resultFlag.outUnchanged)) throw dllError('OUT_DATA_UNCHANGED')
  if (has(resultFlag.outEmpty)) throw dllError('OUT_DATA_EMPTY')
  if (has(resultFlag.outUnterminated)) throw dllError('OUT_DATA_UNTERMINATED')
  return reader.readAnswer(out)
}

function readReturned({ flags, returned }: LibraryResult, reader: AnswerReader): string {
  if ((flags & resultFlag.returnTruncated) !== 0) throw transportError('dll', 'ANSWER_TOO_LARGE')
  if (returned.length === 0) throw dllError('OUT_DATA_EMPTY')
  return reader.readAnswer(returned)
}
