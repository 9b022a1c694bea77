import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { createLineDecoder, type LineEvent, type LineFrame, type PortLike } from '@nationec/transport-serial'
import fc from 'fast-check'
import { createDesk } from '../fixtures/desk-pair.ts'
import { createLinkPair } from '../fixtures/line/link-pair.ts'
import { FRAME, HEADER_BYTES, MAX_ENCODED, MAX_FRAME, writeFrame } from '../link/frame.ts'

function decode(line: Uint8Array, cuts: readonly number[] = []): { events: LineEvent[]; missing: number } {
  const decoder = createLineDecoder()
  const events: LineEvent[] = []
  let at = 0
  for (const cut of cuts) {
    events.push(...decoder.push(line.slice(at, at + cut)))
    at += cut
  }
  events.push(...decoder.push(line.slice(at)), ...decoder.end())
  return { events, missing: decoder.missing }
}

function dataFrame(offset: number, payload: readonly number[], epoch = 9): Uint8Array {
  const raw = new Uint8Array(MAX_FRAME)
  raw.set(payload, HEADER_BYTES)
  const target = new Uint8Array(MAX_ENCODED + 1)
  return target.slice(0, writeFrame(raw, FRAME.data, 0, { number: epoch, side: 1 }, offset, payload.length, target, 0))
}

/** What end `a` sent and what reached end `b`, on a virtual line that may be noisy. */
function recordSession(seed: number, bitErrors: number, bytes: number) {
  const pair = createLinkPair({ seed, baud: 115_200, latency: 2, faults: { bitErrors } })
  const [sent, heard]: [number[], number[]] = [[], []]
  let delivered = 0
  pair.line.plug('a', {
    step(now, bytesIn) {
      const step = pair.link('a').step(now, bytesIn)
      sent.push(...step.bytesOut)
      return step
    },
  })
  pair.line.plug('b', {
    step(now, bytesIn) {
      heard.push(...bytesIn)
      const step = pair.link('b').step(now, bytesIn)
      delivered += step.events.filter(({ type }) => type === 'message').length
      return step
    },
  })
  pair.connect()
  pair.send('a', 'data', new Uint8Array(bytes).fill(0x5a))
  pair.send('a', 'control', new Uint8Array(300).fill(0x5a))
  pair.line.run(pair.line.now + 60_000, () => delivered === 2)
  assert.equal(delivered, 2)
  return { sent: Uint8Array.from(sent), heard: Uint8Array.from(heard), statistics: pair.link('a').statistics }
}

const framesOf = (events: readonly LineEvent[]): LineFrame[] => events.filter((event) => event.type === 'frame')
const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)

