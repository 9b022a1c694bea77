/** The first bytes by which compressed data shows itself. Brotli has none. */
const MARKS: readonly [name: string, ...bytes: number[]][] = [
  ['gzip', 0x1f, 0x8b],
  ['zstd', 0x28, 0xb5, 0x2f, 0xfd],
  ['deflate', 0x78, 0x01],
  ['deflate', 0x78, 0x5e],
  ['deflate', 0x78, 0x9c],
  ['deflate', 0x78, 0xda],
]

/**
 * How bytes that are no text were compressed, by what they begin with, else by the header; `undefined` for anything else.
 *
 * @param header the value of `content-encoding`
 */
export function compressionOf(body: Uint8Array, header?: string | null): string | undefined {
  const [mark] = MARKS.find(([, ...bytes]) => bytes.every((byte, place) => body[place] === byte)) ?? []
  if (mark !== undefined) return mark
  const [named] = /^(?:gzip|br|deflate|zstd|compress)\b/.exec(header?.trim().toLowerCase() ?? '') ?? []
  return named
}
