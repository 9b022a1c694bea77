import type { Command } from 'commander'
import { addCommand, withJson } from '../../command-line/add-command.ts'
import { portNumber } from '../../command-line/values.ts'
import { TERMINAL_SETTINGS, withSettings } from '../../settings/setting-options.ts'
import type { RecordFlags } from './record-command.ts'
import type { ReplayFlags } from './replay-command.ts'

export function addTrace(program: Command): void {
  const trace = addCommand(program, 'trace', 'record, replay and mask messages 报文录制、回放与脱敏')
  const record = addCommand(
    trace,
    'record',
    'stand between a program and the terminal, and record 录制程序与终端之间的报文',
    'Listens on 127.0.0.1 like nationec simulate, hands every request on to the chosen terminal, and writes a masked tape\n' +
      'when it is interrupted. It never repeats a request.\n' +
      '在本机监听（同 nationec simulate），将请求转发至所选终端，中断时写出脱敏录制文件；不会重发请求。',
  )
    .requiredOption('--out <file>', 'a new file for the tape 录制文件（新建）')
    .option('--listen <number>', 'port, 0 for any free one 端口，0 为任意空闲端口', portNumber, 33_901)
  withJson(withSettings(record, TERMINAL_SETTINGS)).action(async (flags: RecordFlags) => {
    const { recordCommand } = await import('./record-command.ts')
    await recordCommand(flags)
  })

  const replay = addCommand(
    trace,
    'replay <tape>',
    'play a tape to a program 回放录制文件',
    'Listens on 127.0.0.1 and answers as the tape says; requests must come as they were recorded, after masking.\n' +
      'Ends when the tape is done.\n' +
      '在本机监听并按录制文件应答；请求脱敏后须与录制一致，全部回放后结束。',
  ).option('--listen <number>', 'port, 0 for any free one 端口，0 为任意空闲端口', portNumber, 33_901)
  withJson(replay).action(async (tape: string, flags: ReplayFlags) => {
    const { replayCommand } = await import('./replay-command.ts')
    await replayCommand(tape, flags)
  })

  const mask = addCommand(
    trace,
    'mask [file]',
    'take everything personal out of a log 对日志或报文脱敏',
    'Reads a log, a tape or a message from a file or stdin and prints it without anything personal: JSON and printed maps\n' +
      'show codes, amounts, times and order numbers only, records of card readers nothing; other text loses what looks\n' +
      'like a number of a person or a token. A name in a plain sentence cannot be recognised.\n' +
      '读取文件或标准输入，输出脱敏后的内容：JSON 与 Map 打印仅保留代码、金额、时间与订单号，读卡记录整体隐藏，\n' +
      '其他文本去除疑似证件号、手机号与令牌；普通语句中的姓名无法识别，外发前请人工复核。',
  )
  withJson(mask).action(async (file: string | undefined, { json = false }: { readonly json?: boolean }) => {
    const { maskCommand } = await import('./mask-command.ts')
    await maskCommand(file ?? '-', json)
  })
}
