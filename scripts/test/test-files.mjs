import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../tools.mjs'
import { filesBelow, workspaces } from '../workspaces.mjs'

/**
 * The runtimes a test file can run on; `node` is the Node of the tools (24).
 *
 * @typedef {'node' | 'bun' | 'deno'} RuntimeName
 *
 * @typedef {object} TestFile
 * @property {string} file relative to the top, with forward slashes
 * @property {string} owner the workspace (or `tests`) whose dependencies it sees
 * @property {string} step the step that runs it: `suites`, or the name of a folder below tests/ that has a step of its own
 * @property {readonly RuntimeName[]} runtimes
 * @property {readonly RuntimeName[]} everyday those of them on which plain `npm test` runs it; the others are for `npm run test:all`
 * @property {readonly string[]} needs programs of the machine that it cannot do without
 */

/** Folders below tests/ that prove something about the repository itself; they run once, on Node. */
const OWN_STEPS = ['structure', 'readme', 'packaging']

/** @type {readonly RuntimeName[]} */
const ALL_RUNTIMES = ['node', 'bun', 'deno']

/**
 * Every test file of the repository.
 *
 * @param {{ top?: string, ending?: string }} [options] `ending`: `.deep.ts` for the long campaigns
 * @returns {TestFile[]}
 */
export function findTestFiles({ top = root, ending = '.test.ts' } = {}) {
  const isTest = (/** @type {string} */ file) => file.endsWith(ending)
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
      everyday: everydayOf(source, file),
      needs: headerWords(source, 'needs') ?? [],
    }
  })
}

/**
 * Reads the comment `// @runtimes node bun` among the first lines of a test file: without it the file runs everywhere.
 *
 * @param {string} source
 * @param {string} file for the error
 * @returns {readonly RuntimeName[]}
 */
export function runtimesOf(source, file) {
  return namedRuntimes(source, 'runtimes', file) ?? ALL_RUNTIMES
}

/**
 * Reads the comment `// @everyday node`: `npm test` runs the file on these runtimes only, because it starts many programs or
 * takes long; `// @everyday none` leaves it to `npm run test:all`. Without it every runtime of the file is an everyday one.
 *
 * @param {string} source
 * @param {string} file for the error
 * @returns {readonly RuntimeName[]}
 */
export function everydayOf(source, file) {
  if (headerWords(source, 'everyday')?.join() === 'none') return []
  const runtimes = runtimesOf(source, file)
  return namedRuntimes(source, 'everyday', file)?.filter((name) => runtimes.includes(name)) ?? runtimes
}

/** @param {string} source @param {'runtimes' | 'everyday'} header @param {string} file */
function namedRuntimes(source, header, file) {
  return headerWords(source, header)?.map((name) => {
    const known = ALL_RUNTIMES.find((runtime) => runtime === name)
    if (known === undefined)
      throw new Error(`${file}: @${header} names "${name}"; there are ${ALL_RUNTIMES.join(', ')}`)
    return known
  })
}

/**
 * The words of a comment such as `// @needs cc` among the first lines of a file.
 *
 * @param {string} source
 * @param {'runtimes' | 'everyday' | 'needs'} name
 * @returns {string[] | undefined}
 */
function headerWords(source, name) {
  const header = new RegExp(`^// @${name}(.*)$`, 'm').exec(source.split('\n', 10).join('\n'))
  return header === null ? undefined : (header[1] ?? '').trim().split(/[\s,]+/)
}
