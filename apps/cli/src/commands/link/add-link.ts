import type { Command } from 'commander'
import { addCommand, withJson } from '../../command-line/add-command.ts'
import { wholeNumber } from '../../command-line/values.ts'
import type { BenchFlags } from './bench-command.ts'
import type { SniffFlags } from './sniff-command.ts'

export function addLink(program: Command): void {
  const link = addCommand(program, 'link', 'the serial link 串口链路')
  const bench = addCommand(
    link,
    'bench',
    'how much the link carries 链路吞吐测试',
    'Sends random bytes through the link (MSL/1 without its secure channel) over a cable between two ports of this\n' +
      'machine, or over memory. Nothing is sent to a terminal.\n' +
      '在本机两个以线缆相连的串口之间（或在内存中）收发随机数据，测量链路（MSL/1，不含安全通道）的吞吐；不会发往终端。',
  )
    .option('--serial-port <path>', 'one end of the cable 线缆一端的串口')
    .option('--other <path>', 'the other end 线缆另一端的串口')
    .option('--serial-baud <number>', 'bits per second; default 115200 波特率，默认 115200', wholeNumber, 115_200)
    .option('--size <kib>', 'KiB to send; default 256 发送的 KiB 数，默认 256', wholeNumber, 256)
    .option(
      '--record <file>',
      'a new file for the bytes that --serial-port sends 录制 --serial-port 一端所发字节的文件（新建）',
    )
  withJson(bench).action(async (flags: BenchFlags) => {
    const { benchCommand } = await import('./bench-command.ts')
    await benchCommand(flags)
  })

  const sniff = addCommand(
    link,
    'sniff <file>',
    'decode a recorded line, masked 解析串口录制数据（脱敏）',
    'Shows the frames in the raw bytes of one direction of an MSL/1 line, from a file or stdin (-): kinds, offsets,\n' +
      'lengths, damage. What the frames carry is never shown.\n' +
      '解析 MSL/1 线路单方向的原始字节（文件，- 为标准输入）：帧类型、偏移、长度与损坏情况；不显示帧内数据。',
  ).option('--hex', 'the input is hexadecimal text 输入为十六进制文本')
  withJson(sniff).action(async (file: string, flags: SniffFlags) => {
    const { sniffCommand } = await import('./sniff-command.ts')
    await sniffCommand(file, flags)
  })
}
