import type { TransportSession } from '@nationec/transport'
import type { RequestEncoder } from '../encoding/request-encoder.ts'
import { checkLibrary } from '../library/check-library.ts'
import { nameMissing } from '../library/missing-imports.ts'
import type { ReadOptions } from '../options/read-options.ts'
import { createAnswerReader } from '../result/answer-reader.ts'
import { judgeResult } from '../result/judge-result.ts'
import { findHost } from './find-host.ts'
import { createHostKeeper } from './host-keeper.ts'
import { startHost } from './start-host.ts'

/** Opens the library in a host process. Throws `not-sent`, and then nothing runs. */
export async function openHosted(
  options: ReadOptions,
  encoder: RequestEncoder,
  signal: AbortSignal,
): Promise<TransportSession> {
  const { notify, recycle, warm, answersWithoutReturn } = options
  const reader = createAnswerReader(options.in, notify)
  const keeper = createHostKeeper({ ...{ recycle, warm, notify }, start: (given) => start(options, given) })
  await keeper.open(signal)
  return {
    async send({ url, text }, { signal: stop }) {
      const call = { url: encoder.encode(url), text: encoder.encode(text) }
      return judgeResult(await keeper.call(call, stop), { reader, answersWithoutReturn, notify })
    },
    close: keeper.close,
  }
}

/** Each host is chosen anew: the library may have been replaced by an update in the meantime. */
async function start(options: ReadOptions, signal: AbortSignal) {
  const library = await checkLibrary(options)
  const command = findHost(options, library)
  try {
    return await startHost({ command, limit: options.host.startLimit, notify: options.notify }, signal)
  } catch (error) {
    throw await nameMissing(error, library)
  }
}
