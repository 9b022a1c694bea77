import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import {
  type MessageCodec,
  memoryJournal,
  mslCodec,
  type SerialTransportOptions,
  serialTerminal,
  serialTransport,
} from '@nationec/transport-serial'
import { pacedPorts } from './fixtures/line/paced-ports.ts'
import { seeded } from './fixtures/line/seeded.ts'
import { type ManualTimers, manualTimers } from './fixtures/pty/manual-timers.ts'
import { testKeys } from './fixtures/test-keys.ts'

const keys = testKeys()
/** Longer than anything here takes on the slowest line, in milliseconds. */
const AGES = 3_600_000

describe('a line at its true pace', () => {
  it('carries a request that comes just before a question about the last one would have been due', async () => {
    const line = pacedLine(115_200)
    await line.exchange('ask something')
    await line.pass(9_600)
    assert.equal(await line.exchange(incompressible(12_000)), 'done')
    await line.close()
  })

  it('carries requests that take longer than the first question waits, one after the other, at 9600', async () => {
    const line = pacedLine(9_600)
    for (const seed of [1, 2]) assert.equal(await line.exchange(incompressible(14_000, seed)), 'done')
    await line.close()
  })

  it('carries 180 KB at 5,000 bytes a second', async () => {
    const line = pacedLine(50_000)
    assert.equal(await line.exchange(incompressible(180_000)), 'done')
    await line.close()
  })

  it('still asks about a request that has arrived and is not answered', async () => {
    let answer: ((text: string) => void) | undefined
    const line = pacedLine(115_200, () => new Promise((resolve) => (answer = resolve)))
    const exchange = line.begin(incompressible(12_000))
    await line.pass(120_000)
    assert.ok(line.questions() >= 3, `it asked ${line.questions()} times`)
    answer?.('late')
    assert.equal(await line.settled(exchange), 'late')
    await line.close()
  })

  it('has a long answer under way once, though it is asked about: the next one does not wait behind a copy', async () => {
    const answers = [incompressible(400_000), 'short']
    const line = pacedLine(115_200, () => answers.shift() ?? '')
    await line.exchange('ask for much')
    assert.equal(await line.exchange('ask for little'), 'short')
    assert.ok(line.written.terminal < 420_000, `${line.written.terminal} bytes were sent`)
    await line.close()
  })

  it('asks at once about a request that is given up on its way: no late copy is carried out', async () => {
    let runs = 0
    const line = pacedLine(9_600, () => String(runs++))
    const abort = new AbortController()
    const exchange = line.begin(incompressible(20_000), abort.signal)
    exchange.catch(() => {})
    await line.pass(5_000)
    abort.abort()
    await line.pass(60_000)
    await assert.rejects(exchange)
    assert.equal(runs, 0)
    assert.deepEqual(line.outcomes, ['void'])
    await line.close()
  })
})

/** A till and a terminal on a line of that rate, in virtual time. */
function pacedLine(baud: number, handle: () => string | Promise<string> = () => 'done') {
  const clock = manualTimers()
  const { timers } = clock
  const ports = pacedPorts({ baud, timers })
  const journal = memoryJournal()
  let questions = 0
  const outcomes: string[] = []
  const onOutcome: SerialTransportOptions['onOutcome'] = ({ outcome }) => void outcomes.push(outcome.type)
  const terminal = serialTerminal({ port: ports.terminal, keys: keys.terminal, journal, handle, timers })
  const till = { port: ports.institution, keys: keys.institution, deadline: AGES, timers, onOutcome }
  const transport = serialTransport({ ...till, codec: countingQuestions(() => (questions += 1)) })
  const connection = transport.connect({ timers })
  return {
    outcomes,
    written: ports.written,
    pass: (milliseconds: number) => pass(clock, milliseconds),
    questions: () => questions,
    settled: (exchange: Promise<string>) => run(clock, exchange),
    begin: (text: string, signal?: AbortSignal) => connection.exchange({ text }, { signal }),
    exchange: (text: string) => run(clock, connection.exchange({ text })),
    async close() {
      const closed = Promise.all([connection.close(), terminal.close()])
      await run(clock, closed)
    },
  }
}

function countingQuestions(onQuestion: () => void): MessageCodec {
  return {
    ...mslCodec,
    encode(message, settings) {
      if (message.kind === 'status') onQuestion()
      return mslCodec.encode(message, settings)
    },
  }
}

/** In small steps, so that what waits for a promise may go on in between. */
async function pass(clock: ManualTimers, milliseconds: number): Promise<void> {
  for (let passed = 0; passed < milliseconds; passed += 20) await clock.advance(20)
}

/** Lets time pass until it is settled. */
async function run<Value>(clock: ManualTimers, work: Promise<Value>): Promise<Value> {
  let isSettled = false
  const settle = (): void => {
    isSettled = true
  }
  work.then(settle, settle)
  for (let passed = 0; !isSettled && passed < AGES; passed += 20) await clock.advance(20)
  return work
}

/** That many characters, which no compression makes much shorter. */
function incompressible(length: number, seed = 1): string {
  return Buffer.from(seeded(seed).bytes(Math.ceil((length * 3) / 4)))
    .toString('base64')
    .slice(0, length)
}
