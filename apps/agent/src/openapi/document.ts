import type { JsonSchema } from '@nationec/protocol'
import type { AnyEndpoint } from '../http/endpoint.ts'
import { componentSchemas } from './schemas.ts'

/** The OpenAPI 3.1 document of the endpoints, from the very inputs that check what comes in. */
export function openApiDocument(endpoints: readonly AnyEndpoint[], version: string, base: string): JsonSchema {
  const paths: Record<string, Record<string, JsonSchema>> = {}
  for (const endpoint of endpoints) {
    const methods = paths[endpoint.path] ?? {}
    methods[endpoint.method.toLowerCase()] = operationOf(endpoint)
    paths[endpoint.path] = methods
  }
  return {
    openapi: '3.1.0',
    jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
    info: {
      title: 'nationec agent 医保终端本地代理',
      version,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      description: DESCRIPTION,
    },
    servers: [serverAt(base)],
    tags: tagsOf(endpoints),
    paths,
    components: {
      schemas: componentSchemas,
      securitySchemes: { pairing: { type: 'http', scheme: 'bearer', description: 'POST /v1/pairings' } },
      responses: {
        Problem: {
          description: 'Problem details (RFC 9457): read `delivery` first 请先查看 delivery',
          content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
        },
      },
    },
  }
}

const DESCRIPTION = `Money is text in yuan. A failure says in \`delivery\` what became of the request: \`not-sent\`, \`unknown\` or \`answered\`.
After \`unknown\` query, never repeat. 金额为以元为单位的文本；失败时先看 delivery，为 unknown 时只查询，切勿重复提交。`

function operationOf({ id, method, path, tag, summary, access, key, body, query, response }: AnyEndpoint): JsonSchema {
  return {
    operationId: id ?? nameOf(method, path),
    tags: [tag],
    summary: `${summary.zh} ${summary.en}`,
    security: access === 'open' ? [] : [{ pairing: [] }],
    parameters: [...pathParameters(path), ...keyParameter(key), ...queryParameters(query?.schema)],
    ...(body === undefined
      ? {}
      : { requestBody: { required: true, content: { 'application/json': { schema: body.schema } } } }),
    responses: { ...answersOf(response, summary.en), ...PROBLEMS },
  }
}

function answersOf(
  { status, schema, type = 'application/json', also = [] }: AnyEndpoint['response'],
  description: string,
): Record<string, JsonSchema> {
  const answer = { description, ...(schema === undefined ? {} : { content: { [type]: { schema } } }) }
  return Object.fromEntries([status, ...also].map((one) => [String(one), answer]))
}

const PROBLEM = { $ref: '#/components/responses/Problem' }
const PROBLEMS = { '4XX': PROBLEM, '5XX': PROBLEM }

/** `POST /v1/orders/query` becomes `postOrdersQuery`. */
function nameOf(method: string, path: string): string {
  const words = path.split(/[^A-Za-z0-9]+/).filter((word) => word !== '' && word !== 'v1')
  return method.toLowerCase() + words.map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`).join('')
}

/** Where it is asked: a till below the agent's address, the only one at it. */
const serverAt = (base: string): JsonSchema =>
  base === '' ? { url: 'http://127.0.0.1:33910', description: 'the first free port of 33910 to 33914' } : { url: base }

/** What the groups are, in the order in which they come. */
const TAGS: Readonly<Record<string, string>> = {
  agent: '代理程序 The agent itself',
  pairing: '配对 Who may use it',
  terminal: '终端与患者 The patient at the terminal',
  orders: '账单与订单 Bills and orders',
  sales: '收费 What the console sells',
  operations: '资金操作 Operations that move money',
  people: '操作员 The people who work with it',
  raw: '原始报文 Requests as they are',
  events: '事件 What happens',
  simulator: '模拟终端 The simulated terminal',
}

const tagsOf = (endpoints: readonly AnyEndpoint[]): JsonSchema[] =>
  [...new Set(endpoints.map(({ tag }) => tag))].map((name) => ({ name, description: TAGS[name] ?? name }))

function pathParameters(path: string): JsonSchema[] {
  return Array.from(path.matchAll(/\{(\w+)\}/g), ([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }))
}

function keyParameter(key: AnyEndpoint['key']): JsonSchema[] {
  if (key === undefined) return []
  const schema = { type: 'string', pattern: '^[\\x21-\\x7e]{1,128}$' }
  return [{ name: 'Idempotency-Key', in: 'header', required: key === 'required', schema }]
}

function queryParameters(schema: JsonSchema | undefined): JsonSchema[] {
  const properties = schema?.['properties']
  if (typeof properties !== 'object' || properties === null) return []
  return Object.entries(properties).map(([name, member]) => ({ name, in: 'query', required: false, schema: member }))
}
