import type { BilingualText } from '@nationec/errors'
import type { SettingSource } from '@nationec/terminal'
import type { SettingName, Settings } from '../../../settings/settings.ts'

export type CheckResult = 'ok' | 'warning' | 'problem' | 'skipped'

/** What one check found; `schema/doctor.json` describes it. */
export interface Check {
  /** Stays the same from version to version: `library.bitness`. */
  readonly id: string
  readonly result: CheckResult
  /** What was found. Paths, versions, counts; never a person. */
  readonly why: BilingualText
  /** What to do; absent where there is nothing to do. */
  readonly fix?: BilingualText
}

/** What checks look at. */
export interface Surroundings {
  readonly settings: Settings
  readonly sources: Readonly<Record<SettingName, SettingSource>>
}

/** One subject; gives its checks and never throws on purpose. */
export type Checker = (surroundings: Surroundings) => Promise<readonly Check[]>

export function ok(id: string, en: string, zh: string): Check {
  return { id, result: 'ok', why: { en, zh } }
}

export function skipped(id: string, en: string, zh: string): Check {
  return { id, result: 'skipped', why: { en, zh } }
}

export function found(result: 'warning' | 'problem', id: string, why: BilingualText, fix: BilingualText): Check {
  return { id, result, why, fix }
}
