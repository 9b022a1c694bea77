import { type Flags, readCommandSettings } from '../../settings/settings.ts'
import { checkAgent } from './checks/agent.ts'
import { checkBrowserPolicy } from './checks/browser-policy.ts'
import { checkCharset } from './checks/charset.ts'
import { type Check, type Checker, found, type Surroundings } from './checks/check.ts'
import { checkClock } from './checks/clock.ts'
import { checkCrypto } from './checks/crypto.ts'
import { checkFlow } from './checks/flow.ts'
import { checkLedger } from './checks/ledger.ts'
import { checkLibrary } from './checks/library.ts'
import { checkRuntime } from './checks/runtime.ts'
import { checkSerial } from './checks/serial.ts'
import { printChecks } from './print-checks.ts'

const SUBJECTS: Readonly<Record<string, Checker>> = {
  runtime: checkRuntime,
  program: checkFlow,
  crypto: checkCrypto,
  charset: checkCharset,
  clock: checkClock,
  library: checkLibrary,
  serial: checkSerial,
  ledger: checkLedger,
  agent: checkAgent,
  browser: checkBrowserPolicy,
}

/** `nationec doctor`: looks at everything around the program, changes nothing, needs no device. */
export async function doctorCommand(flags: Flags & { readonly json?: boolean }): Promise<number> {
  return printChecks(await allChecks(await readCommandSettings(flags)), flags.json === true)
}

/** What the doctor finds, subject by subject. */
export async function allChecks(surroundings: Surroundings): Promise<readonly Check[]> {
  return (await Promise.all(Object.entries(SUBJECTS).map((subject) => judged(subject, surroundings)))).flat()
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
