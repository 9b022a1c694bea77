import { specificationLimits } from '@nationec/transport'

/** Clause 3.2: 900K for a text in either direction, in bytes of UTF-8. */
export const TEXT_MOST = specificationLimits.text
/** Clause 3.2: 2,048 for the business address. */
export const URL_MOST = specificationLimits.url
/** The uncompressed body: length of the address, address, text. */
export const RAW_MOST = 2 + URL_MOST + TEXT_MOST
/** Raw r ‖ s. */
export const SIGNATURE_LENGTH = 64
/** A body that is longer than it may be is passed over, so that what follows is heard; beyond this it is not worth the time. */
export const PASSED_OVER_MOST = 4 * 1024 * 1024
