import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { nativeFolder } from './sources.mjs'

/**
 * The published hashes of the Windows files, by target: which compiler made them, and what came out.
 *
 * @typedef {Record<string, { compiler: string, files: Readonly<Record<string, string>> }>} Published
 */

const FILE = join(nativeFolder, 'hashes.json')

/** @returns {Published} */
export function publishedHashes() {
  return existsSync(FILE) ? JSON.parse(readFileSync(FILE, 'utf8')) : {}
}

/** Writes what was built as the published hashes. @param {import('./build-target.mjs').Built} built */
export function publishHashes({ target, compiler, hashes }) {
  const all = { ...publishedHashes(), [target]: { compiler, files: hashes } }
  const sorted = Object.fromEntries(Object.entries(all).sort(([a], [b]) => a.localeCompare(b)))
  writeFileSync(FILE, `${JSON.stringify(sorted, null, 2)}\n`)
}

/**
 * How a build compares with the published hashes. Another compiler makes other files, which proves nothing.
 *
 * @param {import('./build-target.mjs').Built} built
 * @returns {'equal' | 'different' | 'other-compiler' | 'not-published'}
 */
export function compareHashes({ target, compiler, hashes }) {
  const published = publishedHashes()[target]
  if (published === undefined) return 'not-published'
  if (published.compiler !== compiler) return 'other-compiler'
  return Object.entries(hashes).every(([name, hash]) => published.files[name] === hash) ? 'equal' : 'different'
}
