import { isNationEcError } from '@nationec/errors'
import { cliError } from '../errors/cli-error.ts'
import { about } from '../input/read-bytes.ts'

/**
 * Reads a file that a setting names: what is wrong with it is a wrong setting and no wrong input.
 *
 * @throws `SETTING_INVALID` in the place of `INPUT_*`
 */
export async function settingFile<Result>(setting: string, read: () => Promise<Result>): Promise<Result> {
  try {
    return await read()
  } catch (error) {
    if (!isNationEcError(error) || !error.code.startsWith('INPUT_')) throw error
    const details = error.details.length === 0 ? [error.summary] : error.details
    throw cliError('SETTING_INVALID', { cause: error, details: details.map((detail) => about(setting, detail)) })
  }
}
