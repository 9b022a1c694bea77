import { join } from 'node:path'
import { run } from '../run.mjs'
import { bun, cacheFolder, deno, hasBunAndDeno, plainText, root, tool, toolEnvironment, toolNode } from '../tools.mjs'
import { runAlone, runOnBun, runOnDeno, runOnNode } from './runtimes.mjs'

/**
 * @typedef {import('./test-files.mjs').TestFile} TestFile
 * @typedef {import('./test-files.mjs').RuntimeName} RuntimeName
 * @typedef {import('./runtimes.mjs').Result} Result
 *
 * @typedef {object} Step
 * @property {string} name what a filter calls it
 * @property {string} title
 * @property {readonly TestFile[]} [files] absent: it runs no test files
 * @property {string} [absent] why it cannot run here
 * @property {(files: readonly TestFile[]) => Promise<Result>} work
 */

/**
 * Everything `npm test` does after the set-up, in order.
 *
 * @param {readonly TestFile[]} files
 * @returns {Step[]}
 */
export function stepsFor(files) {
  return [
    check('lint', 'lint and format (biome)', 'biome', ['ci', '--colors=off', '.']),
    check('types', 'types (tsc)', 'tsc', ['-p', 'tsconfig.json', ...incremental('all')]),
    check('types-browser', 'types of the browser package (tsc)', 'tsc', [
      '-p',
      'packages/browser/tsconfig.json',
      ...incremental('browser'),
    ]),
    check('types-console', 'types of the console (vue-tsc)', 'vue-tsc', [
      '-p',
      'apps/console/tsconfig.json',
      ...incremental('console'),
    ]),
    check('types-docs', 'types of the pages of the documents (vue-tsc)', 'vue-tsc', [
      '-p',
      'apps/docs/tsconfig.json',
      ...incremental('docs'),
    ]),
    ...runtimeSteps(files.filter(({ step }) => step === 'suites')),
    own('structure', 'structure of the repository', files),
    own('readme', 'code in the documents', files),
    own('packaging', 'packages as published', files),
  ]
}

/** The compiler reads again only what has changed. @param {string} project */
const incremental = (project) => ['--incremental', '--tsBuildInfoFile', join(cacheFolder, 'types', project)]

/**
 * The same suites on each runtime, the longest first.
 *
 * @param {readonly TestFile[]} suites
 * @returns {Step[]}
 */
function runtimeSteps(suites) {
  const noBuild = hasBunAndDeno ? {} : { absent: 'no build for this platform' }

  /** @param {RuntimeName} name @param {(files: readonly TestFile[]) => Promise<Result>} work */
  const suitesOf = (name, work) => ({ name, files: suites.filter(({ runtimes }) => runtimes.includes(name)), work })
  return [
    { ...suitesOf('node', runOnNode), title: `Node ${toolNode().version}` },
    { ...suitesOf('deno', runOnDeno), title: `Deno ${deno()?.version ?? ''}`, ...noBuild },
    { ...suitesOf('bun', runOnBun), title: `Bun ${bun()?.version ?? ''}`, ...noBuild },
  ]
}

/**
 * A folder below tests/ with a step of its own, on the Node of the tools.
 *
 * @param {string} name
 * @param {string} title
 * @param {readonly TestFile[]} all
 * @returns {Step}
 */
function own(name, title, all) {
  const files = all.filter(({ step }) => step === name)
  return { name, title, files, work: runAlone }
}

/**
 * A tool that passes or fails as a whole; it counts as one test.
 *
 * @param {string} name
 * @param {string} title
 * @param {string} program
 * @param {readonly string[]} options
 * @returns {Step}
 */
function check(name, title, program, options) {
  return {
    name,
    title,
    work: async () => {
      const { command, args } = tool(program)
      const { code, output } = await run(command, [...args, ...options], { cwd: root, env: toolEnvironment(plainText) })
      return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0, output }
    },
  }
}
