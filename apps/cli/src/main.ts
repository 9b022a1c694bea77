import process from 'node:process'
import { type Command, CommanderError } from 'commander'
import { EXIT } from './errors/exit.ts'
import { say, setCharset, tell } from './output/say.ts'
import { isGoneReader, takeFailuresAsResults, whenWritten } from './output/streams.ts'
import { createProgram } from './program.ts'

/** Runs the command line and gives the exit code. */
export async function main(argv: readonly string[]): Promise<number> {
  takeFailuresAsResults()
  // Read before anything else: help and usage errors are printed in it, too.
  setCharset(charsetIn(argv) ?? process.env['NATIONEC_CHARSET'])
  let code: number = EXIT.ok
  const program = createProgram((given) => {
    code = given
  })
  let blamed: Command | undefined
  const blame = (command: Command): void => {
    blamed = command
  }
  for (const command of withChildren(program)) quiet(command, blame)
  try {
    await program.parseAsync(argv).catch((error: unknown) => {
      if (!(error instanceof CommanderError && error.exitCode === 0)) throw error
    })
    await requireWritten()
    return code
  } catch (error) {
    return report(error, argv, blamed)
  }
}

/** Of a command that sent nothing, or has said by itself what it sent: its reader may have gone away. */
async function requireWritten(): Promise<void> {
  const cause = await whenWritten('stdout')
  if (cause === undefined || isGoneReader(cause)) return
  const { cliError } = await import('./errors/cli-error.ts')
  throw cliError('OUTPUT_FAILED', { cause })
}

function charsetIn(argv: readonly string[]): string | undefined {
  const at = argv.findIndex((word) => /^--charset(?:=|$)/.test(word))
  return at < 0 ? undefined : (argv[at]?.split('=')[1] ?? argv[at + 1])
}

async function report(error: unknown, argv: readonly string[], command: Command | undefined): Promise<number> {
  const { reportFailure } = await import('./output/report-failure.ts')
  const { exitCodeOf } = await import('./errors/exit-codes.ts')
  const json = argv.includes('--json')
  if (!(error instanceof CommanderError)) {
    await reportFailure(error, json)
    return exitCodeOf(error)
  }
  const { usageError } = await import('./command-line/usage-error.ts')
  // Called without a command: commander has printed the help.
  if (error.code === 'commander.help') return EXIT.usage
  const wrong = usageError(error, command)
  await reportFailure(wrong, json)
  return EXIT.usage
}

/** Commander's own words may quote what was typed: they are caught and written anew. Help is talk on the right output. */
function quiet(command: Command, blame: (command: Command) => void): void {
  const rethrow = (error: CommanderError): never => {
    blame(command)
    throw error
  }
  command
    .exitOverride(rethrow)
    .showSuggestionAfterError(false)
    .configureOutput({
      writeOut: (text) => say(text.trimEnd()),
      writeErr: (text) => tell(text.trimEnd()),
      outputError: () => {},
    })
}

function withChildren(command: Command): Command[] {
  return [command, ...command.commands.flatMap(withChildren)]
}
