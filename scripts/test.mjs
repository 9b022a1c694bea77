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
import { describeUnable, sortByNeeds } from './test/needs.mjs'
import { runSteps } from './test/run-steps.mjs'
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

const { able: allFiles, unable } = sortByNeeds(findTestFiles({ deep }))
const names = stepsFor(allFiles).map(({ name }) => name)
const { wantsStep, wantsFile } = choose(words, names)
const onlyFiles = words.some((word) => !names.includes(word))
const steps = stepsFor(allFiles.filter(({ file }) => wantsFile(file)))
  .filter(({ name }) => wantsStep(name))
  .filter(({ name, files }) => (files === undefined ? !onlyFiles || words.includes(name) : files.length > 0))

const needBuild = steps.some(({ files = [] }) => files.some(({ needs }) => needs.includes('build')))
if (needBuild && !(await setup({ build: true }))) {
  console.log('\n0 passed, 1 failed')
  process.exit(1)
}

/** @param {number} index @param {string} name */
const label = (index, name) => `[${index + 1}/${steps.length}] ${name}:`

const rows = await runSteps(steps, {
  onStart({ name, title, files }, index) {
    const scope = files === undefined ? '' : `, ${files.length} file${files.length === 1 ? '' : 's'}`
    console.log(`${label(index, name)} ${title}${scope}`)
  },
  onEnd({ name }, index, { counts, milliseconds, output, absent }) {
    const result = absent === undefined ? (counts.failed === 0 ? 'ok' : 'FAILED') : `not run, ${absent}`
    console.log(`${label(index, name)} ${result} (${seconds(milliseconds)})`)
    if (counts.failed > 0) console.log(`${output.trimEnd()}\n`)
  },
})

if (unable.length > 0) console.log(describeUnable(unable))
// On a machine of its own nothing may be left out: there the missing program is the failure.
const incomplete = unable.length > 0 && process.env['CI'] !== undefined
const failed = incomplete || rows.some(({ counts }) => counts.failed > 0)
if (failed && deep) console.log(`\nreplay with NATIONEC_SEED=${seed()} npm run test:deep`)
if (rows.length === 0) console.log(`nothing matches ${words.join(' ')}; steps: ${names.join(', ')}`)
console.log(`\n${summary(rows)}`)
process.exitCode = failed || rows.length === 0 ? 1 : 0

function seed() {
  return process.env['NATIONEC_SEED']
}
