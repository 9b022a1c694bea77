import type { TransportSession } from '@nationec/transport'
import { dllError } from '../catalogue/dll-error.ts'
import type { RequestEncoder } from '../encoding/request-encoder.ts'
import { fitsThisProcess } from '../host/find-host.ts'
import { checkLibrary } from '../library/check-library.ts'
import { nameMissing } from '../library/missing-imports.ts'
import type { ReadOptions } from '../options/read-options.ts'
import { createAnswerReader } from '../result/answer-reader.ts'
import { judgeResult } from '../result/judge-result.ts'
import { shareLibrary } from './in-process.ts'

/** Loads the library into this process. Throws `not-sent`. It stays loaded when the session is closed. */
export async function openInProcess(options: ReadOptions, encoder: RequestEncoder): Promise<TransportSession> {
  const { notify, answersWithoutReturn } = options
  const shared = await load(options)
  notify({ type: 'library-opened', export: shared.exportName })
  const reader = createAnswerReader(options.in, notify)
  return {
    async send({ url, text }, { signal }) {
      const call = { url: encoder.encode(url), text: encoder.encode(text) }
      const result = await shared.call(call, () => !signal.aborted)
      return judgeResult(result, { reader, answersWithoutReturn, notify })
    },
    close: () => notify({ type: 'library-released' }),
  }
}

async function load(options: ReadOptions) {
  const library = await checkLibrary(options)
  if (library !== undefined && !fitsThisProcess(library)) {
    const facts = `${library.machine}, ${library.bits}`
    const details = [
      { en: `It is ${facts} bits, this process ${process.arch}.`, zh: `其为 ${facts} 位，本进程为 ${process.arch}。` },
    ]
    throw dllError('LIBRARY_WRONG_BITNESS', { details })
  }
  try {
    return await shareLibrary(options.library, options.functionName, options.koffi)
  } catch (error) {
    throw await nameMissing(error, library)
  }
}
