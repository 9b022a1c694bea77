const REPLACEMENT = 0x3f // ?

let known: ReadonlyMap<string, readonly [number, number]> | undefined

/** Text as GBK (code page 936); a character that it lacks becomes `?`. The runtimes decode GBK and do not encode it. */
export function encodeGbk(text: string): Uint8Array {
  known ??= readTable()
  const bytes: number[] = []
  for (const character of text) {
    const pair = known.get(character)
    if (character < '\u0080') bytes.push(character.charCodeAt(0))
    else if (pair === undefined) bytes.push(REPLACEMENT)
    else bytes.push(...pair)
  }
  return Uint8Array.from(bytes)
}

/** Turns the runtime's decoder round: every two bytes that code page 936 knows, with their character. */
function readTable(): ReadonlyMap<string, readonly [number, number]> {
  const decoder = new TextDecoder('gbk')
  const table = new Map<string, readonly [number, number]>()
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      if (trail === 0x7f) continue
      const character = decoder.decode(Uint8Array.of(lead, trail))
      const isPrivate = character >= '\ue000' && character <= '\uf8ff'
      if ([...character].length === 1 && character !== '\ufffd' && !isPrivate && !table.has(character)) {
        table.set(character, [lead, trail])
      }
    }
  }
  return table
}
