import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { ecrStxLrcLink } from '@nationec/transport-serial'
import type { Faults } from '../fixtures/line/faults.ts'
import { seeded } from '../fixtures/line/seeded.ts'
import { createVirtualLine, type EndName, type VirtualLine } from '../fixtures/line/virtual-line.ts'
import type { Link, LinkEvent } from '../link/link.ts'
import { ACK } from './ecr-block.ts'

interface Pair {
  readonly line: VirtualLine
  readonly links: Record<EndName, Link>
  readonly events: { readonly end: EndName; readonly event: LinkEvent }[]
  /** Looks at, and may take away, what an end writes. */
  filter: (end: EndName, bytes: Uint8Array) => Uint8Array
  send(end: EndName, bytes: Uint8Array, stream?: 'control' | 'data'): void
  messages(end: EndName): Uint8Array[]
}

function createPair(faults: Faults = {}, seed = 1): Pair {
  const line = createVirtualLine({ seed, baud: 115_200, latency: 5, faults })
  const draws = seeded(seed)
  const events: Pair['events'] = []
  const start = (end: EndName): Link => {
    const link = ecrStxLrcLink({ random: (length) => draws.bytes(length) })
    link.attach(0, { baud: 115_200 })
    line.plug(end, {
      step(now, bytesIn) {
        const step = link.step(now, bytesIn)
        for (const event of step.events) events.push({ end, event })
        return { wakeAt: step.wakeAt, bytesOut: pair.filter(end, step.bytesOut) }
      },
    })
    return link
  }
  const pair: Pair = {
    line,
    events,
    filter: (_end, bytes) => bytes,
    links: { a: start('a'), b: start('b') },
    send(end, bytes, stream = 'data') {
      assert.equal(pair.links[end].send(stream, bytes), 'queued')
      line.poke(end)
    },
    messages: (of) => events.flatMap(({ end, event }) => (end === of && event.type === 'message' ? [event.bytes] : [])),
  }
  return pair
}

const isUp = ({ links }: Pair): boolean => links.a.isUp && links.b.isUp

describe('the ECR example as a link', () => {
  it('carries messages both ways, whole and in order; control overtakes', () => {
    const pair = createPair()
    assert.ok(pair.line.run(5_000, () => isUp(pair)))
    const draws = seeded(2)
    const long = draws.bytes(20_000)
    const short = draws.bytes(3)
    pair.send('a', long)
    pair.send('a', short, 'control')
    pair.send('b', draws.bytes(5_000))
    assert.ok(pair.line.run(60_000, () => pair.messages('b').length === 2 && pair.messages('a').length === 1))
    assert.deepEqual(pair.messages('b'), [short, long])
  })

  it('repeats what the other side could not read, and counts it once', () => {
    for (let seed = 1; seed <= 20; seed += 1) {
      const pair = createPair()
      assert.ok(pair.line.run(5_000, () => isUp(pair)))
      let damaged = 0
      pair.filter = (end, bytes) => {
        if (end === 'b' || bytes.length < 20 || damaged >= 2) return bytes
        damaged += 1
        const changed = bytes.slice()
        changed[10] = (changed[10] ?? 0) ^ seed
        return changed
      }
      const message = seeded(seed).bytes(900)
      pair.send('a', message)
      assert.ok(pair.line.run(60_000, () => pair.messages('b').length > 0))
      pair.line.run(pair.line.now + 5_000)
      assert.deepEqual(pair.messages('b'), [message])
      assert.equal(pair.links.a.statistics.framesResent, 2)
    }
  })

  it('does not take a stray ACK for the answer to a block that was lost', () => {
    const pair = createPair()
    assert.ok(pair.line.run(5_000, () => isUp(pair)))
    let lost = 0
    pair.filter = (end, bytes) => {
      if (end === 'b' || bytes.length < 100 || lost > 0) return bytes
      lost += 1
      pair.links.a.step(pair.line.now, Uint8Array.of(ACK))
      return new Uint8Array(0)
    }
    const [one, two] = [seeded(3).bytes(500), seeded(4).bytes(500)]
    pair.send('a', one)
    pair.send('a', two)
    pair.line.run(20_000)
    assert.deepEqual([lost, pair.messages('b')], [1, []], 'the second message came without the first')
    assert.ok(pair.events.some(({ end, event }) => end === 'a' && event.type === 'down' && event.reason === 'silent'))
  })

  it('sends a block whose answer is lost never again, and goes down as unknown', () => {
    const pair = createPair()
    assert.ok(pair.line.run(5_000, () => isUp(pair)))
    const blocks: string[] = []
    pair.filter = (end, bytes) => {
      if (end === 'a' && bytes.length > 100) blocks.push(Buffer.from(bytes).toString('hex'))
      return end === 'b' && bytes[0] === ACK ? new Uint8Array(0) : bytes
    }
    pair.send('a', seeded(3).bytes(500))
    pair.send('a', seeded(4).bytes(500))
    pair.line.run(20_000)
    assert.equal(blocks.length, 1)
    assert.equal(pair.messages('b').length, 1)
    const downs = pair.events.flatMap(({ end, event }) => (end === 'a' && event.type === 'down' ? [event] : []))
    assert.deepEqual(downs, [{ type: 'down', reason: 'silent', kept: false }])
    assert.ok(isUp(pair), 'it comes up again, with empty streams')
  })

  it('delivers nothing twice and nothing wrong on a noisy line, whatever it loses', () => {
    for (let seed = 1; seed <= 40; seed += 1) {
      const pair = createPair({ losses: 2e-4 }, seed)
      const sent = new Set<string>()
      const draws = seeded(seed)
      for (let count = 0; count < 20; count += 1) {
        if (!pair.line.run(pair.line.now + 30_000, () => pair.links.a.isUp)) continue
        const message = draws.bytes(draws.between(1, 3_000))
        sent.add(Buffer.from(message).toString('hex'))
        pair.send('a', message)
        pair.line.run(pair.line.now + 10_000, () => pair.links.a.pending('data') === 0)
      }
      const heard = pair.messages('b').map((message) => Buffer.from(message).toString('hex'))
      assert.equal(new Set(heard).size, heard.length)
      assert.ok(heard.length > 5, `${heard.length} of 20 with seed ${seed}`)
      for (const message of heard) assert.ok(sent.has(message))
    }
  })

  it('sees its own echo once, and says what it cannot take', () => {
    const link = ecrStxLrcLink({ maxMessage: 100 })
    link.attach(0, { baud: 9_600 })
    const { bytesOut } = link.step(0)
    assert.deepEqual(link.step(1, bytesOut).events, [{ type: 'echo' }])
    assert.deepEqual(link.step(2, bytesOut).events, [])
    assert.equal(link.send('data', new Uint8Array(1)), 'down')
    link.close()
    assert.deepEqual(link.step(3, bytesOut), { bytesOut: new Uint8Array(0), events: [], wakeAt: Infinity })
  })
})
