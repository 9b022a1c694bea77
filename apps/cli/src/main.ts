import { Command, CommanderError } from 'commander'
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

function wholeNumber(text: string): number {
  const value = Number(text)
  if (Number.isSafeInteger(value) && value >= 0) return value
  throw new CommanderError(EXIT.usage, 'commander.invalidArgument', 'must be a whole number 须为非负整数')
}
