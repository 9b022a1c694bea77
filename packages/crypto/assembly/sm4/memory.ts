// Where everything lies. All that is secret is one piece, so that the caller wipes it with one fill: from `SECRETS` to
// the end of what it used of `DATA`.

/** What `DATA` holds: longer messages come in pieces. The memory of the module never grows. */
export const DATA_LENGTH: i32 = 32768

/** Sixteen blocks: what the vector code takes at a time. */
@inline export const BATCH: usize = 256

const PIECE = memory.data(3072 + DATA_LENGTH, 16)

export const SECRETS: usize = PIECE
/** 32 round keys as words, in the order in which they are used: reversed for decryption. Written by the caller. */
export const KEYS: usize = PIECE
/** The user key on its way to the round keys; the chaining block of CBC; the counter block of CTR and GCM; the tag. */
export const BLOCK: usize = PIECE + 128
/** GHASH: the hash key H, the running value Y, and E(J0), the mask of the tag. */
export const HASH_KEY: usize = PIECE + 144
export const HASH: usize = PIECE + 160
export const TAG_MASK: usize = PIECE + 176
/** The round keys with the constant of the S-box moved into them. */
export const FOLDED_KEYS: usize = PIECE + 256
/** Sixteen blocks in columns: column k holds byte k of each. */
export const COLUMNS: usize = PIECE + 512
/** Passing room of a transposition. */
export const PASSING: usize = PIECE + 768
/** Sixteen blocks of key stream, or of decrypted blocks before they are chained. */
export const STREAM: usize = PIECE + 1024
/** GHASH by vectors: the rows of the table of H^16 and whether they are there, the sums, their nibbles and products. */
export const ROWS_READY: usize = PIECE + 192
export const LOW_ROWS: usize = PIECE + 1280
export const HIGH_ROWS: usize = PIECE + 1536
export const SUMS: usize = PIECE + 1792
export const LOW_NIBBLES: usize = PIECE + 2048
export const HIGH_NIBBLES: usize = PIECE + 2304
export const PRODUCT: usize = PIECE + 2560
export const DATA: usize = PIECE + 3072
