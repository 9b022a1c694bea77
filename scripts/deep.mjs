/**
 * `npm run test:deep [-- --minutes N] [--seed S] [PATH…]`: the long campaigns (`*.deep.ts`) on every runtime. With
 * `--minutes` each campaign gets its share of the time; the same seed goes on where the last run stopped.
 */
import './setup/require-node.mjs'
import { randomInt } from 'node:crypto'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { seconds } from './run.mjs'
import { setup } from './setup.mjs'
import { readPieces, share } from './test/pieces.mjs'
import { runCampaign } from './test/runtimes.mjs'
import { findTestFiles } from './test/test-files.mjs'
import { cacheFolder } from './tools.mjs'

/**
 * @typedef {object} Campaign
 * @property {import('./test/test-files.mjs').TestFile} test
 * @property {import('./test/test-files.mjs').RuntimeName} runtime
 * @property {string} journal which of its pieces have passed
 */

process.exitCode = await main()

async function main() {
  const options = readOptions()
  if (options === undefined) return 2
  if (!(await setup())) return 1
  const { seed, minutes, paths } = options
  const campaigns = campaignsFor(seed, paths)
  if (campaigns.length === 0) {
    console.error(`no campaign is called ${paths.join(', ')} 没有名为 ${paths.join('、')} 的测试`)
    return 2
  }
  console.log(`deep run with seed ${seed}${minutes === undefined ? '' : `, ${minutes} minutes`}`)
  const failed = await runAll(campaigns, seed, minutes === undefined ? Number.POSITIVE_INFINITY : minutes * 60_000)
  report(campaigns)
  const { passed, planned } = share(campaigns.map(({ journal }) => readPieces(journal)))
  console.log(`\n${passed} of ${planned} pieces have passed with seed ${seed} 已通过的部分`)
  if (failed > 0 || passed < planned) console.log(`go on with: npm run test:deep -- --seed ${seed}`)
  console.log(`\n${passed} passed, ${failed} failed`)
  return failed > 0 || passed === 0 ? 1 : 0
}

function readOptions() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { minutes: { type: 'string' }, seed: { type: 'string' } },
    })
    const seed = values.seed === undefined ? randomInt(2 ** 30) : Number(values.seed)
    const minutes = values.minutes === undefined ? undefined : Number(values.minutes)
    if (!Number.isSafeInteger(seed) || seed < 0 || (minutes !== undefined && !(minutes > 0)))
      throw new TypeError('--seed takes a whole number, --minutes a positive one 种子须为整数，分钟数须为正数')
    return { seed, minutes, paths: positionals }
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    console.error(error.message)
    return undefined
  }
}

/** @param {number} seed @param {readonly string[]} paths @returns {Campaign[]} */
function campaignsFor(seed, paths) {
  const folder = join(cacheFolder, 'deep', String(seed))
  mkdirSync(folder, { recursive: true })
  return findTestFiles({ ending: '.deep.ts' })
    .filter(({ file }) => paths.length === 0 || paths.some((path) => file.includes(path)))
    .flatMap((test) =>
      test.runtimes.map((runtime) => {
        const journal = join(folder, `${runtime} ${test.file.replaceAll('/', ' ')}.log`)
        if (!existsSync(journal)) writeFileSync(journal, '')
        return { test, runtime, journal }
      }),
    )
}

/**
 * Runs as many campaigns at a time as there are processors. Each gets an equal part of the time that is left; what it does
 * not need is there for the next, and those that are not through come again.
 *
 * @param {readonly Campaign[]} campaigns
 * @param {number} seed
 * @param {number} budget milliseconds
 * @returns {Promise<number>} how many campaigns failed
 */
async function runAll(campaigns, seed, budget) {
  const processors = availableParallelism()
  const end = Date.now() + budget
  let failed = 0
  let open = [...campaigns]
  while (open.length > 0 && Date.now() < end) {
    const round = open
    open = []
    let left = round.length
    const worker = async () => {
      for (let next = round.shift(); next !== undefined && Date.now() < end; next = round.shift()) {
        const until = Math.min(end, Date.now() + ((end - Date.now()) * processors) / Math.max(left, processors))
        left -= 1
        const { state, milliseconds, output } = await runOnce(next, seed, until)
        console.log(`${next.runtime} ${next.test.file}: ${state} (${seconds(milliseconds)})`)
        if (state === 'FAILED') {
          failed += 1
          console.log(`${output.trimEnd()}\n`)
        } else if (state !== 'through') open.push(next)
      }
    }
    await Promise.all(Array.from({ length: processors }, worker))
  }
  return failed
}

/** @param {Campaign} campaign @param {number} seed @param {number} until */
async function runOnce({ test, runtime, journal }, seed, until) {
  const started = performance.now()
  const { failed, output } = await runCampaign(runtime, test, {
    NATIONEC_SEED: String(seed),
    NATIONEC_DEEP_JOURNAL: journal,
    NATIONEC_DEEP_UNTIL: String(Number.isFinite(until) ? Math.round(until) : Number.MAX_SAFE_INTEGER),
  })
  const { passed, planned } = share([readPieces(journal)])
  const state = failed > 0 ? 'FAILED' : passed === planned ? 'through' : `${passed} of ${planned} pieces`
  return { state, output, milliseconds: performance.now() - started }
}

/** @param {readonly Campaign[]} campaigns */
function report(campaigns) {
  console.log('')
  for (const { runtime, test, journal } of campaigns) {
    const { passed, planned, milliseconds } = share([readPieces(journal)])
    console.log(`${runtime.padEnd(4)} ${test.file}: ${passed} of ${planned} pieces, ${seconds(milliseconds)}`)
  }
}
