/** The words of FIPS 180-4 clause 4.2.2: the fractions of the cube roots of the first primes. */
const ROUND_WORDS = Uint32Array.from(firstPrimes(64), (prime) => fraction(Math.cbrt(prime)))
const START = Uint32Array.from(firstPrimes(8), (prime) => fraction(Math.sqrt(prime)))

/** SHA-256 (FIPS 180-4): only to see whether a partner used it. Never for a secret. */
export function sha256(message: Uint8Array): Uint8Array {
  const blocks = Math.ceil((message.length + 9) / 64)
  const padded = new Uint8Array(blocks * 64)
  padded.set(message)
  padded[message.length] = 0x80
  const view = new DataView(padded.buffer)
  view.setUint32(padded.length - 8, Math.floor(message.length / 0x2000_0000))
  view.setUint32(padded.length - 4, message.length << 3)
  const state = START.slice()
  for (let block = 0; block < blocks; block += 1) compress(state, view, block * 64)
  const hash = new Uint8Array(32)
  state.forEach((word, index) => {
    new DataView(hash.buffer).setUint32(index * 4, word)
  })
  return hash
}

const words = new Int32Array(64)

function compress(state: Uint32Array, view: DataView, at: number): void {
  for (let index = 0; index < 16; index += 1) words[index] = view.getInt32(at + index * 4)
  for (let index = 16; index < 64; index += 1) {
    const [early, late] = [words[index - 15] as number, words[index - 2] as number]
    const first = rotated(early, 7) ^ rotated(early, 18) ^ (early >>> 3)
    const second = rotated(late, 17) ^ rotated(late, 19) ^ (late >>> 10)
    words[index] = (words[index - 16] as number) + first + (words[index - 7] as number) + second
  }
  let [a, b, c, d, e, f, g, h] = state as unknown as [number, number, number, number, number, number, number, number]
  for (let index = 0; index < 64; index += 1) {
    const choice = (e & f) ^ (~e & g)
    const left = h + (rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25)) + choice
    const one = (left + (ROUND_WORDS[index] as number) + (words[index] as number)) | 0
    const two = ((rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0
    ;[h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + two) | 0]
  }
  for (const [index, word] of [a, b, c, d, e, f, g, h].entries()) state[index] = (state[index] as number) + word
}

function rotated(word: number, bits: number): number {
  return (word >>> bits) | (word << (32 - bits))
}

function firstPrimes(count: number): number[] {
  const primes: number[] = []
  for (let number = 2; primes.length < count; number += 1) {
    if (primes.every((prime) => number % prime !== 0)) primes.push(number)
  }
  return primes
}

/** The first 32 bits behind the point. */
function fraction(number: number): number {
  return Math.floor((number % 1) * 2 ** 32)
}
