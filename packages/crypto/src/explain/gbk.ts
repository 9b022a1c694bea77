/**
 * By character: the two bytes of GBK. The runtime's own decoder turned round; `@nationec/protocol/gb18030` does the same
 * and more, but stands above this package.
 */
let codes: ReadonlyMap<string, number> | undefined

/** The bytes of a text in GBK; `undefined` where it lacks a character, or the runtime lacks GBK. */
export function encodeGbk(text: string): Uint8Array | undefined {
  codes ??= readCodes()
  const bytes: number[] = []
  for (const character of text) {
    const code = character < '\u0080' ? character.charCodeAt(0) : codes.get(character)
    if (code === undefined) return undefined
    if (code > 0xff) bytes.push(code >> 8)
    bytes.push(code & 0xff)
  }
  return Uint8Array.from(bytes)
}

function readCodes(): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  const decoder = gbkDecoder()
  for (let code = 0x8140; decoder !== undefined && code <= 0xfefe; code += 1) {
    if ((code & 0xff) < 0x40 || (code & 0xff) === 0x7f || (code & 0xff) === 0xff) continue
    const character = decoder.decode(Uint8Array.of(code >> 8, code & 0xff))
    if (character.length === 1 && character !== '\ufffd' && !found.has(character)) found.set(character, code)
  }
  return found
}

/** A Node that was built without the data of ICU has none. */
function gbkDecoder(): InstanceType<typeof TextDecoder> | undefined {
  try {
    return new TextDecoder('gbk')
  } catch {
    return undefined
  }
}
