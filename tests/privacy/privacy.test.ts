// @everyday none
/**
 * Every field of every message is filled with a marked value, and everything that tells of messages is searched for it:
 * tapes, masked logs, errors, output of the command line, and the agent's trace, log and events.
 */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { createLogger } from '@nationec/agent'
import { createClient } from '@nationec/client'
import { isNationEcError } from '@nationec/errors'
import {
  decodePushBody,
  decodeRequest,
  decodeResponse,
  encodeRequest,
  type Field,
  judgeAnswer,
  type Message,
  messages,
  readAnswer,
  readRequest,
  type Shape,
} from '@nationec/protocol'
import { maskLog, maskMessage } from '@nationec/protocol/privacy'
import { mockTransport, record } from '@nationec/transport-mock'
import fc from 'fast-check'
import { openDesk } from '../../apps/agent/src/fixtures/desk.ts'
import { follow } from '../../apps/agent/src/fixtures/follow.ts'
import { bodyTable } from '../../apps/cli/src/output/body-table.ts'
import { concealValues, withoutConcealed } from '../../apps/cli/src/output/concealed.ts'
import { failureDocument } from '../../apps/cli/src/output/failure.ts'

const orgId = 'H33010200001'
const all: readonly Message[] = Object.values(messages)
const digits = (length: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map((list) => list.join(''))

/** Values of invented persons: names, numbers of identity, telephone and bank card, a token, free text with quotes. */
const mark = fc.oneof(
  fc.constantFrom('暗记王小明', '暗记感冒"未愈"\n复诊', 'Anji Wang', '暗记|男'),
  digits(4).map((number) => `33010219900101${number}`),
  digits(4).map((number) => `330102900101${number.slice(1)}`),
  digits(8).map((number) => `138${number}`),
  digits(12).map((number) => `6222021${number}`),
  digits(10).map((number) => `a0b1c2d3e4${number}f5f6`),
)
const runs = { seed: 20_261_129, numRuns: 8, includeErrorInReport: true } as const

/** A body with the mark in every field, in unknown fields, and inside JSON text. */
function filled(shape: Shape, value: string): Record<string, unknown> {
  const members = Object.entries(shape).map(([name, field]) => [name, filledField(field, value)])
  return { ...Object.fromEntries(members), unknownOfRegion: value, unknownText: JSON.stringify({ deep: [value] }) }
}

function filledField({ kind, shape = {} }: Field, value: string): unknown {
  if (kind === 'object') return filled(shape, value)
  if (kind === 'list') return [filled(shape, value), filled(shape, value)]
  return kind === 'json' ? JSON.stringify({ anything: value, list: [value] }) : value
}

/** Both bodies of every message, and the envelope around them with the mark in its header. */
function envelopes(value: string): Record<string, unknown>[] {
  return all.flatMap(({ request, response }) =>
    [request, response].flatMap((shape) => {
      const data = filled(shape, value)
      const header = {
        orgId: value,
        transType: value,
        code: value,
        message: value,
        extra: { opter: value },
        [value]: 1,
      }
      return [
        { ...header, data },
        { ...header, data: JSON.stringify(data) },
      ]
    }),
  )
}

/** The mark as it is, and as JSON writes it, once and twice wrapped. */
function formsOf(value: string): string[] {
  const once = JSON.stringify(value).slice(1, -1)
  return [value, once, JSON.stringify(once).slice(1, -1), ...(value.startsWith('暗记') ? ['暗记'] : [])]
}

function assertAbsent(value: string, text: string, where: string): void {
  for (const form of formsOf(value)) {
    const at = text.indexOf(form)
    assert.ok(at < 0, `${where} shows ${form}: ${text.slice(Math.max(0, at - 60), at + 60)}`)
  }
}

/** A value as Java prints a map. */
function printed(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(printed).join(', ')}]`
  if (typeof value !== 'object' || value === null) return String(value)
  return `{${Object.entries(value)
    .map(([name, member]) => `${name}=${printed(member)}`)
    .join(', ')}}`
}

function thrownBy(call: () => unknown): unknown {
  try {
    call()
  } catch (error) {
    return error
  }
  return undefined
}

/** All that an error tells, in every form in which programs print it; and the agent's log of it. */
function toldBy(error: unknown): string {
  if (!isNationEcError(error)) return ''
  const lines: string[] = []
  createLogger('debug', { write: (line: string) => void lines.push(line) }).error({ error }, error.message)
  return [error.message, String(error), error.stack ?? '', JSON.stringify(error), ...lines].join('\n')
}

describe('a marked value in every field of every message', () => {
  it('is on no tape and in no masked message', async () => {
    await fc.assert(
      fc.asyncProperty(mark, async (value) => {
        const { transport, tape } = record(mockTransport((text) => text))
        await using connection = transport.connect()
        for (const envelope of envelopes(value)) {
          const text = JSON.stringify(envelope)
          assertAbsent(value, maskMessage(text), 'a masked message')
          await connection.exchange({ text })
        }
        await connection.exchange({ text: value })
        assertAbsent(value, tape(), 'a tape')
      }),
      runs,
    )
  })

  it('is in no masked log, whatever form the log has', () => {
    fc.assert(
      fc.property(mark, (value) => {
        for (const envelope of envelopes(value)) {
          const flat = JSON.stringify(envelope)
          for (const text of [
            `10:15:00 INFO sent ${flat} done`,
            `10:15:00 INFO sent\n${JSON.stringify(envelope, null, 2)}\ndone`,
            `body=${JSON.stringify(flat)}`,
            `{"cut":${flat.slice(0, -20)}`,
          ]) {
            assertAbsent(value, maskLog(text), 'a masked log')
          }
          // Programs print maps and records without escapes: a value with line ends falls apart there.
          if (!/[\n"]/.test(value))
            assertAbsent(value, maskLog(`10:15:00 INFO got ${printed(envelope)}`), 'a printed map')
        }
        if (!/[\n"]/.test(value)) assertAbsent(value, maskLog(`读卡：330100|${value}|A1|${value}`), 'a record')
      }),
      runs,
    )
  })

  it('is in no error of a wrong request, a wrong answer, or a refusal that repeats the request', async () => {
    await fc.assert(
      fc.asyncProperty(mark, async (value) => {
        const transport = mockTransport((text) => JSON.stringify({ code: 7, message: `拒绝 ${text} ${value}` }))
        await using client = createClient({ orgId, transport })
        const errors: unknown[] = []
        for (const message of all) {
          const [request, response] = [filled(message.request, value), filled(message.response, value)]
          const answer = JSON.stringify({ code: 0, message: value, data: response })
          const refusal = JSON.stringify({ code: value, message: JSON.stringify(request), data: null })
          errors.push(
            thrownBy(() => encodeRequest(message, { orgId, transType: message.name, data: request as never })),
            thrownBy(() =>
              decodeRequest(message, readRequest(JSON.stringify({ orgId, transType: message.name, data: request }))),
            ),
            thrownBy(() => decodeResponse(message, readAnswer(answer), { request })),
            thrownBy(() => judgeAnswer(message, refusal, { request, extData: { opter: value } })),
            thrownBy(() => decodePushBody(JSON.stringify(response))),
            await client.request({ transType: message.name, data: request }).catch((error: unknown) => error),
          )
        }
        assert.ok(errors.filter((error) => isNationEcError(error)).length >= all.length * 2)
        for (const error of errors) assertAbsent(value, toldBy(error), 'an error')
      }),
      runs,
    )
  })

  it('is in no table and no failure that the command line prints for people', () => {
    fc.assert(
      fc.property(mark, (value) => {
        for (const { request, response } of all) {
          for (const shape of [request, response])
            assertAbsent(value, bodyTable({ ...filled(shape, value), [value]: value }, shape), 'a table')
          const body = filled(request, value)
          concealValues(body)
          const error = thrownBy(() => judgeAnswer(messages['6301'], JSON.stringify({ code: 1, message: value })))
          assertAbsent(value, JSON.stringify(withoutConcealed(failureDocument(error).error)), 'a failure')
        }
      }),
      runs,
    )
  })

  it('is in no trace, log, event, list and refusal of the agent', async () => {
    const lines: string[] = []
    const logger = createLogger('debug', { write: (line: string) => void lines.push(line) })
    await using desk = await openDesk({ logger })
    const following = await follow(`${desk.base}/v1/events`, { Authorization: `Bearer ${desk.token}` })
    let key = 0
    for (const value of fc.sample(mark, { ...runs, numRuns: 3 })) {
      const seen: string[] = []
      for (const { name, request } of all) {
        // Orders are listed under the numbers that the caller gave them.
        const data = { ...filled(request, value), medOrgOrd: '1', payOrdId: '2', appRefdSn: '3', refdSn: '4' }
        for (const transType of [name, value]) {
          key += 1
          const { status, text } = await desk.call('POST', '/v1/request', { transType, data }, { key: `k${key}` })
          if (status >= 400) seen.push(text)
        }
        logger.info({ ...data, [value]: value, data: JSON.stringify(data) }, `sent ${JSON.stringify(data)}`)
      }
      for (const path of ['/v1/trace?limit=200', '/v1/operations?limit=200', '/v1/orders'])
        seen.push((await desk.call('GET', path)).text)
      assertAbsent(value, [...seen, ...lines, ...following.events.map(({ data }) => data)].join('\n'), 'the agent')
    }
    assert.ok(lines.length > all.length * 3 && following.events.length > 0)
    following.close()
  })
})
