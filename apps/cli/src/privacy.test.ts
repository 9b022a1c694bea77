// @everyday none
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { messages, type Shape } from '@nationec/protocol'
import { ABOUT, fakeAgent } from './fixtures/fake-agent.ts'
import { behaviours, hostileServer } from './fixtures/hostile-server.ts'
import { run } from './fixtures/run-nationec.ts'
import { temporaryFolder } from './fixtures/temporary-folder.ts'

/** Stands in every marked value, once in Chinese and once in letters and digits. */
const MARKS = /暗记隐私|QZMARK/

/** Every field of every message, requests and answers, each with a marked value; nested ones too. */
function everyFieldMarked(): Record<string, unknown> {
  const marked: Record<string, unknown> = {}
  for (const { request, response } of Object.values(messages))
    Object.assign(marked, markedBody(request), markedBody(response))
  return marked
}

function markedBody(shape: Shape): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(shape).map(([name, { shape: inner, kind }]) => {
      const value = inner === undefined ? `QZMARK${name}暗记隐私` : markedBody(inner)
      return [name, kind === 'list' ? [value] : value]
    }),
  )
}

let count = 0

/** A bill that passes every check, with a mark in each field of free text. */
function markedBill(): Record<string, unknown> {
  const bill = JSON.parse(readFileSync(new URL('../../../examples/outpatient-5-lines.json', import.meta.url), 'utf8'))
  return markTexts(bill, messages['6201'].request) as Record<string, unknown>
}

function markTexts(value: unknown, shape: Shape): unknown {
  if (Array.isArray(value)) return value.map((item) => markTexts(item, shape))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => {
      const field = shape[name]
      if (field?.shape !== undefined) return [name, markTexts(member, field.shape)]
      const isFree = field?.kind === 'text' && (field.length ?? 0) >= 6 && name !== 'medOrgOrd' && name !== 'orgCodg'
      if (isFree) count += 1
      return [name, isFree ? ((field.length ?? 0) >= 14 ? `暗记隐私QZMARK${count}` : '暗记隐私') : member]
    }),
  )
}

const json = (value: unknown): string => JSON.stringify(value)

describe('what a command tells of people', () => {
  const requests = [
    { args: ['call', 'ec.query', '--raw'], stdin: json(everyFieldMarked()) },
    { args: ['upload'], stdin: json(markedBill()) },
  ]
  for (const [name, behaviour] of Object.entries(behaviours)) {
    it(`is nothing, when the far end has the whole request and answers with: ${name}`, async () => {
      using folder = temporaryFolder()
      const deadline = name === 'silence' ? ['--deadline', '500'] : []
      await using server = await hostileServer(behaviour)
      const env = { NATIONEC_TRANSPORT: 'http', NATIONEC_ADDRESS: server.url }
      for (const { args, stdin } of requests) {
        for (const form of [[], ['--json']]) {
          const tape = folder.in(`${args[0]}${form.length}.tape`)
          const { code, stdout, stderr } = await run([...args, ...form, ...deadline, '--trace', tape], { env, stdin })
          const what = `${args.join(' ')} ${form.join(' ')}: ${code}`
          assert.ok(!MARKS.test(stderr), `${what}\n${stderr}`)
          assert.ok(!MARKS.test(readFileSync(tape, 'utf8')), `${what}: the tape`)
          // What a call was answered is its caller's own; a failure is not.
          if (code !== 0) assert.ok(!MARKS.test(stdout), `${what}\n${stdout}`)
        }
      }
      assert.ok(
        server.seen.length === requests.length * 2 && server.seen.every((text) => MARKS.test(text)),
        'it was sent',
      )
    })
  }

  it('is nothing, when a local agent repeats the whole request in every member of its refusal', async () => {
    using folder = temporaryFolder()
    const token = folder.write('token', 'T'.repeat(43))
    const problems: readonly ((text: string) => object)[] = [
      (text) => ({ code: 'BUSINESS_REFUSED', responseCode: 4711, responseMessage: text }),
      (text) => ({ code: 'BUSINESS_REFUSED', responseCode: text, responseMessage: text }),
      (text) => ({ code: 'OUTCOME_UNKNOWN', delivery: text, layer: text, summary: { en: text, zh: text } }),
      (text) => ({ code: 'KEY_REUSED', advice: { en: text, zh: text }, details: [{ en: text, zh: text }] }),
      (text) => ({ code: 'REQUEST_INVALID', issues: [{ path: text, text: { en: text, zh: text } }] }),
      (text) => ({ code: 'REQUEST_INVALID', issues: [{ path: 'x', text: { en: text, zh: text } }] }),
      (text) => ({ code: text }),
    ]
    for (const problem of problems) {
      await using agent = await fakeAgent(ABOUT, (response, text) => {
        response.writeHead(409)
        response.end(JSON.stringify(problem(text)))
      })
      const env = { NATIONEC_TRANSPORT: 'agent', NATIONEC_AGENT: agent.url, NATIONEC_AGENT_TOKEN_FILE: token }
      for (const [args, stdin] of [
        [['call', 'ec.query', '--raw', '--org-id', 'H33010200001'], json(everyFieldMarked())],
        [['upload', '--org-id', 'H33010200001', '--json'], json(markedBill())],
      ] as const) {
        const { code, stdout, stderr } = await run(args, { env, stdin })
        assert.ok(code > 0)
        assert.ok(!MARKS.test(stdout + stderr), `${args.join(' ')}, ${problem('…')}\n${stdout}${stderr}`)
      }
    }
  })

  it('is nothing, when the request itself is wrong', async () => {
    const stdin = json(everyFieldMarked())
    const commands = ['credential', 'upload', 'query', 'revoke', 'refund'].map((name) => [name])
    for (const args of [...commands, ...Object.keys(messages).map((name) => ['call', name])]) {
      const { code, stdout, stderr } = await run([...args, '--json'], { stdin })
      assert.equal(code, 2, args.join(' '))
      assert.ok(!MARKS.test(stdout + stderr), `${args.join(' ')}\n${stdout}${stderr}`)
    }
  })

  it('is nothing in a masked log, and nothing from a program that breaks', async () => {
    const text = `${json(everyFieldMarked())}\nsent ${json({ data: json(everyFieldMarked()) })}\n`
    const masked = await run(['trace', 'mask'], { stdin: text })
    assert.equal(masked.code, 0)
    assert.ok(!MARKS.test(masked.stdout + masked.stderr))
    for (const stdin of [`{"userName":"QZMARK`, `暗记隐私`, `[${text}`]) {
      for (const args of [
        ['call', 'x'],
        ['crypto', 'decrypt', '--algorithm', 'sm4', '--mode', 'ecb', '--key-env', 'KEY'],
      ]) {
        const { code, stdout, stderr } = await run(args, { stdin, env: { KEY: 'QZMARK' } })
        assert.equal(code, 2)
        assert.ok(!MARKS.test(stdout + stderr), `${args.join(' ')}\n${stdout}${stderr}`)
      }
    }
  })
})
