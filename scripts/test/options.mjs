import { parseArgs } from 'node:util'

/**
 * @typedef {object} Options
 * @property {readonly string[]} words steps and parts of paths
 * @property {boolean} all also what plain `npm test` leaves to `npm run test:all`
 * @property {boolean} fresh also what has passed unchanged before
 * @property {boolean} list only say what would run
 */

/**
 * Reads the words after `npm test --`.
 *
 * @param {readonly string[]} args
 * @returns {Options}
 * @throws {TypeError} for an option that there is not
 */
export function readOptions(args) {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      all: { type: 'boolean', default: false },
      fresh: { type: 'boolean', default: false },
      list: { type: 'boolean', default: false },
    },
  })
  return { ...values, words: positionals }
}
