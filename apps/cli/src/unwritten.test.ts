// @everyday none
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { documentOf } from './fixtures/published-schema.ts'
import { nationec, run } from './fixtures/run-nationec.ts'
import { temporaryFolder } from './fixtures/temporary-folder.ts'
import { OPERATOR, openTill } from './fixtures/till.ts'

const bill = JSON.parse(readFileSync(new URL('../../../examples/outpatient-5-lines.json', import.meta.url), 'utf8'))
const skip = existsSync('/dev/full') ? false : 'the system has no device that is always full'

type Till = Awaited<ReturnType<typeof openTill>>
type Body = Readonly<Record<string, unknown>>

/** A command, what it is given, and which numbers must be told. */
interface Case {
  readonly args: readonly string[]
  readonly make: (till: Till) => Promise<{ readonly body: Body; readonly numbers: Body }>
  /** The order must not be settled. */
  readonly isOpen?: true
  /** In all the ways that a result may fail to be written; the others in two of them. */
  readonly isWhole?: true
}

const ALL_WAYS = [
  ['full', true],
  ['closed', false],
  ['full', false],
  ['closed', true],
] as const

/** Numbers that are made by the command or by the centre are known by their form. */
const ANY = /^[A-Z0-9]{6,64}$/i

async function upload(till: Till) {
  const person = await till.person()
  const uploaded = await till.command(['upload', '--json'], { ...bill, ...person, medOrgOrd: undefined })
  assert.equal(uploaded.code, 0, uploaded.stderr)
  const { body, references } = documentOf('answer', uploaded.stdout)
  const { payOrdId, payToken } = body
  return { person, order: { payOrdId, payToken }, medOrgOrd: references.medOrgOrd as string }
}

const CASES: readonly Case[] = [
  { args: ['credential'], make: async () => ({ body: OPERATOR, numbers: {} }) },
  {
    args: ['upload'],
    isWhole: true,
    make: async (till) => ({
      body: { ...bill, ...(await till.person()), medOrgOrd: undefined },
      numbers: { payOrdId: ANY, medOrgOrd: ANY },
    }),
  },
  {
    args: ['query'],
    async make(till) {
      const { order } = await upload(till)
      return { body: order, numbers: { payOrdId: order.payOrdId } }
    },
  },
  {
    args: ['revoke'],
    isOpen: true,
    async make(till) {
      const { order, person } = await upload(till)
      const { idNo, idType, userName } = person
      return { body: { ...order, idNo, idType, userName }, numbers: { payOrdId: order.payOrdId } }
    },
  },
  ...[['refund'], ['call', 'hos.refund.setl']].map(
    (args): Case => ({
      args,
      async make(till) {
        const { order, person } = await upload(till)
        const amounts = { totlRefdAmt: '1.00', cashRefdAmt: '1.00', refdType: 'CASH' }
        return {
          body: { payOrdId: order.payOrdId, ecToken: person['ecToken'], ...amounts },
          numbers: { payOrdId: order.payOrdId, appRefdSn: ANY, refdSn: ANY },
        }
      },
    }),
  ),
]

function hasNumbers(found: Body, wanted: Body, all: string): void {
  for (const [name, value] of Object.entries(wanted)) {
    if (value instanceof RegExp) assert.match(String(found[name]), value, `${name}: ${all}`)
    else assert.equal(found[name], value, `${name}: ${all}`)
  }
}

function linesOf(text: string): Body {
  return Object.fromEntries([...text.matchAll(/^(\w+): (\S+)$/gm)].map(([, name, value]) => [name, value]))
}

function lastLine(text: string): string {
  return text.trimEnd().split('\n').at(-1) ?? ''
}

