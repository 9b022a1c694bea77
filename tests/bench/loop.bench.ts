/** How long a contributor waits: from an edited line of protocol to the verdict of its test, on each runtime. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { run } from '../../scripts/run.mjs'
import { copyCheckout } from '../../scripts/setup/build-folder.mjs'
import { forwardToSources } from '../../scripts/setup/forward.mjs'
import { cacheFolder, toolEnvironment, toolNode } from '../../scripts/tools.mjs'

const ROUNDS = 9
const copy = join(cacheFolder, 'loop-bench')
const source = join(copy, 'packages/protocol/src/money/yuan.ts')

copyCheckout(copy, (file) => /^(package\.json|packages\/(errors|protocol)\/)/.test(file))
forwardToSources(copy)

const good = readFileSync(source, 'utf8')
const times: number[] = []
for (let round = 0; round < ROUNDS; round += 1) {
  // A broken line in every other round: the verdict must follow the edit, or the time says nothing.
  const isBroken = round % 2 === 1
  writeFileSync(source, `${isBroken ? good.replace('sum + fenOf', 'sum - fenOf') : good}// ${round}\n`)
  const { code, milliseconds } = await run(toolNode().path, ['--test', 'packages/protocol/src/money/yuan.test.ts'], {
    cwd: copy,
    env: toolEnvironment(),
  })
  if ((code !== 0) !== isBroken) throw new Error(`round ${round}: the verdict does not follow the edit`)
  times.push(milliseconds)
}
rmSync(copy, { recursive: true, force: true })

const median = times.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? Number.NaN
console.log(`BENCH loop.edit_test_s ${(median / 1000).toFixed(2)}`)
