import type { Profile } from '../profile/profile.ts'
import { isAbsent, isJsonObject } from '../schema/tolerant-reader.ts'

/**
 * Tells whether the body of a request names the institution of its envelope, or none: a bill that is sent under another
 * institution is paid to that one.
 */
export function namesOneInstitution(
  { orgId, data }: { readonly orgId: string; readonly data: unknown },
  { orgCodg }: Pick<Profile, 'orgCodg'>,
): boolean {
  if (orgCodg === 'any' || !isJsonObject(data)) return true
  const named = data['orgCodg']
  return isAbsent(named) || named === orgId
}
