/** What one call of the library left behind, in either kind of call. The flags are those of native/host/PROTOCOL.md. */
export interface LibraryResult {
  readonly flags: number
  /** Time inside the library; 4294967295 means that or more. */
  readonly microseconds: number
  /** The returned pointer as a number: it tells a library that returns a number instead. */
  readonly returnValue: bigint
  /** The returned text without its NUL. */
  readonly returned: Uint8Array
  /** OutData up to its NUL. */
  readonly out: Uint8Array
}

export const resultFlag = {
  returnNull: 0x001,
  returnUnreadable: 0x002,
  returnTruncated: 0x004,
  returnIsOut: 0x008,
  outUnchanged: 0x010,
  outEmpty: 0x020,
  outUnterminated: 0x040,
  outAppended: 0x080,
  beforeOutChanged: 0x100,
  inChanged: 0x200,
  urlChanged: 0x400,
} as const

/** The longest returned text that is looked at. */
export const RETURN_TEXT_MOST = 65_536
