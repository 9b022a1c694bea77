// @runtimes node
// @needs cc
// @everyday none
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { buildTarget, ownTarget } from '../../native/build.mjs'
import { KIND } from './frames.ts'
import { type HostProcess, startHost } from './host-process.ts'
import { resultOf } from './payloads.ts'

const ROUNDS = 200
const MODES = [
  '',
  'crash',
  'hang',
  'spin',
  'abort',
  'exit',
  'exit-now',
  'overrun-1',
  'crash-thread',
  'print',
  'crash-after',
]

/** mulberry32: the same rounds every time. */
function seededNumbers(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

/** One host's whole life: some good calls, then its fate. Tells how each call ended. */
async function live(mode: string, fateAt: number, pids: Set<number>): Promise<string[]> {
  await using host = await startHost({ mode: mode === '' ? 'mirror' : `mirror,${mode}@${fateAt}` })
  pids.add(host.child.pid ?? 0)
  const outcomes: string[] = []
  for (let call = 1; call <= fateAt; call += 1) {
    const id = await host.begin(`call ${call}`)
    const frame = await answerOrKill(host, call === fateAt && (mode === 'hang' || mode === 'spin'))
    if (frame?.kind === KIND.RESULT) {
      assert.equal(resultOf(frame).out.toString(), `call ${call}`)
      assert.equal(frame.id, id)
    }
    outcomes.push(frame === undefined ? 'gone' : frame.kind === KIND.RESULT ? 'answered' : 'fault')
  }
  // Nothing is answered twice, whatever still comes.
  host.child.stdin.end()
  assert.equal(await host.next(), undefined)
  await host.ending
  return outcomes
}

async function answerOrKill(host: HostProcess, hangs: boolean) {
  if (!hangs) return host.next()
  const late = await Promise.race([host.next(), sleep(15)])
  assert.equal(late, undefined)
  host.child.kill('SIGKILL')
  return undefined
}

const EXPECTED: Readonly<Record<string, string>> = {
  '': 'answered',
  print: 'answered',
  hang: 'gone',
  spin: 'gone',
  'exit-now': 'gone',
}

describe(`${ROUNDS} rounds of crash, hang and answer in random order`, () => {
  it('loses no call, answers none twice and leaves no process behind', async (t) => {
    buildTarget(ownTarget)
    const below = seededNumbers(20250310)
    const pids = new Set<number>()
    const tally = new Map<string, number>()
    for (let round = 0; round < ROUNDS; round += 1) {
      const mode = MODES[below(MODES.length)] ?? ''
      const fateAt = 1 + below(3)
      const outcomes = await live(mode, fateAt, pids)
      const wanted = [...new Array<string>(fateAt - 1).fill('answered'), EXPECTED[mode] ?? 'fault']
      assert.deepEqual(outcomes, wanted, `round ${round}: ${mode}@${fateAt}`)
      tally.set(mode, (tally.get(mode) ?? 0) + 1)
    }
    t.diagnostic([...tally].map(([mode, count]) => `${mode || 'good'} ${count}`).join(', '))
    assert.equal(pids.size, ROUNDS)
    for (const pid of pids) assert.throws(() => process.kill(pid, 0), { code: 'ESRCH' })
  })
})
