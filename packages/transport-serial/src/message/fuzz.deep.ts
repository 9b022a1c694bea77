// @runtimes node
import assert from 'node:assert/strict'
import process from 'node:process'
import { describe, it } from 'node:test'
import { mslChannel } from '../channel/msl-channel.ts'
import { testKeys } from '../fixtures/test-keys.ts'
import { entryFromBytes, entryToBytes } from '../journal/entry-bytes.ts'
import { type Draws, seeded } from '../line/seeded.ts'
import type { LinkMessage } from './message.ts'
import { MessageFault } from './message-fault.ts'
import { mslCodec } from './msl-codec.ts'

const SEED = Number(process.env['NATIONEC_SEED'] ?? 1)
/** Of each part; few enough that a loaded machine stays within the limit of a test. */
const INPUTS = 500_000

const ID = '00112233445566778899aabbccddeeff'
const signature = new Uint8Array(64)
const good: readonly LinkMessage[] = [
  { kind: 'request', id: ID, madeAt: 5, url: 'http://a/b', text: '{"data":"费用明细"}'.repeat(20), signature },
  { kind: 'result', id: ID, text: '{"code":0}', signature },
  { kind: 'state', id: ID, state: 'void' },
  { kind: 'progress', id: ID, step: 3 },
]

describe('whatever bytes come', () => {
  for (let part = 0; part < 8; part += 1) {
    it(`the message decoder throws its own fault or gives messages, part ${part}`, () => {
      const draws = seeded(SEED + part)
      const samples = good.flatMap((message) =>
        [true, false].map((brotli) => mslCodec.encode(message, { brotli, compress: part > 1 })),
      )
      for (let count = 0; count < INPUTS; count += 1) {
        const bytes = mutated(draws, samples[count % samples.length] ?? signature)
        try {
          mslCodec.decoder().push(bytes)
        } catch (error) {
          assert.ok(error instanceof MessageFault, `seed ${SEED + part}, input ${count}`)
        }
      }
    })
  }

  it('a channel gives at most its end', () => {
    const { institution, terminal } = testKeys()
    const draws = seeded(SEED)
    const codecs = [
      mslChannel({ role: 'institution', own: institution.link, terminal: institution.terminal.link }),
      mslChannel({ role: 'terminal', own: terminal.link, institutions: [institution.terminal.link] }),
    ] as const
    for (let count = 0; count < 20_000; count += 1) {
      const channel = (draws.next() < 0.5 ? codecs[0] : codecs[1]).create({
        options: draws.bytes(8),
        bootId: draws.bytes(8),
      })
      const [own] = channel.start(0).packets
      for (let packet = 0; packet < 3; packet += 1) {
        const sample =
          draws.next() < 0.5
            ? Uint8Array.of(0xe1 + draws.between(0, 4), ...draws.bytes(190))
            : (own?.bytes ?? signature)
        const stream = draws.next() < 0.9 ? 'control' : 'data'
        const { events } = channel.receive(0, { stream, bytes: mutated(draws, sample) })
        assert.ok(
          events.every(({ type }) => type === 'closed'),
          `seed ${SEED}, input ${count}`,
        )
      }
    }
  })

  it('a journal entry is read or is none', () => {
    const draws = seeded(SEED)
    const sample = entryToBytes({ type: 'request', id: ID, madeAt: 1, url: 'u', text: 'text', signature })
    for (let count = 0; count < INPUTS; count += 1) {
      const entry = entryFromBytes(mutated(draws, sample))
      assert.ok(entry === undefined || entry.madeAt >= 0)
    }
  })
})

/** Changes some bytes, cuts, or makes longer. */
function mutated(draws: Draws, sample: Uint8Array): Uint8Array {
  const bytes = sample.slice(0, draws.next() < 0.2 ? draws.between(0, sample.length) : sample.length)
  for (let change = draws.between(0, 3); change > 0 && bytes.length > 0; change -= 1) {
    bytes[draws.between(0, bytes.length - 1)] = draws.between(0, 255)
  }
  return draws.next() < 0.1 ? Uint8Array.of(...bytes, ...draws.bytes(draws.between(1, 40))) : bytes
}
