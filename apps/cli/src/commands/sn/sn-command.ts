import { isNationEcError } from '@nationec/errors'
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
  const next = numbersFor(orgId, length)
  const serialNumbers = Array.from({ length: count }, next)
  printResult({ serialNumbers }, json, () => say(serialNumbers.join('\n')))
}

/** What was typed does not fit: a mistake of usage, not of the set-up. */
function numbersFor(orgId: string, length: number | undefined): () => string {
  try {
    return createSerialNumbers({ orgId, ...(length === undefined ? {} : { length }) })
  } catch (error) {
    if (!isNationEcError(error, 'OPTION_INVALID')) throw error
    throw cliError('INPUT_INVALID', { details: [DOES_NOT_FIT] })
  }
}

const DOES_NOT_FIT = {
  en: '--length: at least 38 and longer than the institution code; --org-id: 1 to 40 letters and digits.',
  zh: '--length 至少为 38，且须长于机构编码；--org-id 为 1 至 40 位字母或数字。',
}
