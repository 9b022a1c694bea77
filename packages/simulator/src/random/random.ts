/** The only source of chance in a simulator: the same seed and the same calls give the same values. */
export interface Random {
  /** A whole number from 0 up to, not including, `limit`. */
  below(limit: number): number
  /** Decimal digits. */
  digits(length: number): string
  /** Lower-case hexadecimal digits. */
  hex(length: number): string
}

/** A small fast counter generator (sfc32). Good for tests, never for secrets. */
export function createRandom(seed: number): Random {
  let [a, b, c, counter] = spread(seed)

  function next(): number {
    const mixed = (a + b + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + mixed
    c |= 0
    return mixed >>> 0
  }

  /** The first results still show the seed. */
  for (let round = 0; round < 12; round += 1) next()

  function written(alphabet: string, length: number): string {
    let text = ''
    for (let place = 0; place < length; place += 1) text += alphabet[next() % alphabet.length]
    return text
  }

  return {
    below: (limit) => next() % limit,
    digits: (length) => written('0123456789', length),
    hex: (length) => written('0123456789abcdef', length),
  }
}

/** Four words out of one number; numbers that differ only behind the point, or beyond 32 bits, differ here too. */
function spread(seed: number): [number, number, number, number] {
  const words = new Uint32Array(new Float64Array([seed]).buffer)
  const [low = 0, high = 0] = words
  let state = low ^ Math.imul(high, 0x9e3779b1)
  const word = (): number => {
    state = (state + 0x9e3779b9) | 0
    let mixed = state ^ (state >>> 16)
    mixed = Math.imul(mixed, 0x21f0aaad)
    mixed ^= mixed >>> 15
    mixed = Math.imul(mixed, 0x735a2d97)
    return mixed ^ (mixed >>> 15)
  }
  return [word(), word(), word(), word()]
}
