import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../tools.mjs'
import { filesBelow, workspaces } from '../workspaces.mjs'

/**
 * The runtimes a test file can run on: `node` is the Node of the tools (24), `machine` the Node of this machine.
 *
 * @typedef {'node' | 'machine' | 'bun' | 'deno'} RuntimeName
 *
 * @typedef {object} TestFile
 * @property {string} file relative to the top, with forward slashes
 * @property {string} owner the workspace (or `tests`) whose dependencies it sees
 * @property {string} step the step that runs it: `suites`, or the name of a folder below tests/ that has a step of its own
 * @property {readonly RuntimeName[]} runtimes
 * @property {readonly string[]} needs programs of the machine that it cannot do without
 */

/** Folders below tests/ that prove something about the repository itself; they run once, on Node. */
export const OWN_STEPS = ['structure', 'readme', 'packaging']

/** @type {readonly RuntimeName[]} */
const ALL_RUNTIMES = ['node', 'machine', 'bun', 'deno']

/**
 * Every test file of the repository.
 *
 * @param {{ deep: boolean, top?: string }} options `deep`: the long runs (`*.deep.ts`) too
 * @returns {TestFile[]}
 */
export function findTestFiles({ deep, top = root }) {
  const isTest = (/** @type {string} */ file) => file.endsWith('.test.ts') || (deep && file.endsWith('.deep.ts'))
  const owned = workspaces(top).flatMap(({ folder }) =>
    filesBelow(top, `${folder}/src`, isTest).map((file) => ({ file, owner: folder })),
  )
  const whole = filesBelow(top, 'tests', isTest).map((file) => ({ file, owner: 'tests' }))
  return [...owned, ...whole].map(({ file, owner }) => {
    const source = readFileSync(join(top, file), 'utf8')
    return {
      file,
      owner,
      step: OWN_STEPS.find((name) => file.startsWith(`tests/${name}/`)) ?? 'suites',
      runtimes: runtimesOf(source, file),
      needs: headerWords(source, 'needs') ?? [],
    }
  })
}

/**
 * Reads the comment `// @runtimes node machine` among the first lines of a test file: without it the file runs everywhere.
 *
 * @param {string} source
 * @param {string} file for the error
 * @returns {readonly RuntimeName[]}
 */
export function runtimesOf(source, file) {
  const names = headerWords(source, 'runtimes')
  if (names === undefined) return ALL_RUNTIMES
  return names.map((name) => {
    const known = ALL_RUNTIMES.find((runtime) => runtime === name)
    if (known === undefined) throw new Error(`${file}: @runtimes names "${name}"; there are ${ALL_RUNTIMES.join(', ')}`)
    return known
  })
}

/**
 * The words of a comment such as `// @needs cc` among the first lines of a file.
 *
 * @param {string} source
 * @param {'runtimes' | 'needs'} name
 * @returns {string[] | undefined}
 */
function headerWords(source, name) {
  const header = new RegExp(`^// @${name}(.*)$`, 'm').exec(source.split('\n', 10).join('\n'))
  return header === null ? undefined : (header[1] ?? '').trim().split(/[\s,]+/)
}
