import { isNationEcError } from '@nationec/errors'
import { defaultProfile, defineProfile, type Issue, type Profile, type ProfileSettings } from '@nationec/protocol'
import { readJsonObject } from './files/read-json-object.ts'
import type { TerminalSettings } from './settings/terminal-settings.ts'

/** The profile that the settings name, and what is wrong with it. */
export async function readProfile(
  given: TerminalSettings['profile'],
): Promise<{ readonly profile: Profile; readonly issues: readonly Issue[] }> {
  if (given === undefined) return { profile: defaultProfile, issues: [] }
  const settings = typeof given === 'string' ? await readJsonObject(given) : given
  if (settings === undefined)
    return { profile: defaultProfile, issues: [{ path: 'profile', rule: 'format', text: NO_FILE }] }
  try {
    return { profile: defineProfile(settings as unknown as ProfileSettings), issues: [] }
  } catch (error) {
    if (!isNationEcError(error)) throw error
    const lines = error.details.length === 0 ? [error.summary] : error.details
    return { profile: defaultProfile, issues: lines.map((text) => ({ path: 'profile', rule: 'value', text })) }
  }
}

const NO_FILE = { en: 'must name a file with a JSON object', zh: '须指向内容为 JSON 对象的文件' }
