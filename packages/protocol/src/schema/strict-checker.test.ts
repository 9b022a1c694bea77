import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import {
  checkRequestBody,
  defaultProfile,
  type Issue,
  type Message,
  messageSchemas,
  messages,
  strictSchema,
} from '@nationec/protocol'
import fc from 'fast-check'
import { exampleBody, wildBody } from '../fixtures/example-body.ts'

describe('the strict check and the zod schema of the same fields', () => {
  for (const message of Object.values(messages) as Message[]) {
    const { check } = messageSchemas(message, defaultProfile).request
    const strict = strictSchema(message, 'request', defaultProfile)
    const accepts = (body: unknown): boolean => {
      const issues: Issue[] = []
      check(body, [], issues)
      return issues.length === 0
    }

    it(`agree on ${message.name}`, () => {
      const example = exampleBody(message.request)
      assert.equal(accepts(example), true)
      assert.equal(strict.safeParse(example).success, true)
      fc.assert(
        fc.property(wildBody(message.request), (body) => {
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
      assert.equal(strictSchema(messages['ec.query'], 'request', defaultProfile).safeParse(body).success, false)
    }
  })
})
