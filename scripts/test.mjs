/**
 * `npm test`: installs what is missing, then runs the checks and the suites on every runtime, all of them even if one
 * fails. `npm run test:all` (`--all`) adds what takes long. A test file that has passed with the same code is not run again.
 *
 * `npm test -- lint bun` runs those steps, `npm test -- protocol/src/money` the test files with that in their path,
 * `--fresh` also what has passed before, `--list` only says what would run.
 */
import './setup/require-node.mjs'
import { availableParallelism } from 'node:os'
import { seconds } from './run.mjs'
import { setup } from './setup.mjs'
import { UnknownWord } from './test/choose.mjs'
import { readImpact } from './test/impact.mjs'
import { readOptions } from './test/options.mjs'
import { plan } from './test/plan.mjs'
import { runSteps } from './test/run-steps.mjs'
import { summary } from './test/summary.mjs'
import { findTestFiles } from './test/test-files.mjs'

process.exitCode = await main()

async function main() {
  const started = performance.now()
  const options = optionsOrUsage()
  if (options === undefined) return 2
  if (!(await setup())) return failedEarly()
  const files = findTestFiles()
  const impact = await readImpact(files)
  const planned = planOrUsage(() => plan(files, options, impact))
  if (planned === undefined) return 2
  const { steps, leftOut, unable } = planned
  if (options.list) return list(steps, leftOut)

  const needsBuild = steps.some(({ files = [] }) => files.some(({ needs }) => needs.includes('build')))
  if (needsBuild && !(await setup({ build: true }))) return failedEarly()
  const rows = await runAll(steps, impact)
  for (const line of leftOut) console.log(line)
  // Only where everything must run is a missing program a failure.
  const incomplete = unable > 0 && process.env['NATIONEC_ALL'] === '1'
  const asRow = {
    title: 'programs missing',
    counts: { passed: 0, failed: incomplete ? 1 : 0, skipped: unable },
    milliseconds: 0,
  }
  const all = unable > 0 ? [...rows, asRow] : rows
  console.log(`${seconds(performance.now() - started)} on ${availableParallelism()} processors`)
  console.log(`\n${summary(all)}`)
  return all.some(({ counts }) => counts.failed > 0) ? 1 : 0
}

function optionsOrUsage() {
  try {
    return readOptions(process.argv.slice(2))
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    console.error(error.message)
    return undefined
  }
}

/** @template T @param {() => T} make @returns {T | undefined} */
function planOrUsage(make) {
  try {
    return make()
  } catch (error) {
    if (!(error instanceof UnknownWord)) throw error
    console.error(error.message)
    return undefined
  }
}

function failedEarly() {
  console.log('\n0 passed, 1 failed')
  return 1
}

/** @param {readonly import('./test/steps.mjs').Step[]} steps @param {readonly string[]} leftOut */
function list(steps, leftOut) {
  for (const { name, title, files } of steps) {
    console.log(`${name}: ${title}`)
    for (const { file } of files ?? []) console.log(`  ${file}`)
  }
  for (const line of leftOut) console.log(line)
  return 0
}

/**
 * @param {readonly import('./test/steps.mjs').Step[]} steps
 * @param {import('./test/impact.mjs').Impact} impact
 */
function runAll(steps, impact) {
  /** @param {number} index @param {string} name */
  const label = (index, name) => `[${index + 1}/${steps.length}] ${name}:`
  return runSteps(steps, {
    onStart({ name, title, files }, index) {
      const scope = files === undefined ? '' : `, ${files.length} file${files.length === 1 ? '' : 's'}`
      console.log(`${label(index, name)} ${title}${scope}`)
    },
    onEnd({ name, files = [] }, index, { counts, milliseconds, output, absent }) {
      const result = absent === undefined ? (counts.failed === 0 ? 'ok' : 'FAILED') : `not run, ${absent}`
      console.log(`${label(index, name)} ${result} (${seconds(milliseconds)})`)
      if (counts.failed > 0) console.log(`${output.trimEnd()}\n`)
      else if (absent === undefined) impact.remember(name, files)
    },
    // What was unsteady is not remembered as passed: the next run tries it again.
    onAgain({ name }, index, { counts, milliseconds, output }) {
      console.log(
        `${label(index, name)} again, alone: ${counts.failed === 0 ? 'ok' : 'FAILED'} (${seconds(milliseconds)})`,
      )
      if (counts.failed > 0) console.log(`${output.trimEnd()}\n`)
    },
  })
}
