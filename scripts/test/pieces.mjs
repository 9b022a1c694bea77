import { readFileSync } from 'node:fs'

/**
 * @typedef {object} Pieces what a campaign's journal says
 * @property {ReadonlySet<string>} planned names of all its pieces
 * @property {ReadonlyMap<string, number>} passed those that have passed, with their milliseconds
 */

/**
 * Reads the journal that `it` of scripts/deep-kit.ts writes.
 *
 * @param {string} journal
 * @returns {Pieces}
 */
export function readPieces(journal) {
  const planned = new Set()
  const passed = new Map()
  for (const line of readFileSync(journal, 'utf8').split('\n')) {
    if (line.startsWith('planned ')) planned.add(line.slice('planned '.length))
    const [, milliseconds, name] = /^passed (\d+) (.*)$/.exec(line) ?? []
    if (name !== undefined) passed.set(name, Number(milliseconds))
  }
  return { planned, passed }
}

/**
 * How much of some campaigns has passed. A campaign that has told of no piece yet counts as one that has not.
 *
 * @param {readonly Pieces[]} all
 */
export function share(all) {
  const sum = (/** @type {readonly number[]} */ numbers) => numbers.reduce((total, number) => total + number, 0)
  return {
    planned: sum(all.map(({ planned }) => Math.max(1, planned.size))),
    passed: sum(all.map(({ passed }) => passed.size)),
    milliseconds: sum(all.flatMap(({ passed }) => [...passed.values()])),
  }
}
