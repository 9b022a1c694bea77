// @everyday node
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import fc from 'fast-check'
import { type Desk, openDesk } from './fixtures/desk.ts'
import { ask } from './fixtures/http.ts'

/** One operation, as far as these tests look at it. */
interface Documented {
  readonly requestBody?: { readonly content: { readonly 'application/json': { readonly schema: Described['schema'] } } }
  readonly parameters: Described['parameters']
}

interface Described {
  readonly method: string
  readonly path: string
  readonly schema: Record<string, unknown> | undefined
  readonly parameters: readonly { readonly name: string; readonly in: string }[]
}

interface UploadSchema {
  readonly properties: Readonly<Record<string, { readonly title?: string; readonly type?: unknown }>>
  readonly required: readonly string[]
}

let desk: Desk
let operations: Described[] = []
let document: Record<string, unknown> = {}

before(async () => {
  desk = await openDesk({ deadline: 200 })
  document = (await ask(`${desk.base}/openapi.json`)).json
  const paths = document['paths'] as Readonly<Record<string, Readonly<Record<string, Documented>>>>
  operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, one]) => ({
      method: method.toUpperCase(),
      path,
      schema: one.requestBody?.content['application/json'].schema,
      parameters: one.parameters,
    })),
  )
})
after(() => desk.agent.stop({ within: 0 }))

describe('the OpenAPI document', () => {
  it('describes every path with a name of its own, and every reference leads somewhere', () => {
    assert.equal(document['openapi'], '3.1.0')
    assert.ok(operations.length > 30)
    const text = JSON.stringify(document)
    const names = [...text.matchAll(/"operationId":"(\w+)"/g)].map(([, name]) => name)
    assert.equal(new Set(names).size, operations.length)
    for (const [, kind = '', name = ''] of text.matchAll(/"#\/components\/(\w+)\/(\w+)"/g)) {
      const components = document['components'] as Record<string, Record<string, unknown>>
      assert.ok(components[kind]?.[name] !== undefined, `${kind} ${name}`)
    }
    const upload = operations.find(({ path, method }) => path === '/v1/orders' && method === 'POST')
    const { properties, required } = (upload?.schema ?? {}) as unknown as UploadSchema
    assert.equal(properties['medfeeSumamt']?.title, '医疗费总额')
    assert.deepEqual(properties['medfeeSumamt']?.type, ['string', 'number'])
    assert.equal(properties['medOrgOrd']?.type, 'string')
    assert.ok(required.includes('medfeeSumamt') && !required.includes('orgCodg'))
  })

  it('is kept: whatever comes in, the answer is a described one and never a failure of the agent', async () => {
    const value = fc.oneof(
      fc.jsonValue({ maxDepth: 3 }),
      fc.constantFrom('', '-1', '1e9', '\u0000', '\ud800', '__proto__', '9'.repeat(400), null),
    )
    const request = fc.record({
      at: fc.nat(),
      names: fc.array(fc.nat(), { maxLength: 8 }),
      values: fc.array(value, { minLength: 8, maxLength: 8 }),
      junk: fc.dictionary(fc.string({ maxLength: 12 }), value, { maxKeys: 2 }),
      key: fc.uuid(),
    })
    const quiet = new Set([
      '/v1/events',
      '/v1/pairings',
      '/v1/pairings/confirm',
      '/v1/pairings/start',
      '/v1/pairings/{id}',
    ])
    const tried = operations.filter(({ path }) => !quiet.has(path))
    await fc.assert(
      fc.asyncProperty(request, async ({ at, names, values, junk, key }) => {
        const one = tried[at % tried.length]
        assert.ok(one !== undefined)
        const { method, path, schema, parameters } = one
        const fields = Object.keys((schema?.['properties'] ?? {}) as object)
        const body: Record<string, unknown> = { ...junk }
        for (const [index, name] of names.entries()) {
          const field = fields[name % Math.max(1, fields.length)]
          if (field !== undefined) body[field] = values[index]
        }
        const queries = parameters.filter((parameter) => parameter.in === 'query')
        const query = queries.map(({ name }, index) => `${name}=${inAddress(values[index])}`).join('&')
        const id = inAddress(values[7]) || 'x'
        const url = `${path.replace('{id}', id)}${query === '' ? '' : `?${query}`}`
        const answer = await desk.call(method, url, method === 'GET' ? undefined : body, { key })
        assert.ok(answer.status !== 500, `${method} ${url} ${JSON.stringify(body)} ${answer.text}`)
        if (answer.status >= 400) {
          assert.equal(answer.headers['content-type'], 'application/problem+json; charset=utf-8')
          const { status, code, delivery, title, summary } = answer.json
          assert.equal(status, answer.status)
          assert.match(code, /^[A-Z_]+$/)
          assert.ok(['not-sent', 'unknown', 'answered'].includes(delivery))
          assert.ok(title === summary.zh)
        }
      }),
      { numRuns: 400, seed: 20261127 },
    )
  })
})

/** A value as a part of an address. */
function inAddress(value: unknown): string {
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value)
  return encodeURIComponent(text.isWellFormed() ? text : text.toWellFormed())
}
