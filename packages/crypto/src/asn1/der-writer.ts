import { concatBytes } from '../bytes/concat.ts'

/** One DER element. */
export function element(tag: number, ...contents: readonly Uint8Array[]): Uint8Array {
  const content = concatBytes(...contents)
  return concatBytes(Uint8Array.of(tag, ...lengthBytes(content.length)), content)
}

/** An INTEGER of an unsigned number, most significant byte first. */
export function integerElement(value: Uint8Array): Uint8Array {
  let start = 0
  while (start < value.length - 1 && value[start] === 0) start += 1
  const magnitude = value.subarray(start)
  return element(0x02, (magnitude[0] ?? 0) >= 0x80 ? concatBytes(Uint8Array.of(0), magnitude) : magnitude)
}

function lengthBytes(length: number): number[] {
  if (length < 0x80) return [length]
  const bytes: number[] = []
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) bytes.unshift(rest % 256)
  return [0x80 | bytes.length, ...bytes]
}
