/**
 * `npm test`: sets the checkout up, then runs every check and every suite on every runtime, all of them even if one fails.
 *
 * `npm test -- lint bun` runs those steps, `npm test -- protocol/src/money` the test files with that in their path;
 * `--deep` adds the long seeded runs (`*.deep.ts`).
 */
import './setup/require-node.mjs'
import { randomInt } from 'node:crypto'
import { seconds } from './run.mjs'
import { setup } from './setup.mjs'
import { choose } from './test/choose.mjs'
import { stepsFor } from './test/steps.mjs'
import { summary } from './test/summary.mjs'
import { findTestFiles } from './test/test-files.mjs'

const deep = process.argv.includes('--deep')
const words = process.argv.slice(2).filter((word) => word !== '--deep')

if (!(await setup())) {
  console.log('\n0 passed, 1 failed')
  process.exit(1)
}

if (deep) {
  process.env['NATIONEC_SEED'] ??= String(randomInt(2 ** 31))
  console.log(`deep run with seed ${seed()}`)
}

const allFiles = findTestFiles({ deep })
const names = stepsFor(allFiles).map(({ name }) => name)
const { wantsStep, wantsFile } = choose(words, names)
const onlyFiles = words.some((word) => !names.includes(word))
const steps = stepsFor(allFiles.filter(({ file }) => wantsFile(file)))
  .filter(({ name }) => wantsStep(name))
  .filter(({ name, files }) => (files === undefined ? !onlyFiles || words.includes(name) : files.length > 0))

/** @type {import('./test/summary.mjs').Row[]} */
const rows = []
for (const [index, { name, title, absent, files, work }] of steps.entries()) {
  const scope = files === undefined ? '' : `, ${files.length} file${files.length === 1 ? '' : 's'}`
  process.stdout.write(`[${index + 1}/${steps.length}] ${name}: ${title}${scope} ... `)
  if (absent !== undefined) {
    process.stdout.write(`not run: ${absent}\n`)
    rows.push({ title, counts: { passed: 0, failed: 0, skipped: 0 }, milliseconds: 0, absent })
    continue
  }
  const started = performance.now()
  const { output, ...counts } = await work().catch(failedToRun)
  const milliseconds = performance.now() - started
  process.stdout.write(`${counts.failed === 0 ? 'ok' : 'FAILED'}, ${seconds(milliseconds)}\n`)
  if (counts.failed > 0) console.log(`${output.trimEnd()}\n`)
  rows.push({ title, counts, milliseconds })
}

const failed = rows.some(({ counts }) => counts.failed > 0)
if (failed && deep) console.log(`\nreplay with NATIONEC_SEED=${seed()} npm run test:deep`)
if (rows.length === 0) console.log(`nothing matches ${words.join(' ')}; steps: ${names.join(', ')}`)
console.log(`\n${summary(rows)}`)
process.exitCode = failed || rows.length === 0 ? 1 : 0

/** @param {unknown} error @returns {import('./test/runtimes.mjs').Result} */
function failedToRun(error) {
  return {
    passed: 0,
    failed: 1,
    skipped: 0,
    output: error instanceof Error ? (error.stack ?? error.message) : String(error),
  }
}

function seed() {
  return process.env['NATIONEC_SEED']
}
