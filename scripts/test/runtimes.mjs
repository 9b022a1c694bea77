import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { basename, dirname, join, relative } from 'node:path'
import { pathToFileURL } from 'node:url'
import { run } from '../run.mjs'
import { bun, cacheFolder, deno, plainText, root, toolEnvironment, toolNode } from '../tools.mjs'
import { countsOfBun, countsOfDeno, countsOfNode, judge } from './counts.mjs'
import { deal } from './deal.mjs'

/**
 * @typedef {import('./test-files.mjs').TestFile} TestFile
 * @typedef {import('./counts.mjs').Counts & { output: string, again?: () => Promise<Result> }} Result `again` runs once
 *   more what failed, and gives the whole result anew
 */

/** Node keeps what it compiled: the tests start the same programs many hundred times. */
const environment = () => toolEnvironment({ ...plainText, NODE_COMPILE_CACHE: join(cacheFolder, 'compiled') })

/** The first condition in the `exports` of every package: tests run the sources, never a build. All runtimes know the flag. */
export const SOURCES = '--conditions=@nationec/source'

/** A test that waits longer than this hangs: the shortest default of the three is 5 seconds, and a busy machine takes two minutes for what takes ten seconds alone. */
const TEST_LIMIT = 300_000

/** What one process of a step may take: the default of ten minutes is too short for all tests on a slow machine; Deno has no limit for a test. */
const PROCESS_LIMIT = 25 * 60_000

/**
 * Files share a process, so that what they all import is loaded once; three processes for each processor, because many of them wait for a line, a timer or a program.
 */
const NODE_PROCESSES = availableParallelism() * 3

/** Node 22 knows the flag under another name; there every file has a process of its own. @param {string} version */
function knowsIsolation(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major > 23 || (major === 23 && minor >= 6)
}

/**
 * @param {readonly TestFile[]} files
 * @param {readonly string[]} [flags]
 * @returns {Promise<Result>}
 */
async function runNode(files, flags = []) {
  const reporter = pathToFileURL(join(root, 'scripts/test/node-reporter.mjs')).href
  const { code, output } = await run(
    toolNode().path,
    [
      ...[SOURCES, '--test', `--test-timeout=${TEST_LIMIT}`, ...flags],
      ...[`--test-reporter=${reporter}`, '--test-reporter-destination=stdout', ...files.map(({ file }) => file)],
    ],
    { cwd: root, env: environment(), limit: PROCESS_LIMIT },
  )
  return { ...judge(code, countsOfNode(output)), output }
}

/** @param {readonly TestFile[]} files @returns {Promise<Result>} */
export async function runOnNode(files) {
  if (!knowsIsolation(toolNode().version)) return runNode(files, [`--test-concurrency=${NODE_PROCESSES}`])
  return runHands(deal(files, NODE_PROCESSES), (hand) => runNode(hand, ['--test-isolation=none']))
}

/** Each file in a process of its own, one after the other. @param {readonly TestFile[]} files @returns {Promise<Result>} */
export const runAlone = (files) => runHands([files], (all) => runNode(all, ['--test-concurrency=1']))

/**
 * Runs all hands at the same time. Those that failed can run again, one after the other: a machine with twice as many
 * processes as processors breaks a test now and then that passes on a quiet one.
 *
 * @template Hand
 * @param {readonly Hand[]} hands
 * @param {(hand: Hand) => Promise<Result>} runHand
 * @returns {Promise<Result>}
 */
async function runHands(hands, runHand) {
  const results = await Promise.all(hands.map(runHand))
  const again = async () => {
    /** @type {Result[]} */
    const second = []
    for (const [index, hand] of hands.entries()) {
      const first = results[index]
      second.push(first === undefined || first.failed > 0 ? await runHand(hand) : first)
    }
    return sum(second)
  }
  return { ...sum(results), again }
}