describe('a result that cannot be written after the terminal has acted', { skip }, () => {
  for (const { args, make, isOpen, isWhole } of CASES) {
    it(`is exit code 3 with the numbers on stderr: ${args.join(' ')}`, async () => {
      await using till = await openTill('--set', isOpen ? 'patient=manual' : 'patient=pays at once')
      for (const [stdout, json] of isWhole ? ALL_WAYS : ALL_WAYS.slice(0, 2)) {
        const { body, numbers } = await make(till)
        const words = [...args, ...(json ? ['--json'] : [])]
        const ended = await till.run(words, { stdin: JSON.stringify(body), broken: { stdout } })
        const what = `${words.join(' ')} ${stdout}: ${ended.stderr}`
        assert.equal(ended.code, 3, what)
        assert.doesNotMatch(ended.stderr, /^\s+at |ENOSPC|EPIPE/m, what)
        if (json) {
          const document = documentOf('failure', lastLine(ended.stderr))
          assert.deepEqual([document.error.code, document.exitCode], ['OUTPUT_FAILED', 3])
          hasNumbers(document.references, numbers, what)
        } else {
          assert.match(ended.stderr, /^\[OUTPUT_FAILED\].*\n输出内容写入失败。/m)
          hasNumbers(linesOf(ended.stderr), numbers, what)
        }
      }
    })
  }

  it('is told for a failure, too: its own exit code, and the numbers on the other output', async () => {
    await using till = await openTill('--set', 'patient=pays at once', '--faults', 'none,lost-answer')
    const body = { ...bill, ...(await till.person()), medOrgOrd: undefined }
    const words = ['upload', '--deadline', '400']
    const asJson = await till.run([...words, '--json'], {
      stdin: JSON.stringify(body),
      broken: { stdout: 'full' },
    })
    assert.equal(asJson.code, 3)
    const { error, references } = documentOf('failure', lastLine(asJson.stderr))
    assert.equal(error.code, 'TIMEOUT')
    assert.match(references.medOrgOrd, ANY)
    const again = await till.run(['query', '--field', 'medOrgOrd=NOSUCHORDER'], { broken: { stderr: 'full' } })
    assert.equal(again.code, 1, 'the terminal has refused')
    assert.match(again.stdout, /^\[BUSINESS_REFUSED\]/)
  })

  it('is not made worse by a recording that cannot be written either', async () => {
    await using till = await openTill()
    using folder = temporaryFolder()
    const words = ['credential', '--json', '--trace', folder.in('x.tape')]
    const ended = await till.run(words, { stdin: JSON.stringify(OPERATOR), fileLimit: 0 })
    assert.equal(ended.code, 0, ended.stderr)
    assert.match(ended.stderr, /录制文件写入失败/)
    documentOf('answer', ended.stdout)
  })
})

describe('an output that cannot be written before anything was sent', { skip }, () => {
  it('keeps an upload back whose number nobody could read', async () => {
    await using till = await openTill('--set', 'patient=pays at once')
    const body = { ...bill, ...(await till.person()), medOrgOrd: undefined }
    for (const stderr of ['full', 'closed'] as const) {
      const ended = await till.run(['upload', '--json'], { stdin: JSON.stringify(body), broken: { stderr } })
      assert.equal(ended.code, 5, ended.stdout)
      const { error } = documentOf('failure', ended.stdout)
      assert.deepEqual([error.code, error.delivery], ['OUTPUT_FAILED', 'not-sent'])
    }
    const given = { ...body, medOrgOrd: 'TILL0001' }
    const told = await till.run(['upload', '--json'], { stdin: JSON.stringify(given), broken: { stderr: 'full' } })
    assert.equal(told.code, 0, 'its number is known to the caller')
  })

  it('is exit code 5 for a full disk, and nothing for a reader that has what it wanted', async () => {
    const words = ['codes', '--table', 'medType', '--json']
    const full = await run(words, { broken: { stdout: 'full' } })
    assert.deepEqual([full.code, documentOf('failure', full.stderr).error.code], [5, 'OUTPUT_FAILED'])
    const closed = await run(words, { broken: { stdout: 'closed' } })
    assert.deepEqual([closed.code, closed.stderr], [0, ''])
    assert.equal((await run(['--help'], { broken: { stdout: 'full' } })).code, 5)
    assert.equal((await run(words, { broken: { stdout: 'full', stderr: 'full' } })).code, 5)
    assert.equal((await nationec(...words)).code, 0)
  })
})
