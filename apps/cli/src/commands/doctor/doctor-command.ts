import process from 'node:process'
import { version } from '../../command-line/version.ts'
import { EXIT } from '../../errors/exit.ts'
import { coloursFor } from '../../output/colour.ts'
import { printResult } from '../../output/print-result.ts'
import { say } from '../../output/say.ts'
import { type Flags, readCommandSettings } from '../../settings/settings.ts'
import { checkAgent } from './checks/agent.ts'
import { checkBrowserPolicy } from './checks/browser-policy.ts'
import { checkCharset } from './checks/charset.ts'
import { type Check, type Checker, found, type Surroundings } from './checks/check.ts'
import { checkClock } from './checks/clock.ts'
import { checkCrypto } from './checks/crypto.ts'
import { checkFlow } from './checks/flow.ts'
import { checkLibrary } from './checks/library.ts'
import { checkRuntime } from './checks/runtime.ts'
import { checkSerial } from './checks/serial.ts'

const SUBJECTS: Readonly<Record<string, Checker>> = {
  runtime: checkRuntime,
  program: checkFlow,
  crypto: checkCrypto,
  charset: checkCharset,
  clock: checkClock,
  library: checkLibrary,
  serial: checkSerial,
  agent: checkAgent,
  browser: checkBrowserPolicy,
}

/** `nationec doctor`: looks at everything around the program, changes nothing, needs no device. */
export async function doctorCommand(flags: Flags & { readonly json?: boolean }): Promise<number> {
  const surroundings = await readCommandSettings(flags)
  const checks = (await Promise.all(Object.entries(SUBJECTS).map((subject) => judged(subject, surroundings)))).flat()
  const problems = checks.filter(({ result }) => result === 'problem').length
  printResult({ version, problems, checks }, flags.json === true, () => print(checks, problems))
  return problems === 0 ? EXIT.ok : EXIT.configuration
}

/** A check that fails itself is a finding, and keeps no other from being made. */
async function judged(
  [subject, checker]: readonly [string, Checker],
  surroundings: Surroundings,
): Promise<readonly Check[]> {
  try {
    return await checker(surroundings)
  } catch {
    const why = { en: 'This could not be checked.', zh: '该项检查未能完成。' }
    return [found('problem', `${subject}.check`, why, { en: 'Report it.', zh: '请反馈该问题。' })]
  }
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
