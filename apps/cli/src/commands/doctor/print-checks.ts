import process from 'node:process'
import { version } from '../../command-line/version.ts'
import { EXIT } from '../../errors/exit.ts'
import { coloursFor } from '../../output/colour.ts'
import { printResult } from '../../output/print-result.ts'
import { say } from '../../output/say.ts'
import type { Check } from './checks/check.ts'

/** Prints what was found; gives the exit code. */
export function printChecks(checks: readonly Check[], json: boolean): number {
  const problems = checks.filter(({ result }) => result === 'problem').length
  printResult({ version, problems, checks }, json, () => print(checks, problems))
  return problems === 0 ? EXIT.ok : EXIT.configuration
}

const MARKS = { ok: 'ok     ', warning: 'warning', problem: 'problem', skipped: '-      ' } as const

function print(checks: readonly Check[], problems: number): void {
  const colours = coloursFor(process.stdout)
  const paint = { ok: colours.green, warning: colours.yellow, problem: colours.red, skipped: colours.dim }
  for (const { id, result, why, fix } of checks) {
    say(`${paint[result](MARKS[result])}  ${colours.bold(id)}`)
    say(`         ${why.zh}\n         ${why.en}`)
    if (fix !== undefined) say(`         -> ${fix.zh}\n         -> ${fix.en}`)
  }
  say(problems === 0 ? '\n没有问题 no problem' : `\n问题 problems: ${problems}`)
}
