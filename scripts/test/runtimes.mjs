import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { run } from '../run.mjs'
import {
  bun,
  cacheFolder,
  deno,
  machineNode,
  plainText,
  root,
  runsTypeScript,
  toolEnvironment,
  toolNode,
} from '../tools.mjs'
import { bundleTests } from './bundle.mjs'
import { countsOfBun, countsOfDeno, countsOfNode, judge } from './counts.mjs'
import { deal } from './deal.mjs'

/**
 * @typedef {import('./test-files.mjs').TestFile} TestFile
 * @typedef {import('./counts.mjs').Counts & { output: string }} Result
 */

/** Node keeps what it compiled: the tests start the same programs many hundred times. */
const environment = () => toolEnvironment({ ...plainText, NODE_COMPILE_CACHE: join(cacheFolder, 'compiled') })

/** The first condition in the `exports` of every package: tests run the sources, never a build. All runtimes know the flag. */
export const SOURCES = '--conditions=@nationec/source'

/** A test that waits longer than this hangs: the shortest default of the three is 5 seconds, too short for a busy machine. */
const TEST_LIMIT = 60_000

/**
 * Node's own choice would leave one processor idle, and let a test hang for ever. One file more than there are processors,
 * because many of them wait for a line, a timer or a program.
 */
const runnerFlags = [`--test-concurrency=${availableParallelism() + 1}`, `--test-timeout=${TEST_LIMIT}`]

/** The first versions of Node 20 do not have them. @param {string} version */
function knowsRunnerFlags(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major > 20 || minor >= 11
}

/**
 * @param {string} node
 * @param {readonly string[]} files
 * @param {readonly string[]} [flags]
 * @returns {Promise<Result>}
 */
async function runNode(node, files, flags = []) {
  const reporter = pathToFileURL(join(root, 'scripts/test/node-reporter.mjs')).href
  const { code, output } = await run(
    node,
    [SOURCES, ...flags, '--test', `--test-reporter=${reporter}`, '--test-reporter-destination=stdout', ...files],
    { cwd: root, env: environment() },
  )
  return { ...judge(code, countsOfNode(output)), output }
}

/** @param {readonly TestFile[]} files @returns {Promise<Result>} */
export const runOnToolNode = (files) =>
  runNode(
    toolNode().path,
    files.map(({ file }) => file),
    runnerFlags,
  )

/** @param {readonly TestFile[]} files @returns {Promise<Result>} */
export async function runOnMachineNode(files) {
  const { path, version } = machineNode()
  if (runsTypeScript(version)) {
    return runNode(
      path,
      files.map(({ file }) => file),
      runnerFlags,
    )
  }
  const bundles = await bundleTests(files, `node${version.split('.')[0]}`)
  return runNode(path, bundles, ['--enable-source-maps', ...(knowsRunnerFlags(version) ? runnerFlags : [])])
}

/**
 * Bun runs one file after the other; as many of it side by side as there are processors, because many tests wait for a
 * line, a timer or a program.
 *
 * @param {readonly TestFile[]} files
 * @returns {Promise<Result>}
 */
export async function runOnBun(files) {
  const results = await Promise.all(deal(files, availableParallelism()).map(runBun))
  const total = (/** @type {'passed' | 'failed' | 'skipped'} */ of) =>
    results.reduce((sum, result) => sum + result[of], 0)
  return {
    passed: total('passed'),
    failed: total('failed'),
    skipped: total('skipped'),
    output: results.map(({ output }) => output).join(''),
  }
}

/** @param {readonly TestFile[]} files @returns {Promise<Result>} */
async function runBun(files) {
  const { code, output } = await run(
    bun()?.path ?? 'bun',
    ['test', SOURCES, '--only-failures', `--timeout=${TEST_LIMIT}`, ...files.map(({ file }) => `./${file}`)],
    { cwd: root, env: environment() },
  )
  return { ...judge(code, countsOfBun(output)), output }
}

/** @param {readonly TestFile[]} files @returns {Promise<Result>} */
export async function runOnDeno(files) {
  const report = join(cacheFolder, 'deno-tests.xml')
  mkdirSync(cacheFolder, { recursive: true })
  rmSync(report, { force: true })
  const { code, output } = await run(
    deno()?.path ?? 'deno',
    [
      // Files side by side, as Node runs them: many of them wait for a line, a timer or a program.
      ...[
        'test',
        SOURCES,
        '--parallel',
        '--allow-all',
        '--no-check',
        '--no-lock',
        '--node-modules-dir=manual',
        '--reporter=dot',
      ],
      `--junit-path=${report}`,
      ...files.map(({ file }) => file),
    ],
    { cwd: root, env: environment() },
  )
  // It writes each dot of its progress on a line of its own when nobody watches.
  return { ...judge(code, countsOfDeno(readIfThere(report))), output: output.replace(/^[.,!]\n/gm, '') }
}

/** @param {string} file */
function readIfThere(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return '' // a file that does not load ends deno before it writes the report
  }
}
