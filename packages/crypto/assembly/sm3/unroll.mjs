/**
 * Writes the compression function of SM3 (GB/T 32905, section 5.3.3) with the first 16 of its 64 rounds unrolled and the
 * others in a loop of 8.
 *
 * Unrolled, the eight words of the state and the sixteen words of the message that are still needed stay in local
 * variables and the engines keep most of it in registers: three times the speed of loops over arrays. WebAssembly was no
 * faster. The loop of 8 makes the function a third as large as 64 rounds written out: engines optimise it sooner, and
 * once they have, it takes a tenth longer (docs/decisions/0019-sizes.md).
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

/** The constant of the first 16 rounds, and that of the others; each round takes it rotated once more. */
const [EARLY, LATE] = [0x79cc4519, 0x7a879d8a]

/** @param {number} value @param {number} bits */
const rotatedNumber = (value, bits) => (bits === 0 ? value | 0 : (value << bits) | (value >>> (32 - bits)))

/**
 * The variables of the sixteen words that are still needed. A turn of eight late rounds begins with the words 4 to 19 in
 * `w0` to `w15`, and ends with the eight words after those in the same order: the new ones take the upper eight
 * variables, and each word that was there moves down when the oldest of all is of no more use.
 */
const variable = (/** @type {number} */ place) => `w${(place + 16) % 16}`

/** Where a word is in the first 16 rounds, and in a turn of late rounds after the expansion of so many words. */
const earlyWord = (/** @type {number} */ index) => variable(index - 4)
const lateWord = (/** @type {number} */ index, /** @type {number} */ expanded) =>
  variable(index >= 20 || (index >= 12 && index - 12 < expanded) ? index - 12 : index - 4)

/**
 * The message expansion of section 5.3.2.
 *
 * @param {number} index of the new word, from 16 on
 * @param {(index: number) => string} word
 * @param {string} [moved] the word that takes the variable of the oldest one, and leaves its own to the new one
 */
function expansion(index, word, moved) {
  const oldest = word(index - 16)
  const last = `${rotated('t', 15)} ^ ${rotated('t', 23)} ^ ${rotated(word(index - 13), 7)} ^ ${word(index - 6)}`
  return [
    `t = ${oldest} ^ ${word(index - 9)} ^ ${rotated(word(index - 3), 15)}`,
    ...(moved === undefined ? [`${oldest} = t ^ ${last}`] : [`${oldest} = ${moved}`, `${moved} = t ^ ${last}`]),
  ]
}

/**
 * One round, section 5.3.3.
 *
 * @param {number} index
 * @param {string} constant
 * @param {(index: number) => string} word
 */
function round(index, constant, word) {
  // The words of the state change places by one in each round; here their names do.
  const name = (/** @type {number} */ place) => 'abcd'.charAt((place + 4 - (index % 4)) % 4)
  const [a, b, c, d] = [name(0), name(1), name(2), name(3)]
  const low = (/** @type {string} */ letter) => 'efgh'.charAt('abcd'.indexOf(letter))
  const [e, f, g, h] = [low(a), low(b), low(c), low(d)]
  const chosen =
    index < 16
      ? { ff: `(${a} ^ ${b} ^ ${c})`, gg: `(${e} ^ ${f} ^ ${g})` }
      : { ff: `((${a} & ${b}) | (${c} & (${a} | ${b})))`, gg: `(${g} ^ (${e} & (${f} ^ ${g})))` }
  return [
    `r = ${rotation(a, 12)}`,
    `s = (r + ${e} + ${constant}) | 0`,
    `s = ${rotation('s', 7)}`,
    `${d} = (${chosen.ff} + ${d} + (s ^ r) + (${word(index)} ^ ${word(index + 4)})) | 0`,
    `t = (${chosen.gg} + ${h} + s + ${word(index)}) | 0`,
    `${b} = ${rotation(b, 9)}`,
    `${f} = ${rotation(f, 19)}`,
    `${h} = t ^ ${rotated('t', 9)} ^ ${rotated('t', 17)}`,
  ]
}

/** Rounds 0 to 15. */
function earlyRounds() {
  return Array.from({ length: 16 }, (_, index) => [
    ...(index < 12 ? [] : expansion(index + 4, earlyWord)),
    ...round(index, `${rotatedNumber(EARLY, index)}`, earlyWord),
  ]).flat()
}

/** Rounds 16 to 63, in six turns of eight. */
function lateRounds() {
  const lines = Array.from({ length: 8 }, (_, step) => [
    ...expansion(20 + step, (index) => lateWord(index, step), variable(8 + step)),
    ...round(16 + step, 'k', (index) => lateWord(index, step + 1)),
    `k = ${rotation('k', 1)}`,
  ]).flat()
  return ['for (let turn = 0; turn < 6; turn += 1) {', ...lines.map((line) => `  ${line}`), '}']
}

/** @returns {string} the text of the generated file */
export function unrolledSm3() {
  const state = [...'abcdefgh']
  const words = Array.from({ length: 16 }, (_, index) => earlyWord(index))
  const lines = [
    ...words.map((name, index) => `let ${name} = blocks.getInt32(at${index === 0 ? '' : ` + ${index * 4}`})`),
    ...state.map((name, index) => `let ${name} = state[${index}] as number`),
    `let k = ${rotatedNumber(LATE, 16)}`,
    'let r = 0',
    'let s = 0',
    'let t = 0',
    ...earlyRounds(),
    ...lateRounds(),
    ...state.map((name, index) => `state[${index}] = (state[${index}] as number) ^ ${name}`),
  ]
  return `/** Built from assembly/sm3/unroll.mjs by assembly/build.mjs. */

/** Takes \`count\` blocks of 64 bytes, from the byte \`from\` on, into the eight words of the state. */
export function compressSm3(state: Int32Array, blocks: DataView, from: number, count: number): void {
  for (let at = from; at < from + count * 64; at += 64) {
${lines.map((line) => `    ${line}`).join('\n')}
  }
}
`
}
