import { Command, CommanderError } from 'commander'
import type { PlaceStandInOptions } from './commands/simulate/place-stand-in.ts'
import type { SimulateOptions } from './commands/simulate/simulate-command.ts'
import { EXIT, exitCodeOf } from './exit-codes.ts'
import { version } from './version.ts'

/** Runs the command line and gives the exit code. Commands load what they need when they run, so `--help` is quick. */
export async function main(argv: readonly string[]): Promise<number> {
  const program = new Command('nationec')
    .description('The medical-insurance terminal on the command line.\n医保业务综合服务终端命令行工具。')
    .version(version, '-V, --version', 'print the version 显示版本')
    .helpOption('-h, --help', 'show help 显示帮助')
    .helpCommand(false)
    .exitOverride()
    .showHelpAfterError('(nationec --help shows every command 查看全部命令)')

  program
    .command('demo')
    .summary('the whole flow with a simulated terminal 全流程演示（模拟终端）')
    .description(
      'Runs a bill of 200 fee lines through every interface with a simulated terminal, then loses answers on purpose.\n' +
        '以模拟终端演示 200 条费用明细的完整流程，并演示应答丢失时的处理。',
    )
    .helpOption('-h, --help', 'show help 显示帮助')
    .option('--json', 'print the result as JSON 以 JSON 输出结果')
    .option('--seed <number>', 'seed of the simulator 模拟器随机种子', wholeNumber, 7)
    .action(async (options: { json?: boolean; seed: number }) => {
      const { demoCommand } = await import('./commands/demo/demo-command.ts')
      await demoCommand(options)
    })

  const simulate = program
    .command('simulate')
    .summary('serve a simulated terminal over loopback HTTP 以本机 HTTP 提供模拟终端')
    .description(
      'Serves terminal, payment centre and patient on 127.0.0.1 until it is interrupted. POST the text of a request.\n' +
        '在 127.0.0.1 上提供模拟终端、医保移动支付中心与患者，直至中断；以 POST 提交请求报文。',
    )
    .helpOption('-h, --help', 'show help 显示帮助')
    .option('--port <number>', 'port, 0 for any free one 端口，0 为任意空闲端口', wholeNumber, 33_900)
    .option('--seed <number>', 'seed of the simulator 模拟器随机种子', wholeNumber, 7)
    .option('--http', 'over loopback HTTP, the default 以本机 HTTP 提供服务（默认）')
    .option('--set <name=value>', 'a setting, may be repeated 模拟器设置，可重复', collect, [])
    .option('--faults <kinds>', 'faults for the coming requests, comma-separated 依次注入的故障，以逗号分隔', list, [])
    .option('--push <url>', 'where to send payment pushes 支付结果推送地址')
    .action(async (options: SimulateOptions) => {
      const { simulateCommand } = await import('./commands/simulate/simulate-command.ts')
      await simulateCommand(options)
    })

  simulate
    .command('dll')
    .summary('put the stand-in NationECCode library into a folder 将替身动态库放入文件夹')
    .description(
      "Unpacks or builds a NationECCode library that any program can load instead of the vendor's.\n" +
        '解包或构建一个可代替厂商 NationECCode 的动态库，供任意语言的程序加载。',
    )
    .helpOption('-h, --help', 'show help 显示帮助')
    .requiredOption('--out <folder>', 'where to put it 目标文件夹')
    .option('--target <system>', 'win32-ia32, win32-x64, linux-x64… default: this machine 默认为本机')
    .action(async (options: PlaceStandInOptions) => {
      const { placeStandInCommand } = await import('./commands/simulate/place-stand-in.ts')
      await placeStandInCommand(options)
    })

  try {
    await program.parseAsync(argv)
    return EXIT.ok
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage
    const { reportFailure } = await import('./output/report-failure.ts')
    reportFailure(error)
    return exitCodeOf(error)
  }
}

function collect(value: string, given: readonly string[]): string[] {
  return [...given, value]
}

function list(text: string): string[] {
  return text.split(',').map((part) => part.trim())
}

function wholeNumber(text: string): number {
  const value = Number(text)
  if (Number.isSafeInteger(value) && value >= 0) return value
  throw new CommanderError(EXIT.usage, 'commander.invalidArgument', 'must be a whole number 须为非负整数')
}