describe('the decoder of recorded lines', () => {
  it('recognises every byte of what a link sent', () => {
    const { sent } = recordSession(3, 0, 20_000)
    const { events, missing } = decode(sent)
    assert.ok(events.every(({ type }) => type !== 'noise') && missing === 0)
    // Everything else on the line is a delimiter in front of a frame, where the line was idle.
    const inFrames = sum(framesOf(events).map(({ bytes }) => bytes))
    assert.ok(sent.length - inFrames <= framesOf(events).length)
    const whole = events.filter((event) => event.type === 'message').map(({ stream, length }) => `${stream} ${length}`)
    assert.deepEqual(whole.sort(), ['control 300', 'data 20000'])
    const stream = framesOf(events).filter(({ kind }) => kind === 'DATA')
    assert.equal(sum(stream.map(({ length, resent = 0 }) => length - resent)), 20_003 + 302)
  })

  it('tells damage and repetition on a noisy line, and finds the messages all the same', () => {
    for (const seed of [5, 6, 7]) {
      const { sent, heard, statistics } = recordSession(seed, 2e-4, 20_000)
      const resent = framesOf(decode(sent).events).filter(({ resent: again = 0 }) => again > 0)
      assert.equal(resent.length > 0, statistics.framesResent > 0)
      const { events } = decode(heard)
      assert.ok(sum(events.map((event) => (event.type === 'noise' ? event.checkWrong : 0))) > 0)
      assert.equal(events.filter(({ type }) => type === 'message').length, 2)
    }
  })

  it('gives the same events however a line is cut, and throws at nothing', () => {
    const { heard } = recordSession(8, 5e-4, 3000)
    const part = fc.oneof(
      fc.uint8Array({ maxLength: 400 }),
      fc.uint8Array({ min: 1, minLength: 4000, maxLength: 5000 }),
      fc.nat(heard.length).map((at) => heard.slice(at, at + 700)),
      fc
        .tuple(
          fc.nat(0xffff_ffff),
          fc.array(fc.nat(255), { minLength: 1, maxLength: 40 }),
          fc.integer({ min: 1, max: 3 }),
        )
        .map(([offset, payload, epoch]) => dataFrame(offset, payload, epoch)),
    )
    fc.assert(
      fc.property(
        fc.array(part, { maxLength: 8 }),
        fc.array(fc.integer({ min: 0, max: 900 }), { maxLength: 30 }),
        (parts, cuts) => {
          const line = Uint8Array.from(parts.flatMap((bytes) => [...bytes]))
          const whole = decode(line)
          assert.deepEqual(decode(line, cuts), whole)
          // Every byte but delimiters is told once, in order.
          const told = whole.events.filter((event) => event.type !== 'message')
          assert.ok(told.every(({ at }, index) => index === 0 || at > (told[index - 1]?.at ?? 0)))
          assert.ok(sum(told.map(({ bytes }) => bytes)) <= line.length)
        },
      ),
      { numRuns: 200, seed: 11 },
    )
  })

  it('counts what came again and what never came, also across the end of the numbers', () => {
    const start = 2 ** 32 - 4
    const line = [dataFrame(start, [1, 2, 3, 4, 5, 6]), dataFrame(0, [5, 6, 7]), dataFrame(13, [1])]
    const { events, missing } = decode(Buffer.concat(line))
    assert.deepEqual(
      framesOf(events).map(({ resent }) => resent),
      [0, 2, 0],
    )
    assert.equal(missing, 10)
    assert.equal(decode(Buffer.concat([...line, dataFrame(0, [1], 10), dataFrame(5, [1], 10)])).missing, 14)
  })

  it('names the handshake and the records of a secure channel', async () => {
    const [there, back]: [Uint8Array[], Uint8Array[]] = [[], []]
    const recorded = (port: PortLike, parts: Uint8Array[]): PortLike => ({
      name: port.name,
      async open(listener, signal) {
        const opened = await port.open(listener, signal)
        return {
          baud: opened.baud,
          write(bytes) {
            parts.push(bytes.slice())
            opened.write(bytes)
          },
          close: () => opened.close(),
        }
      },
    })
    const plain = createDesk({ handle: () => '' })
    const ports = plain.ports
    await plain[Symbol.asyncDispose]()
    await using desk = createDesk({
      handle: () => '{"code":0}',
      institution: { port: recorded(ports.institution, there) },
      terminal: { port: recorded(ports.terminal, back) },
    })
    const connection = desk.transport.connect()
    assert.equal(await connection.exchange({ text: '{"transType":"ec.query"}' }), '{"code":0}')
    await connection.close()
    const [out, answer] = [there, back].map((parts) => decode(Buffer.concat(parts)))
    const contents = (events: readonly LineEvent[] = []): string[] =>
      events.filter((event) => event.type === 'message').map(({ content }) => content)
    assert.deepEqual(contents(out?.events).slice(0, 2), ['M1', 'M3'])
    assert.deepEqual(contents(answer?.events).slice(0, 2), ['M2', 'M4'])
    const all = [...contents(out?.events), ...contents(answer?.events)]
    assert.ok(all.includes('data record') && !all.includes('other'), all.join(', '))
    assert.ok(framesOf(out?.events ?? []).some(({ sync }) => sync !== undefined && sync.boot.length === 8))
  })
})
