/**
 * The lengths of clause 2.2.4 and clause 3.2, with K = 1,024.
 *
 * The specification counts 字符 and does not say whether these are characters or bytes. The library's buffers are C
 * `char` arrays, so everything with a K is counted in bytes of the wire charset when we send (the stricter reading
 * fits both). When we read, only the whole is limited, because nothing may be lost. Header fields count characters.
 */
export const LIMITS = {
  /** Request and response header, characters. */
  orgId: 40,
  /** Request header, characters. */
  transType: 40,
  /** Response header, characters. */
  message: 200,
  /** Request `data` and `extData`, bytes each. */
  requestField: 200 * 1024,
  /** Response `data` and `extData`, bytes each. */
  responseField: 800 * 1024,
  /** InData and OutData, bytes. */
  whole: 900 * 1024,
  /** strUrl, bytes. */
  url: 2048,
} as const
