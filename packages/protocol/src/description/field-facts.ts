import { LIMITS } from './limits.ts'

/** Several independent public sources agree on the name and the length, or the specification gives them. */
export const confirmed = { evidence: 'confirmed' } as const

/** The name is in public code; the length is that of the sibling core interfaces 2203 and 2204, on which two sources agree. */
export const derived = { evidence: 'single source', note: 'Length as in the core interfaces 2203/2204.' } as const

/** As `derived`, and the core interface demands the field. */
export const derivedRequired = {
  required: true,
  evidence: 'single source',
  note: 'Length and flag as in the core interfaces 2203/2204.',
} as const

/** The name is in public code, without a length, so ours is generous. */
export const ownLength = { evidence: 'assumption', note: 'The length is not public; ours is generous.' } as const

/** Nothing but the name is public: length, flag and form are ours. */
export const ownForm = { evidence: 'assumption', note: 'Length, flag and form are not public.' } as const

/** 200K, what the envelope allows an extension of a request (clause 2.2.4.1). */
export const EXTENSION_LENGTH = LIMITS.requestField
