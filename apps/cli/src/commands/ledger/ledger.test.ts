// @everyday none
import assert from 'node:assert/strict'
import { readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, it } from 'node:test'
import { documentOf } from '../../fixtures/published-schema.ts'
import { run } from '../../fixtures/run-nationec.ts'
import { temporaryFolder } from '../../fixtures/temporary-folder.ts'
import { openTill } from '../../fixtures/till.ts'

const bill = JSON.parse(
  readFileSync(new URL('../../../../../examples/outpatient-5-lines.json', import.meta.url), 'utf8'),
)

type Till = Awaited<ReturnType<typeof openTill>>

const uploadWith = (till: Till, person: object, ...args: string[]) =>
  till.command(['upload', '--json', ...args], { ...bill, ...person })

describe('a command with its ledger', () => {
  it('sends a bill once for its key, and refuses what stands against it while it is unknown', async () => {
    await using till = await openTill('--faults', 'none,lost-answer')
    const person = await till.person()
    const lost = await uploadWith(till, { ...person, medOrgOrd: 'BILL0001' }, '--key', 'k1', '--deadline', '800')
    assert.equal(lost.code, 3, lost.stderr)
    const failed = documentOf('failure', lost.stdout)
    assert.deepEqual([failed.operation.key, failed.operation.state], ['k1', 'unknown'])

    const again = await uploadWith(till, { ...person, medOrgOrd: 'BILL0001' }, '--key', 'k1')
    assert.equal(again.code, 3, 'it is not known yet, and nothing was sent')
    assert.equal(documentOf('failure', again.stdout).operation.repeated, true)
    const other = await uploadWith(till, { ...person, medOrgOrd: 'BILL0002' })
    assert.equal(other.code, 3)
    assert.equal(documentOf('failure', other.stdout).error.code, 'POSSIBLE_DUPLICATE')

    const open = await till.command(['ledger', 'open', '--json'])
    assert.equal(open.code, 3)
    const [operation] = documentOf('ledger-open', open.stdout).operations
    assert.deepEqual([operation.state, operation.command], ['unknown', 'nationec query --field medOrgOrd=BILL0001'])

    assert.equal((await till.command(['query', '--field', 'medOrgOrd=BILL0001'])).code, 0)
    const known = await uploadWith(till, { ...person, medOrgOrd: 'BILL0001' }, '--key', 'k1')
    assert.equal(known.code, 0, known.stdout)
    const { body, operation: note } = documentOf('answer', known.stdout)
    assert.deepEqual([note.state, note.proof, note.repeated], ['done', 'query', true])
    assert.match(body.payOrdId, /^ORD/)
    const orders = documentOf('ledger-list', (await till.command(['ledger', 'list', '--json'])).stdout).orders
    assert.deepEqual(
      orders.map(({ medOrgOrd }: { medOrgOrd: string }) => medOrgOrd),
      ['BILL0001'],
    )
  })

  it('prints a refund that was refused or is not clear as the answer that it is', async () => {
    await using till = await openTill()
    const person = await till.person()
    for (const [total, refStatus, code, state, why] of [
      ['88888.55', 'FAIL', 1, 'refused', 'REFUND_FAILED'],
      ['88888.53', 'EXP', 3, 'unknown', 'OUTCOME_UNCERTAIN'],
    ] as const) {
      const [line] = bill.feedetailList
      const feedetailList = [{ ...line, detItemFeeSumamt: total, pric: total, cnt: '1' }]
      const sums = { fulamtOwnpayAmt: '0.00', preselfpayAmt: '0.00', inscpScpAmt: total }
      const medOrgOrd = `B${total.replace('.', '')}`
      const sent = await uploadWith(till, { ...person, ...sums, medOrgOrd, medfeeSumamt: total, feedetailList })
      assert.equal(sent.code, 0, sent.stdout + sent.stderr)
      const { payOrdId } = documentOf('answer', sent.stdout).body
      assert.equal((await till.command(['query', '--field', `payOrdId=${payOrdId}`])).code, 0)
      const words = ['refund', '--file', '-', '--key', total, '--field', `payOrdId=${payOrdId}`]
      const refund = [...words, '--field', 'refdType=CASH', '--field', 'totlRefdAmt=1', '--field', 'cashRefdAmt=1.00']
      const fields = { ecToken: person['ecToken'], appRefdSn: `R${medOrgOrd}` }
      const told = await till.command([...refund, '--json'], fields)
      assert.equal(told.code, code, told.stdout + told.stderr)
      const { body, operation } = documentOf('answer', told.stdout)
      assert.deepEqual([body.refStatus, operation.state, operation.code], [refStatus, state, why])
      const again = await till.command(refund, fields)
      assert.equal(again.code, code, again.stdout + again.stderr)
      assert.match(again.stdout, new RegExp(`\\[${why}\\]\\n.*[\\u4e00-\\u9fff]`))
    }
  })

  it('says what is given up without one, and that it needs one for a key', async () => {
    await using till = await openTill()
    const person = await till.person()
    const sent = await uploadWith(till, { ...person, medOrgOrd: 'BILL0001' }, '--no-ledger')
    assert.equal(sent.code, 0, sent.stderr)
    assert.match(sent.stderr, /no ledger: .*twice.*\n未使用账本：/)
    assert.equal(documentOf('answer', sent.stdout).operation, undefined)
    assert.equal((await till.command(['ledger', 'list'])).code, 5, 'none was made')
    const keyed = await uploadWith(till, person, '--no-ledger', '--key', 'k1')
    assert.equal(keyed.code, 2)
  })

  it('refuses a folder through an agent, which has its own', async () => {
    using folder = temporaryFolder()
    const env = {
      ...{ NATIONEC_TRANSPORT: 'agent', NATIONEC_ORG_ID: 'H33010200001' },
      NATIONEC_AGENT_TOKEN_FILE: folder.write('token', 'T'.repeat(43)),
    }
    const { code, stderr } = await run(['query', '--field', 'medOrgOrd=1', '--ledger', folder.in('x')], { env })
    assert.equal(code, 2)
    assert.match(stderr, /\[LEDGER_OF_AGENT\]/)
  })
})

