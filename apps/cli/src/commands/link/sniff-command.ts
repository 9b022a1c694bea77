import { hexToBytes } from '@nationec/crypto'
import { createLineDecoder } from '@nationec/transport-serial'
import { cliError } from '../../errors/cli-error.ts'
import { readBytes } from '../../input/read-bytes.ts'
import { textOf } from '../../input/text-of.ts'
import { printResult } from '../../output/print-result.ts'
import { say } from '../../output/say.ts'
import { eventLine } from './event-line.ts'
import { type SniffSummary, summarize } from './sniff-summary.ts'

export interface SniffFlags {
  readonly hex?: boolean
  readonly json?: boolean
}

/**
 * `nationec link sniff`: what a recording of one direction of the line shows, without a byte of what the frames carry.
 *
 * @throws `INPUT_*`; `INPUT_INVALID` also for a recording without any frame
 */
export async function sniffCommand(file: string, { hex = false, json = false }: SniffFlags): Promise<void> {
  const given = await readBytes(file)
  const recording = hex ? bytesOfHex(textOf(given)) : given
  const decoder = createLineDecoder()
  const events = [...decoder.push(recording), ...decoder.end()]
  const summary = summarize(events, recording.length, decoder.missing)
  if (summary.frames === 0) throw noFrame(summary)
  printResult({ events, summary }, json, () => {
    say(events.map(eventLine).join('\n'))
    say(`\n${summaryText(summary)}`)
  })
}

function summaryText(summary: SniffSummary): string {
  const kinds = Object.entries(summary.kinds).filter(([, count]) => count > 0)
  return [
    `recording 录制: ${summary.bytes} B`,
    `frames 帧: ${summary.frames} (${kinds.map(([kind, count]) => `${kind} ${count}`).join(', ')})`,
    `messages 报文: ${summary.messages}`,
    `damaged 损坏: ${summary.damaged}, noise 杂讯 ${summary.noiseBytes} B`,
    `missing 缺失: ${summary.missingBytes} B`,
    `resent 重发: ${summary.resentBytes} B`,
    `goodput 净吞吐: ${summary.streamBytes} B (${(summary.goodput * 100).toFixed(1)} %)`,
  ].join('\n')
}

/** Digits in pairs, with what tools put between them. */
function bytesOfHex(text: string): Uint8Array {
  const digits = text.replace(/0x|[\s,:-]/gi, '')
  if (digits.length % 2 === 0 && !/[^0-9a-f]/i.test(digits)) return hexToBytes(digits)
  const detail = { en: '--hex: it must be pairs of hexadecimal digits.', zh: '--hex：内容须为成对的十六进制数字。' }
  throw cliError('INPUT_INVALID', { details: [detail] })
}

function noFrame({ bytes, damaged }: SniffSummary): Error {
  const detail = {
    en: `There is no whole frame of MSL/1 in ${bytes} bytes (${damaged} damaged): another format, or another baud rate.`,
    zh: `${bytes} 字节中没有完整的 MSL/1 帧（损坏 ${damaged} 帧）：可能是其他格式，或波特率不符。`,
  }
  return cliError('INPUT_INVALID', { details: [detail] })
}
