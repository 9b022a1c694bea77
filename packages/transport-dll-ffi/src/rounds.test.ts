// @needs cc
// @everyday node
import assert from 'node:assert/strict'
import { after, it } from 'node:test'
import { isTransportError } from '@nationec/transport'
import { dllTransport } from '@nationec/transport-dll-ffi'
import { createFarEnd } from './fixtures/far-end.ts'
import { buildNative } from './fixtures/native-build.ts'
import { allGone } from './fixtures/processes.ts'
import { seeded } from './fixtures/seeded.ts'
import { createStandIn } from './fixtures/stand-in.ts'

const ROUNDS = 200
/** Long enough for a library that hangs to have been entered, mostly; whichever it is must be told. */
const SHORT = 30
const HANGS = new Set(['hang', 'spin', 'hang-after'])
const DEATHS = ['crash', 'crash-after', 'crash-thread', 'overrun-1', 'stack-overflow', 'abort', 'exit', 'exit-now']
const MODES = ['', '', ...HANGS, ...DEATHS]

const build = buildNative()
const received = new Map<string, number>()
const farEnd = await createFarEnd(async (text) => {
  received.set(text, (received.get(text) ?? 0) + 1)
  return `answer to ${text}`
})
const standIn = createStandIn(build, '', farEnd.url)
after(async () => {
  await farEnd.close()
  standIn.remove()
})

it(`${ROUNDS} rounds of crash and hang: none lost, none answered twice, no process left`, async () => {
  const random = seeded(20_260)
  const pids = new Set<number>()
  const tally = { answered: 0, unknown: 0, 'not-sent': 0 }
  const transport = dllTransport({
    library: standIn.library,
    host: { path: build.host },
    onNotice: (notice) => notice.type === 'host-started' && pids.add(notice.pid),
  })
  await using connection = transport.connect()
  for (let round = 0; round < ROUNDS; round += 1) {
    const mode = MODES[Math.floor(random() * MODES.length)] ?? ''
    standIn.setMode(mode)
    const text = `round ${round}`
    const told = await connection.exchange({ text }, { deadline: HANGS.has(mode) ? SHORT : 20_000 }).then(
      (answer) => {
        assert.equal(answer, `answer to ${text}`)
        return 'answered' as const
      },
      (error: unknown) => {
        assert.ok(isTransportError(error), String(error))
        assert.notEqual(error.delivery, 'answered')
        return error.delivery as 'unknown' | 'not-sent'
      },
    )
    tally[told] += 1
    assert.equal(told === 'answered', mode === '', `round ${round}, mode ${mode}: ${told}`)
    const times = received.get(text) ?? 0
    assert.ok(times <= 1, 'sent twice')
    assert.ok(told !== 'not-sent' || times === 0, `round ${round}, mode ${mode}: said not-sent, and it arrived`)
  }
  assert.equal(tally.answered + tally.unknown + tally['not-sent'], ROUNDS)
  assert.ok(tally.answered > 10 && tally.unknown > 100, JSON.stringify(tally))
  await connection.close()
  // Who died was told of at once; whoever arrives now comes from a process that should be gone.
  const before = received.size
  await allGone(pids)
  assert.equal(received.size, before)
})
