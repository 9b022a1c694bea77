import type { ErrorCatalogue } from '@nationec/errors'
import { channelErrors } from './channel-errors.ts'
import { journalErrors } from './journal-errors.ts'
import { legacyErrors } from './legacy-errors.ts'
import { outcomeErrors } from './outcome-errors.ts'
import { portErrors } from './port-errors.ts'

/** Every code of this transport's own, with its texts. The codes that all transports share are in `transportErrors`. */
export const serialErrors = {
  ...outcomeErrors,
  ...channelErrors,
  ...journalErrors,
  ...portErrors,
  ...legacyErrors,
} as const satisfies ErrorCatalogue

/** The codes of {@link serialErrors}. */
export type SerialErrorCode = keyof typeof serialErrors