/** @param {readonly Result[]} results @returns {Result} */
function sum(results) {
  const total = (/** @type {'passed' | 'failed' | 'skipped'} */ of) =>
    results.reduce((count, result) => count + result[of], 0)
  const output = results.map(({ output }) => output).join('')
  return { passed: total('passed'), failed: total('failed'), skipped: total('skipped'), output }
}

/**
 * Bun and Deno load every module anew for each file: most of their time. So each hand is one module that imports its
 * files, and there are twice as many hands as processors, because many tests wait for a line, a timer or a program.
 *
 * @param {'bun' | 'deno'} runtime
 * @param {readonly TestFile[]} files
 * @returns {readonly string[]} paths of modules below the root
 */
function hands(runtime, files) {
  const count = availableParallelism() * 2
  if (files.length <= count) return files.map(({ file }) => file)
  const folder = join(cacheFolder, 'hands', runtime)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  return deal(files, count).map((hand, index) => {
    const module = join(folder, `hand-${index + 1}.test.ts`)
    writeFileSync(
      module,
      hand.map(({ file }) => `import ${JSON.stringify(pathToFileURL(join(root, file)).href)}\n`).join(''),
    )
    return relative(root, module)
  })
}

/** @param {readonly TestFile[]} files @returns {Promise<Result>} */
export async function runOnBun(files) {
  return runHands(hands('bun', files), runBun)
}

/** @param {string} module @returns {Promise<Result>} */
async function runBun(module) {
  const { code, output } = await run(
    bun()?.path ?? 'bun',
    ['test', SOURCES, '--only-failures', `--timeout=${TEST_LIMIT}`, `./${module}`],
    { cwd: root, env: environment(), limit: PROCESS_LIMIT },
  )
  return { ...judge(code, countsOfBun(output)), output }
}

/** Its packages are those that npm installed; types are checked by tsc. */
const DENO_FLAGS = ['test', SOURCES, '--allow-all', '--no-check', '--no-lock', '--node-modules-dir=manual']

/** @param {readonly TestFile[]} files @returns {Promise<Result>} */
export async function runOnDeno(files) {
  return runHands(hands('deno', files), runDeno)
}

/** @param {string} module @returns {Promise<Result>} */
async function runDeno(module) {
  const report = join(cacheFolder, 'reports', `${basename(module)}.xml`)
  mkdirSync(dirname(report), { recursive: true })
  rmSync(report, { force: true })
  const { code, output } = await run(
    deno()?.path ?? 'deno',
    [...DENO_FLAGS, '--reporter=dot', `--junit-path=${report}`, module],
    { cwd: root, env: environment(), limit: PROCESS_LIMIT },
  )
  // It writes each dot of its progress on a line of its own outside of a terminal.
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

/** What a piece of a campaign may take: it checks the time only before it begins, and a busy machine takes ten times as long. */
const PIECE_LIMIT = 30 * 60_000

/**
 * Runs one long campaign on one runtime.
 *
 * @param {import('./test-files.mjs').RuntimeName} runtime
 * @param {TestFile} test
 * @param {Readonly<Record<string, string>>} settings variables of the environment
 * @returns {Promise<{ failed: number, output: string }>}
 */
export async function runCampaign(runtime, { file }, settings) {
  const programs = {
    node: [toolNode().path, SOURCES, '--test', `--test-timeout=${PIECE_LIMIT}`, '--test-isolation=none', file],
    bun: [bun()?.path ?? 'bun', 'test', SOURCES, '--only-failures', `--timeout=${PIECE_LIMIT}`, `./${file}`],
    deno: [deno()?.path ?? 'deno', ...DENO_FLAGS, file],
  }
  const [program = '', ...args] = programs[runtime]
  const env = { ...environment(), ...settings }
  const { code, output } = await run(program, args, { cwd: root, env, limit: 24 * 60 * 60_000 })
  return { failed: code === 0 ? 0 : 1, output }
}
