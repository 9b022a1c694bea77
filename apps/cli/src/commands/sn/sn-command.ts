import { createSerialNumbers } from '@nationec/protocol'
import { cliError } from '../../errors/cli-error.ts'
import { printResult } from '../../output/print-result.ts'
import { say } from '../../output/say.ts'
import { type Flags, readCommandSettings } from '../../settings/settings.ts'

export type SerialNumberFlags = Flags & { readonly count: number; readonly length?: number; readonly json?: boolean }

const MOST = 100_000

/** `nationec sn`: serial numbers (流水号) that no other program makes. */
export async function snCommand(flags: SerialNumberFlags): Promise<void> {
  const { count, length, json = false } = flags
  if (count < 1 || count > MOST) {
    throw cliError('INPUT_INVALID', { details: [{ en: `--count: 1 to ${MOST}.`, zh: `--count：1 至 ${MOST}。` }] })
  }
  const { orgId } = (await readCommandSettings(flags)).settings
  const next = createSerialNumbers({ orgId, ...(length === undefined ? {} : { length }) })
  const serialNumbers = Array.from({ length: count }, next)
  printResult({ serialNumbers }, json, () => say(serialNumbers.join('\n')))
}
