import assert from 'node:assert/strict'
import { describe } from 'node:test'
import { emptyRemovals, readJson } from '@nationec/crypto/json'
import {
  CentreError,
  createPushMemory,
  defaultCentreProfile,
  defineCentreProfile,
  openEnvelope,
  sealEnvelope,
} from '@nationec/payment-centre'
import fc from 'fast-check'
import { it } from '../../../scripts/deep-kit.ts'
import { centre, hospital, START } from './fixtures/desk.ts'
import { push, pushDesk, sealedPush } from './fixtures/push-desk.ts'

const seed = Number(process.env['NATIONEC_SEED'] ?? 20_261_123)
const own = { credentials: hospital, profile: defaultCentreProfile }
const other = { credentials: centre, profile: defaultCentreProfile }

describe(`long campaigns over the envelope (seed ${seed})`, () => {
  it('JSON: 100,000 texts, damaged ones among them, are read as JSON.parse reads them or refused', () => {
    const damaged = fc.tuple(fc.json(), fc.nat(), fc.string({ maxLength: 2 })).map(([text, at, patch]) => {
      const place = at % (text.length + 1)
      return text.slice(0, place) + patch + text.slice(place + 1)
    })
    fc.assert(
      fc.property(fc.oneof(fc.json(), damaged, fc.string()), (text) => {
        const read = readJson(text)
        if (read === undefined) return
        JSON.parse(text)
      }),
      { numRuns: 100_000, seed },
    )
  })

  it('bodies: 3,000 are opened by the other side under every form', async () => {
    const form = fc.record({
      scalars: fc.constantFrom('as text' as const, 'as written' as const),
      emptyRemoval: fc.constantFrom('unknown' as const, ...emptyRemovals),
      hexCase: fc.constantFrom('upper' as const, 'lower' as const),
      timestampForm: fc.constantFrom(
        'epoch-milliseconds' as const,
        'epoch-seconds' as const,
        'yyyyMMddHHmmss' as const,
      ),
    })
    await fc.assert(
      fc.asyncProperty(fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 4 })), form, async (data, settings) => {
        const profile = defineCentreProfile({ name: 'deep', ...settings })
        const opened = await openEnvelope(
          await sealEnvelope({ data, moment: START }, { credentials: hospital, profile }),
          other,
        )
        assert.equal(opened.moment, START)
        if (settings.scalars === 'as written' && settings.emptyRemoval !== 'unknown')
          assert.deepEqual(JSON.parse(opened.body?.text ?? ''), JSON.parse(JSON.stringify(data)))
      }),
      { numRuns: 3000, seed },
    )
  })

  it('bits: every single one of an envelope counts', async () => {
    const header = { code: 0, message: '成功', success: true }
    const sealed = await sealEnvelope({ data: { payOrdId: 'ORD1', feeSumamt: '0.00' }, header, moment: START }, own)
    const bytes = new TextEncoder().encode(sealed)
    const before = await openEnvelope(sealed, other)
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const changed = bytes.slice()
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      const text = new TextDecoder().decode(changed)
      try {
        // What still opens is the same message: the case of a hexadecimal digit changed.
        assert.deepEqual(await openEnvelope(text, other), before)
      } catch (error) {
        assert.ok(error instanceof CentreError, String(error))
      }
    }
  })

  it('pushes: 5,000 in any order, with repeats, failures and a clock that moves, are handed on exactly once each', async () => {
    const orders = Array.from({ length: 500 }, (_, index) => `ORD${index}`)
    let random = seed
    const below = (limit: number): number => {
      random = (Math.imul(random, 1_103_515_245) + 12_345) >>> 0
      return (random >>> 8) % limit
    }
    const handed = new Map<string, number>()
    const desk = pushDesk({
      memory: createPushMemory(),
      onPush: ({ payOrdId }) => {
        if (below(4) === 0) throw new Error('later')
        handed.set(payOrdId, (handed.get(payOrdId) ?? 0) + 1)
      },
    })
    for (let round = 0; round < 5000; round += 1) {
      const payOrdId = orders[below(orders.length)] ?? ''
      desk.clock.now += below(1000)
      const { status } = await desk.receive(await sealedPush({ ...push, payOrdId }, desk.clock.now))
      assert.equal(status, handed.has(payOrdId) ? 200 : 503)
    }
    for (const count of handed.values()) assert.equal(count, 1)
  })
})
