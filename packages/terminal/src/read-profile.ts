import { isNationEcError } from '@nationec/errors'
import { defaultProfile, defineProfile, type Issue, type Profile, type ProfileSettings } from '@nationec/protocol'
import { readJsonObject } from './files/read-json-object.ts'
import type { TerminalSettings } from './settings/terminal-settings.ts'

/** The profile that the settings name, and what is wrong with it. */
export async function readProfile(
  given: TerminalSettings['profile'],
): Promise<{ readonly profile: Profile; readonly issues: readonly Issue[] }> {
  if (given === undefined) return { profile: defaultProfile, issues: [] }
  const read = typeof given === 'string' ? await readJsonObject(given) : { content: given }
  if (read.content === undefined)
    return { profile: defaultProfile, issues: [{ path: 'profile', rule: 'format', text: read.wrong }] }
  try {
    return { profile: defineProfile(read.content as unknown as ProfileSettings), issues: [] }
  } catch (error) {
    if (!isNationEcError(error)) throw error
    const lines = error.details.length === 0 ? [error.summary] : error.details
    return { profile: defaultProfile, issues: lines.map((text) => ({ path: 'profile', rule: 'value', text })) }
  }
}
