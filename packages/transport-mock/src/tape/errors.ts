import type { BilingualText, ErrorCatalogue } from '@nationec/errors'
import { TransportError } from '@nationec/transport'

/** The codes of tapes, with their texts. */
export const tapeErrors = {
  TAPE_INVALID: {
    layer: 'client',
    delivery: 'not-sent',
    summary: { en: 'The tape cannot be read.', zh: '无法读取录制文件。' },
    advice: {
      en: 'Mend the named line: `>` a request, then `<` its answer or `!` a code and a delivery.',
      zh: '请修正所指出的行：`>` 为请求，其后为 `<` 应答，或 `!` 错误代码和 delivery。',
    },
  },
  REPLAY_MISMATCH: {
    layer: 'client',
    delivery: 'not-sent',
    summary: { en: 'The request is not the one on the tape.', zh: '请求与录制文件不一致。' },
    advice: {
      en: 'Correct the program, or record the tape anew; mask values that change from run to run.',
      zh: '请更正程序或重新录制；每次运行都会变化的值请做掩码处理。',
    },
  },
  REPLAY_NOT_DONE: {
    layer: 'client',
    delivery: 'not-sent',
    summary: { en: 'Not everything on the tape was asked for.', zh: '录制文件尚有未使用的交互。' },
    advice: { en: 'Look why the program stopped early.', zh: '请检查程序为何提前结束。' },
  },
} as const satisfies ErrorCatalogue

/** The codes of {@link tapeErrors}. */
export type TapeErrorCode = keyof typeof tapeErrors

/** @param detail what is wrong where: lines and paths, never a value */
export function tapeError<Code extends TapeErrorCode>(
  transport: string,
  code: Code,
  detail: BilingualText,
): TransportError<Code> {
  return new TransportError({ transport, code, entry: tapeErrors[code], details: [detail] })
}
