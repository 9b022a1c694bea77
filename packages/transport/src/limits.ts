import type { TransportLimits } from './contract.ts'

/**
 * Clause 3.2 of the specification: strUrl 2048, InData and OutData 900K.
 *
 * They are sizes of C char buffers, hence bytes; that K means 1,024 is an assumption, the document does not say.
 */
export const specificationLimits: TransportLimits = Object.freeze({
  url: 2_048,
  text: 900 * 1_024,
  answer: 900 * 1_024,
})

/** 120 seconds: the patient may be scanning a code or typing a password at the terminal. */
export const DEFAULT_DEADLINE = 120_000