describe('nationec ledger', () => {
  it('settles what is open by asking now, all of it or one', async () => {
    await using till = await openTill('--faults', 'none,lost-answer')
    const person = await till.person()
    const lost = await uploadWith(till, { ...person, medOrgOrd: 'BILL0001' }, '--key', 'k1', '--deadline', '800')
    assert.equal(lost.code, 3, lost.stderr)
    const settled = await till.command(['ledger', 'settle', 'k1', '--json'])
    assert.equal(settled.code, 0, settled.stdout + settled.stderr)
    const { operations, open } = documentOf('ledger-settlement', settled.stdout)
    assert.deepEqual([operations.length, operations[0].state, operations[0].proof, open], [1, 'done', 'query', 0])
    const nothing = await till.command(['ledger', 'settle'])
    assert.match(nothing.stdout, /nothing is open/)
    assert.equal((await till.command(['ledger', 'settle', 'k2'])).code, 2)
  })

  it('makes a lost mark anew under a name, and calls a person', async () => {
    await using till = await openTill()
    await uploadWith(till, { ...(await till.person()), medOrgOrd: 'BILL0001' })
    const renew = ['ledger', 'renew-mark', '--by', 'u007', '--because', 'disk-replaced', '--json']
    const there = await till.command(renew)
    assert.equal(there.code, 2, there.stdout)
    assert.match(documentOf('failure', there.stdout).error.details[0].en, /the mark can be read/)
    rmSync(join(till.ledger, 'ledger.mark'))
    assert.equal((await till.command(['ledger', 'open'])).code, 5)
    const { exception } = documentOf('ledger-mark', (await till.command(renew)).stdout)
    const open = await till.command(['ledger', 'open', '--json'])
    assert.equal(open.code, 3, open.stdout)
    const [{ id, kind, facts }] = documentOf('ledger-open', open.stdout).exceptions
    assert.deepEqual([id, kind, facts.by, facts.because], [exception, 'mark-renewed', 'u007', 'disk-replaced'])
    assert.equal((await till.command(['ledger', 'verify'])).code, 0)
    const decided = ['ledger', 'decide', exception, '--outcome', 'seen', '--by', 'u007', '--because', 'compared']
    assert.equal((await till.command(decided)).code, 0)
    assert.equal((await till.command(['ledger', 'open'])).code, 0)
  })

  it('shows no person and no token, finds damage, and restores a backup', async () => {
    await using till = await openTill()
    const person = await till.person()
    const sent = documentOf('answer', (await uploadWith(till, { ...person, medOrgOrd: 'BILL0001' })).stdout)
    const ledger = (...words: string[]) => till.command(['ledger', ...words])
    for (const words of [
      ['show', 'BILL0001'],
      ['show', 'BILL0001', '--json'],
      ['list', '--json'],
      ['open', '--json'],
    ]) {
      const { stdout, stderr } = await ledger(...words)
      for (const secret of [sent.body.payToken, ...Object.values(person).filter((value) => value.length > 2)])
        assert.ok(!(stdout + stderr).includes(secret), words.join(' '))
    }

    const backup = join(dirname(till.ledger), 'backup')
    assert.equal((await ledger('backup', backup)).code, 0)
    const key = join(till.ledger, 'ledger.key')
    truncateSync(join(till.ledger, 'ledger.db'), 8_192)
    const verified = await ledger('verify', '--json')
    assert.ok([1, 5].includes(verified.code), verified.stdout)
    const refused = await ledger('restore', backup, '--json')
    assert.deepEqual([refused.code, documentOf('failure', refused.stdout).error.code], [5, 'LEDGER_PRESENT'])
    const restored = await ledger('restore', backup, '--replace', '--json')
    assert.equal(restored.code, 0, restored.stdout)
    const { kept } = documentOf('ledger-backup', restored.stdout)
    assert.ok(readdirSync(kept).includes('ledger.db'))
    assert.equal((await ledger('show', 'BILL0001')).code, 0)

    writeFileSync(key, 'no key')
    assert.equal((await ledger('list')).code, 5)
  })

  it('decides what no query can, and closes the day then', async () => {
    await using till = await openTill('--faults', 'none,lost-answer')
    const person = await till.person()
    await uploadWith(till, { ...person, medOrgOrd: 'BILL0001' }, '--deadline', '800')
    const [operation] = documentOf('ledger-open', (await till.command(['ledger', 'open', '--json'])).stdout).operations
    const close = ['ledger', 'close-day', '--day', operation.day, '--by', 'u007', '--json']
    const early = await till.command(close)
    assert.deepEqual([early.code, documentOf('failure', early.stdout).error.code], [3, 'DAY_OPEN'])
    const decide = ['ledger', 'decide', operation.id, '--outcome', 'not-done', '--by', 'u007', '--because', 'asked']
    assert.equal((await till.command(decide)).code, 0)
    const closed = await till.command(close)
    assert.equal(closed.code, 0, closed.stdout)
    assert.match(documentOf('ledger-day', closed.stdout).signature, /^[0-9a-f]{32,}$/)
    const repeated = await till.command(['ledger', 'show', operation.id, '--json'])
    assert.equal(documentOf('ledger-show', repeated.stdout).operations[0].outcome, 'not-done')
  })

  it('replays a seed to the same story', async () => {
    const words = ['ledger', 'simulate', '--seed', '11', '--orders', '3', '--story', '--json']
    const [first, second] = [await run(words), await run(words)]
    assert.equal(first.code, 0, first.stdout)
    assert.deepEqual(documentOf('ledger-simulation', second.stdout), documentOf('ledger-simulation', first.stdout))
  })
})
