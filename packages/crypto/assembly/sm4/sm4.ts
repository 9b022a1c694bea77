// The module: compiled with relaxed SIMD, with SIMD, and without. See docs/decisions for the reasons.
export { gcmDecrypt, gcmEncrypt, gcmHash, gcmStart, gcmTag } from './gcm'
export { expandKey } from './key-schedule'
export { BLOCK, DATA, DATA_LENGTH, KEYS, SECRETS } from './memory'
export { cbcDecrypt, cbcEncrypt, ctr, ecb } from './modes'
