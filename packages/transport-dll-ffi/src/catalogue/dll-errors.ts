import type { ErrorCatalogue } from '@nationec/errors'
import { answerErrors } from './answer-errors.ts'
import { hostErrors } from './host-errors.ts'
import { libraryErrors } from './library-errors.ts'

/** Every code of this transport's own, with its texts. The codes that all transports share are in `transportErrors`. */
export const dllErrors = { ...hostErrors, ...libraryErrors, ...answerErrors } as const satisfies ErrorCatalogue

/** The codes of {@link dllErrors}. */
export type DllErrorCode = keyof typeof dllErrors
