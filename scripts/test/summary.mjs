import { seconds } from '../run.mjs'

/**
 * @typedef {object} Row
 * @property {string} title
 * @property {import('./counts.mjs').Counts} counts
 * @property {number} milliseconds
 * @property {string} [absent] why it did not run
 * @property {number} [unsteady] how many tests passed only when they ran again
 */

/**
 * The closing table, and as its last line the totals alone: `N passed, N failed`.
 *
 * @param {readonly Row[]} rows
 * @returns {string}
 */
export function summary(rows) {
  const width = Math.max(0, ...rows.map(({ title }) => title.length))
  /** @param {string | number} cell */
  const cell = (cell) => String(cell).padStart(9)
  const lines = rows.map(({ title, counts: { passed, failed, skipped }, milliseconds, absent }) =>
    absent === undefined
      ? `${title.padEnd(width)}${[passed, failed, skipped, seconds(milliseconds)].map(cell).join('')}`
      : `${title.padEnd(width)}  not run: ${absent}`,
  )
  const total = (/** @type {'passed' | 'failed' | 'skipped'} */ key) =>
    rows.reduce((sum, { counts }) => sum + counts[key], 0)
  const skipped = total('skipped')
  const unsteady = rows.reduce((sum, { unsteady = 0 }) => sum + unsteady, 0)
  return [
    `${' '.repeat(width)}${['passed', 'failed', 'skipped', 'time'].map(cell).join('')}`,
    ...lines,
    '',
    ...(unsteady === 0
      ? []
      : [`unsteady: ${unsteady} failed at first and passed when run again alone 不稳定，单独重跑后通过`]),
    `${total('passed')} passed, ${total('failed')} failed${skipped === 0 ? '' : `, ${skipped} skipped`}`,
  ].join('\n')
}
