/**
 * Writes the compression function of SM3 (GB/T 32905, section 5.3.3) with its 64 rounds unrolled.
 *
 * Unrolled, the eight words of the state and the sixteen words of the message that are still needed stay in local
 * variables, the constants are literals, and the engines keep most of it in registers: three times the speed of loops
 * over arrays. WebAssembly was no faster.
 */

/** @param {string} value @param {number} bits */
const rotation = (value, bits) => `(${value} << ${bits}) | (${value} >>> ${32 - bits})`

/**
 * The same within an expression. A statement has no outer parentheses, because the formatter of the repository would
 * take them away and the file would differ from what this gives.
 *
 * @param {string} value @param {number} bits
 */
const rotated = (value, bits) => `(${rotation(value, bits)})`

/** @param {number} round the constant of a round, already rotated */
function constant(round) {
  const base = round < 16 ? 0x79cc4519 : 0x7a879d8a
  const bits = round % 32
  return bits === 0 ? base | 0 : (base << bits) | (base >>> (32 - bits))
}

/** The words of the message: sixteen variables in turn, each overwritten by the word sixteen places behind it. */
const word = (/** @type {number} */ index) => `w${index % 16}`

/** @param {number} index of a word from 16 on: the message expansion of section 5.3.2 */
function expansion(index) {
  const [oldest, seventh, thirteenth] = [word(index), word(index + 7), word(index + 3)]
  return [
    `t = ${oldest} ^ ${seventh} ^ ${rotated(word(index + 13), 15)}`,
    `${oldest} = t ^ ${rotated('t', 15)} ^ ${rotated('t', 23)} ^ ${rotated(thirteenth, 7)} ^ ${word(index + 10)}`,
  ]
}

/** @param {number} index */
function round(index) {
  // The words of the state change places by one in each round; here their names do.
  const name = (/** @type {number} */ place) => 'abcd'.charAt((place + 4 - (index % 4)) % 4)
  const [a, b, c, d] = [name(0), name(1), name(2), name(3)]
  const low = (/** @type {string} */ letter) => 'efgh'.charAt('abcd'.indexOf(letter))
  const [e, f, g, h] = [low(a), low(b), low(c), low(d)]
  const chosen =
    index < 16
      ? { ff: `(${a} ^ ${b} ^ ${c})`, gg: `(${e} ^ ${f} ^ ${g})` }
      : { ff: `((${a} & ${b}) | (${c} & (${a} | ${b})))`, gg: `(${g} ^ (${e} & (${f} ^ ${g})))` }
  const later = index + 4
  return [
    ...(later < 16 ? [] : expansion(later)),
    `r = ${rotation(a, 12)}`,
    `s = (r + ${e} + ${constant(index)}) | 0`,
    `s = ${rotation('s', 7)}`,
    `${d} = (${chosen.ff} + ${d} + (s ^ r) + (${word(index)} ^ ${word(later)})) | 0`,
    `t = (${chosen.gg} + ${h} + s + ${word(index)}) | 0`,
    `${b} = ${rotation(b, 9)}`,
    `${f} = ${rotation(f, 19)}`,
    `${h} = t ^ ${rotated('t', 9)} ^ ${rotated('t', 17)}`,
  ]
}

/** @returns {string} the text of the generated file */
export function unrolledSm3() {
  const state = [...'abcdefgh']
  const words = Array.from({ length: 16 }, (_, index) => word(index))
  const lines = [
    ...words.map((name, index) => `let ${name} = blocks.getInt32(at + ${index * 4})`),
    ...state.map((name, index) => `let ${name} = state${index}`),
    'let r = 0',
    'let s = 0',
    'let t = 0',
    ...Array.from({ length: 64 }, (_, index) => round(index)).flat(),
    ...state.map((name, index) => `state${index} ^= ${name}`),
  ]
  return `/** Built from assembly/sm3/unroll.mjs by assembly/build.mjs. */

/** Takes \`count\` blocks of 64 bytes, from the byte \`from\` on, into the eight words of the state. */
export function compressSm3(state: Int32Array, blocks: DataView, from: number, count: number): void {
${state.map((_, index) => `  let state${index} = state[${index}] as number`).join('\n')}
  for (let at = from; at < from + count * 64; at += 64) {
${lines.map((line) => `    ${line}`).join('\n')}
  }
${state.map((_, index) => `  state[${index}] = state${index}`).join('\n')}
}
`
}
