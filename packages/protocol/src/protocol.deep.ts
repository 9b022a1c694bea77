import assert from 'node:assert/strict'
import { describe } from 'node:test'
import {
  BusinessError,
  createSerialNumbers,
  decodeRequest,
  defaultProfile,
  encodeRequest,
  fenOf,
  formatWireTime,
  formatYuan,
  type Issue,
  judgeAnswer,
  type Message,
  messageSchemas,
  messages,
  ProtocolError,
  parseWireTime,
  readRequest,
  specProfile,
  strictSchema,
  yuan,
  yuanFromFen,
} from '@nationec/protocol'
import fc from 'fast-check'
import { it } from '../../../scripts/deep-kit.ts'
import { wildBody } from './fixtures/example-body.ts'

const seed = Number(process.env['NATIONEC_SEED'] ?? 20_261_123)
const all = Object.values(messages) as Message[]

describe(`long campaigns over the protocol (seed ${seed})`, () => {
  it('amounts: a million round trips', () => {
    const limit = 10n ** 16n - 1n
    fc.assert(
      fc.property(fc.bigInt({ min: -limit, max: limit }), (fen) => {
        const written = yuanFromFen(fen)
        if (fenOf(written) !== fen || yuan(formatYuan(written)) !== written) throw new Error('not the same amount')
      }),
      { numRuns: 1_000_000, seed },
    )
  })

  it('times: a million round trips', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 253_402_271_999 }), (second) => {
        if (parseWireTime(formatWireTime(second * 1000)) !== second * 1000) throw new Error('not the same time')
      }),
      { numRuns: 1_000_000, seed },
    )
  })

  it('serial numbers: three million from ten tills, none twice', () => {
    const seen = new Set<string>()
    for (let till = 0; till < 10; till += 1) {
      const next = createSerialNumbers({ orgId: 'H33010200001', length: 38 })
      for (let made = 0; made < 300_000; made += 1) seen.add(next())
    }
    assert.equal(seen.size, 3_000_000)
  })

  it('bodies: the strict check and zod agree on 90,000, and what may be sent is read as it was sent', () => {
    for (const message of all) {
      const { check } = messageSchemas(message, defaultProfile).request
      const strict = strictSchema(message, 'request', defaultProfile)
      fc.assert(
        fc.property(wildBody(message.request), fc.constantFrom(defaultProfile, specProfile), (body, profile) => {
          const defined = JSON.parse(JSON.stringify(body)) as Record<string, unknown>
          const issues: Issue[] = []
          check(defined, [], issues)
          assert.equal(issues.length === 0, strict.safeParse(defined).success)
          try {
            const text = encodeRequest(message, { orgId: 'H1', transType: 'x', data: defined as never }, profile)
            decodeRequest(message, readRequest(text), profile)
          } catch (error) {
            assert.ok(error instanceof ProtocolError, String(error))
          }
        }),
        { numRuns: 5000, seed },
      )
    }
  })

  it('answers: 360,000 damaged ones give a body or an error of ours', () => {
    for (const message of all) {
      const answer = wildBody(message.response).map((data) =>
        JSON.stringify({ orgId: 'H1', code: 0, message: '', data }),
      )
      const damaged = fc
        .tuple(answer, fc.nat(), fc.nat(), fc.string({ maxLength: 3 }))
        .map(([text, from, length, patch]) => {
          const start = from % (text.length + 1)
          return text.slice(0, start) + patch + text.slice(start + (length % 4))
        })
      fc.assert(
        fc.property(damaged, (text) => {
          try {
            judgeAnswer(message, text)
          } catch (error) {
            assert.ok(error instanceof ProtocolError || error instanceof BusinessError, String(error))
          }
        }),
        { numRuns: 20_000, seed },
      )
    }
  })
})
