import { aFunction, type BilingualText, requireOption } from '@nationec/errors'
import { LIMITS } from '@nationec/protocol'
import { aWait, isWait } from '@nationec/transport'
import { fromCreateCentreCredentials, isCredentials } from '../credentials/centre-credentials.ts'
import { centreOptionError } from '../errors/centre-error.ts'

/** The options of a receiver that could switch a check off unnoticed. */
export interface CheckedOptions {
  readonly credentials: unknown
  readonly onPush: unknown
  readonly orgCodg: unknown
  readonly window: unknown
  readonly limit: unknown
  readonly keep: unknown
  readonly patience: unknown
}

/**
 * Refuses options with which pushes would be let in unchecked, or held for ever: a window that is no number is passed by
 * every age.
 *
 * @throws `CENTRE_OPTION_INVALID`
 */
export function checkOptions({ credentials, onPush, orgCodg, window, limit, keep, patience }: CheckedOptions): void {
  requireOption(isCredentials(credentials), 'credentials', fromCreateCentreCredentials, centreOptionError)
  requireOption(typeof onPush === 'function', 'onPush', aFunction, centreOptionError)
  requireOption(orgCodg === undefined || isInstitutions(orgCodg), 'orgCodg', institutions, centreOptionError)
  requireOption(isSpan(window), 'window', aSpan, centreOptionError)
  requireOption(isLimit(limit), 'limit', aLimit, centreOptionError)
  requireOption(isSpan(keep), 'keep', aSpan, centreOptionError)
  requireOption(isWait(patience), 'patience', aWait, centreOptionError)
}

const institutions: BilingualText = { en: 'the institution’s code, or a list of codes', zh: '机构编码，或机构编码列表' }
const aLimit: BilingualText = { en: '1,024 to 921,600 bytes', zh: '1024 至 921600 字节' }
const aSpan: BilingualText = { en: 'milliseconds, 0 or more', zh: '不小于 0 的毫秒数' }

/** An empty list would refuse every push that names an institution, and let in every one that names none. */
function isInstitutions(value: unknown): boolean {
  const codes: unknown[] = Array.isArray(value) ? value : [value]
  return codes.length > 0 && codes.every((code) => typeof code === 'string' && code !== '')
}

function isSpan(value: unknown): boolean {
  return typeof value === 'number' && value >= 0 && value <= Number.MAX_SAFE_INTEGER
}

/** A limit that lets nothing in would look like a centre that never pushes. */
function isLimit(value: unknown): boolean {
  return typeof value === 'number' && value >= 1024 && value <= LIMITS.whole
}
