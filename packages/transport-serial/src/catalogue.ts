import type { ErrorCatalogue } from '@nationec/errors'
import { channelErrors } from './catalogue/channel-errors.ts'
import { journalErrors } from './catalogue/journal-errors.ts'
import { legacyErrors } from './catalogue/legacy-errors.ts'
import { outcomeErrors } from './catalogue/outcome-errors.ts'
import { portErrors } from './catalogue/port-errors.ts'

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
