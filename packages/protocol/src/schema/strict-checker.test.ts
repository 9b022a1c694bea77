import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import {
  checkRequestBody,
  defaultProfile,
  type Field,
  type Message,
  messageSchemas,
  messages,
  type Shape,
} from '@nationec/protocol'
import fc from 'fast-check'

/** Values that fit a field, mixed with values that break one of its rules. */
function valueFor(field: Field): fc.Arbitrary<unknown> {
  const wild = fc.oneof(
    { weight: 8, arbitrary: fitting(field) },
    {
      weight: 1,
      arbitrary: fc.constantFrom<unknown>(undefined, null, '', 0, 1.5, true, [], {}, 'x'.repeat(2000), '\ud800'),
    },
    { weight: 1, arbitrary: fc.string({ maxLength: 60 }) },
  )
  return wild
}

function fitting(field: Field): fc.Arbitrary<unknown> {
  switch (field.kind) {
    case 'money':
      return fc.constantFrom('0.00', '12.50', '99999999999999.99', '1', '-1.00', '100000000000000.00')
    case 'decimal':
    case 'integer':
      return fc.constantFrom('0', '1', '12', '1.5', '3.12345678', '1e3')
    case 'time':
      return fc.constantFrom('2026-11-23 10:15:00', '20261123101500', '20261123', '101500', '2026-11-23', '20260230')
    case 'json':
      return fc.constantFrom<unknown>({}, { a: 1 }, '{"a":1}', 'text', 7)
    case 'object':
      return bodyFor(field.shape ?? {})
    case 'list':
      return fc.array(bodyFor(field.shape ?? {}), { maxLength: 2 })
    default:
      return fc.string({ minLength: 1, maxLength: Math.min(field.length ?? 10, 30) + 1 })
  }
}

function bodyFor(shape: Shape): fc.Arbitrary<unknown> {
  const members = Object.fromEntries(Object.entries(shape).map(([name, field]) => [name, valueFor(field)]))
  const requiredKeys = Object.keys(members).filter((name) => shape[name]?.required)
  const body = fc.record(members, { requiredKeys })
  return fc.oneof(
    { weight: 9, arbitrary: body },
    { weight: 1, arbitrary: body.map((known) => ({ ...known, more: '1' })) },
  )
}

/** A body in which every field fits, so that the random ones are not the only ones accepted. */
function exampleBody(shape: Shape): Record<string, unknown> {
  return Object.fromEntries(Object.entries(shape).map(([name, field]) => [name, exampleValue(field)]))
}

function exampleValue(field: Field): unknown {
  const times = {
    yyyyMMddHHmmss: '20261123101500',
    yyyyMMdd: '20261123',
    HHmmss: '101500',
    'yyyy-MM-dd HH:mm:ss': '2026-11-23 10:15:00',
    'yyyy-MM-dd': '2026-11-23',
  }
  switch (field.kind) {
    case 'money':
      return '12.50'
    case 'decimal':
    case 'integer':
      return '1'
    case 'time':
      return times[field.form ?? 'yyyyMMddHHmmss']
    case 'object':
      return exampleBody(field.shape ?? {})
    case 'list':
      return [exampleBody(field.shape ?? {})]
    default:
      return '字'.repeat(Math.min(field.length ?? 3, 3))
  }
}

describe('the strict check and the zod schema of the same fields', () => {
  for (const message of Object.values(messages) as Message[]) {
    const { check, strict } = messageSchemas(message, defaultProfile).request
    const accepts = (body: unknown): boolean => {
      const issues: never[] = []
      check(body, [], issues)
      return issues.length === 0
    }

    it(`agree on ${message.name}`, () => {
      const example = exampleBody(message.request)
      assert.equal(accepts(example), true)
      assert.equal(strict.safeParse(example).success, true)
      fc.assert(
        fc.property(bodyFor(message.request), (body) => {
          const defined = JSON.parse(JSON.stringify(body)) as unknown
          assert.equal(accepts(defined), strict.safeParse(defined).success)
        }),
        { numRuns: 60, seed: 20261123 },
      )
    })
  }

  it('take the same body for no object', () => {
    for (const body of [null, [], 'x', 1, undefined]) {
      assert.equal(checkRequestBody(messages['ec.query'], body, defaultProfile).length, 1)
      assert.equal(messageSchemas(messages['ec.query'], defaultProfile).request.strict.safeParse(body).success, false)
    }
  })
})
