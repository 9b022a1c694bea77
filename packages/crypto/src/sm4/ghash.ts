/**
 * GHASH (NIST SP 800-38D section 6.4) without tables: every step is integer arithmetic that depends on no secret.
 *
 * A 32-bit carry-less product is made of ordinary multiplications of words that keep every fourth bit only, so that no
 * carry reaches the next bit that counts. The low half comes from the words as they are, the high half from the same
 * words with their bits in reverse order.
 */
export function ghash(key: Uint8Array, ...parts: readonly Uint8Array[]): Uint8Array {
  const view = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const keyView = view(key)
  // Least significant word first.
  const h = [12, 8, 4, 0].map((at) => keyView.getInt32(at))
  const [h0 = 0, h1 = 0, h2 = 0, h3 = 0] = h
  const operands = karatsuba(h0, h1, h2, h3)
  const reversed = karatsuba(reverse(h0), reverse(h1), reverse(h2), reverse(h3))
  const y = new Int32Array(4)
  const last = new Uint8Array(16)
  for (const part of parts) {
    const whole = part.length - (part.length % 16)
    const partView = view(part)
    for (let at = 0; at < whole; at += 16) step(y, partView, at, operands, reversed)
    if (whole === part.length) continue
    last.fill(0)
    last.set(part.subarray(whole))
    step(y, view(last), 0, operands, reversed)
  }
  const sum = new Uint8Array(16)
  const sumView = view(sum)
  for (let index = 0; index < 4; index += 1) sumView.setInt32(12 - 4 * index, y[index] ?? 0)
  return sum
}

/** The nine words that Karatsuba's method multiplies for two numbers of four words. */
function karatsuba(w0: number, w1: number, w2: number, w3: number): Int32Array {
  return Int32Array.of(w0, w1, w0 ^ w1, w2, w3, w2 ^ w3, w0 ^ w2, w1 ^ w3, w0 ^ w1 ^ w2 ^ w3)
}

/** y = (y ^ block) · H. Written out in single words: this is where the time goes. */
function step(y: Int32Array, view: DataView, at: number, h: Int32Array, hReversed: Int32Array): void {
  const y0 = (y[0] ?? 0) ^ view.getInt32(at + 12)
  const y1 = (y[1] ?? 0) ^ view.getInt32(at + 8)
  const y2 = (y[2] ?? 0) ^ view.getInt32(at + 4)
  const y3 = (y[3] ?? 0) ^ view.getInt32(at)
  const r0 = reverse(y0)
  const r1 = reverse(y1)
  const r2 = reverse(y2)
  const r3 = reverse(y3)

  // Low halves l and high halves g of the nine products; every third is turned into the middle word of its group.
  const l0 = low(y0, h[0] ?? 0)
  const l1 = low(y1, h[1] ?? 0)
  const l2 = low(y0 ^ y1, h[2] ?? 0) ^ l0 ^ l1
  const l3 = low(y2, h[3] ?? 0)
  const l4 = low(y3, h[4] ?? 0)
  const l5 = low(y2 ^ y3, h[5] ?? 0) ^ l3 ^ l4
  const l6 = low(y0 ^ y2, h[6] ?? 0)
  const l7 = low(y1 ^ y3, h[7] ?? 0)
  const l8 = low(y0 ^ y1 ^ y2 ^ y3, h[8] ?? 0) ^ l6 ^ l7
  const g0 = high(r0, hReversed[0] ?? 0)
  const g1 = high(r1, hReversed[1] ?? 0)
  const g2 = high(r0 ^ r1, hReversed[2] ?? 0) ^ g0 ^ g1
  const g3 = high(r2, hReversed[3] ?? 0)
  const g4 = high(r3, hReversed[4] ?? 0)
  const g5 = high(r2 ^ r3, hReversed[5] ?? 0) ^ g3 ^ g4
  const g6 = high(r0 ^ r2, hReversed[6] ?? 0)
  const g7 = high(r1 ^ r3, hReversed[7] ?? 0)
  const g8 = high(r0 ^ r1 ^ r2 ^ r3, hReversed[8] ?? 0) ^ g6 ^ g7

  // The 255-bit product in eight words.
  const a1 = g0 ^ l2
  const a2 = l1 ^ g2
  const b1 = g3 ^ l5
  const b2 = l4 ^ g5
  const z2 = a2 ^ l6 ^ l0 ^ l3
  const z3 = g1 ^ g6 ^ l8 ^ a1 ^ b1
  const z4 = l3 ^ l7 ^ g8 ^ a2 ^ b2
  const z5 = b1 ^ g7 ^ g1 ^ g4

  // GCM writes bits in reverse order: one bit to the left, then the reduction by x^128 + x^7 + x^2 + x + 1.
  const v0 = l0 << 1
  const v1 = (a1 << 1) | (l0 >>> 31)
  const v2 = (z2 << 1) | (a1 >>> 31)
  const v3 = ((z3 << 1) | (z2 >>> 31)) ^ spill(v0)
  y[0] = ((z4 << 1) | (z3 >>> 31)) ^ fold(v0) ^ spill(v1)
  y[1] = ((z5 << 1) | (z4 >>> 31)) ^ fold(v1) ^ spill(v2)
  y[2] = ((b2 << 1) | (z5 >>> 31)) ^ fold(v2) ^ spill(v3)
  y[3] = ((g4 << 1) | (b2 >>> 31)) ^ fold(v3)
}

/** What a word that is reduced adds four words further up, and what of it runs over into the word before. */
function fold(word: number): number {
  return word ^ (word >>> 1) ^ (word >>> 2) ^ (word >>> 7)
}

function spill(word: number): number {
  return (word << 31) ^ (word << 30) ^ (word << 25)
}

/** The low 32 bits of the carry-less product. */
function low(x: number, y: number): number {
  const x0 = x & 0x11111111
  const x1 = x & 0x22222222
  const x2 = x & 0x44444444
  const x3 = x & HIGHEST
  const y0 = y & 0x11111111
  const y1 = y & 0x22222222
  const y2 = y & 0x44444444
  const y3 = y & HIGHEST
  const z0 = Math.imul(x0, y0) ^ Math.imul(x1, y3) ^ Math.imul(x2, y2) ^ Math.imul(x3, y1)
  const z1 = Math.imul(x0, y1) ^ Math.imul(x1, y0) ^ Math.imul(x2, y3) ^ Math.imul(x3, y2)
  const z2 = Math.imul(x0, y2) ^ Math.imul(x1, y1) ^ Math.imul(x2, y0) ^ Math.imul(x3, y3)
  const z3 = Math.imul(x0, y3) ^ Math.imul(x1, y2) ^ Math.imul(x2, y1) ^ Math.imul(x3, y0)
  return (z0 & 0x11111111) | (z1 & 0x22222222) | (z2 & 0x44444444) | (z3 & HIGHEST)
}

const HIGHEST = 0x88888888 | 0

/** The high 31 bits, from words with their bits in reverse order. */
function high(x: number, y: number): number {
  return reverse(low(x, y)) >>> 1
}

/** The bits of a word in reverse order. */
function reverse(word: number): number {
  let x = word
  x = ((x & 0x55555555) << 1) | ((x >>> 1) & 0x55555555)
  x = ((x & 0x33333333) << 2) | ((x >>> 2) & 0x33333333)
  x = ((x & 0x0f0f0f0f) << 4) | ((x >>> 4) & 0x0f0f0f0f)
  x = ((x & 0x00ff00ff) << 8) | ((x >>> 8) & 0x00ff00ff)
  return (x << 16) | (x >>> 16)
}
