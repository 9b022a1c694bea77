/**
 * GB18030 by itself: nothing else of this package is loaded with it.
 *
 * @module
 */
export { decodeGb18030, encodeGb18030, gb18030Length } from './text/gb18030.ts'
