import { type Command, Option } from 'commander'
import { addCommand, withJson } from '../../command-line/add-command.ts'
import { collect, list, portNumber, webAddress, wholeNumber } from '../../command-line/values.ts'
import type { SimulateOptions } from './simulate-command.ts'

export function addSimulate(program: Command): void {
  const simulate = addCommand(
    program,
    'simulate',
    'serve a simulated terminal over loopback HTTP 以本机 HTTP 提供模拟终端',
    'Serves terminal, payment centre and patient on 127.0.0.1 until it is interrupted. POST the text of a request.\n' +
      '在 127.0.0.1 上提供模拟终端、医保移动支付中心与患者，直至中断；以 POST 提交请求报文。',
  )
    .enablePositionalOptions()
    .option('--port <number>', 'port, 0 for any free one 端口，0 为任意空闲端口', portNumber, 33_900)
    .option('--seed <number>', 'seed of the simulator 模拟器随机种子', wholeNumber, 7)
    .addOption(
      new Option('--http', 'over loopback HTTP, the default 以本机 HTTP 提供服务（默认）').conflicts('serialPort'),
    )
    .option('--serial-port <path>', 'over a serial port (MSL/1) instead 改为通过串口提供服务（MSL/1）')
    .option('--serial-baud <number>', 'for serial: bits per second 串口波特率', wholeNumber, 115_200)
    .option('--serial-keys <folder>', 'folder of the keys 串口密钥文件夹 (required with 必填于 --serial-port)')
    .option('--serial-journal <file>', 'for serial: journal; default in memory 串口终端日志文件，默认仅在内存')
    .option('--set <name=value>', 'a setting, may be repeated 模拟器设置，可重复', collect)
    .option('--faults <kinds>', 'faults for the coming requests, comma-separated 依次注入的故障，以逗号分隔', list)
    .option('--push <url>', 'where to send payment pushes 支付结果推送地址', webAddress)
  withJson(simulate).action(async (options: SimulateOptions) => {
    const { simulateCommand } = await import('./simulate-command.ts')
    await simulateCommand(options)
  })

  const dll = addCommand(
    simulate,
    'dll',
    'put the stand-in NationECCode library into a folder 将模拟动态库放入文件夹',
    "Unpacks or builds a NationECCode library that any program can load instead of the vendor's.\n" +
      '解包或构建一个可代替厂商 NationECCode 的动态库，供任意语言的程序加载。',
  )
    .requiredOption('--out <folder>', 'where to put it 目标文件夹')
    .option('--target <system>', 'win32-ia32, win32-x64, linux-x64… default: this machine 默认为本机')
  withJson(dll).action(async (_: object, command: Command) => {
    const { placeStandInCommand } = await import('./place-stand-in.ts')
    await placeStandInCommand(command.optsWithGlobals())
  })
}
