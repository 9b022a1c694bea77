import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { kindsOf, openDesk } from '../fixtures/desk.ts'
import { type Memory, type MemoryAnswer, memoryStore } from '../index.ts'
import { bill, cashRefund } from '../simulation/bill.ts'
import { quiet } from '../simulation/virtual-time.ts'
import type { Store } from '../store/contract.ts'

function memory(answer: MemoryAnswer): Memory & { asked: number } {
  const made = {
    name: 'till',
    asked: 0,
    async recall() {
      made.asked += 1
      return answer
    },
  }
  return made
}

describe('the worker', () => {
  it('asks at 0, 3, 6, 12, 24, 48 s, 2, 5 and 15 min, up to 20 % off, then calls a person and asks on hourly', async () => {
    const desk = await openDesk({ work: true, settings: { queryByMedOrgOrd: 'refused' } })
    const { ledger, simulator, time, giveUp } = desk
    const asked: number[] = []
    let start = 0
    simulator.events((event) => {
      if (event.type === 'request' && event.operation === 'querySettlement') asked.push((time.clock() - start) / 1_000)
    })
    simulator.faults.next('lost-request', 'uploadFees')
    const call = ledger.uploadFees(bill('B1'), { key: 'u1', deadline: 1_000 })
    start = time.clock() + 1_000
    const upload = await giveUp(call)
    assert.ok(upload.state === 'unknown')
    await time.pass(20 * 60_000)
    assert.deepEqual(await kindsOf(ledger), ['outcome-unknown'])
    await time.pass(30 * 3_600_000)
    const wanted = [
      0,
      3,
      6,
      12,
      24,
      48,
      120,
      300,
      900,
      ...Array.from({ length: 24 }, (_, hour) => 900 + 3_600 * (hour + 1)),
    ]
    assert.equal(asked.length, wanted.length)
    for (const [index, seconds] of wanted.entries()) {
      const off = Math.abs((asked[index] ?? 0) - seconds)
      assert.ok(off <= 0.2 * (seconds - (wanted[index - 1] ?? 0)) + 1.1, `question ${index}: ${asked[index]} s`)
    }
    assert.equal((await ledger.operation({ id: upload.id }))?.state, 'unknown')
    await ledger.close()
  })

  it('asks a memory before the centre, and takes everything that its answer holds', async () => {
    const answer = '{"code":0,"data":{"payOrdId":"ORD1","payToken":"T1"}}'
    const till = memory({ type: 'answered', answer })
    const { ledger, simulator, giveUp, received } = await openDesk({ memories: [till] })
    simulator.faults.next('lost-request', 'uploadFees')
    const upload = await giveUp(ledger.uploadFees(bill('B1'), { key: 'u1' }))
    const settled = await ledger.settle(upload.id)
    assert.ok(settled.state === 'done' && settled.proof === 'memory')
    assert.deepEqual(settled.answer, { payOrdId: 'ORD1', payToken: 'T1' })
    assert.equal(received.length, 1)
    assert.equal((await ledger.order({ medOrgOrd: 'B1' }))?.payOrdId, 'ORD1')
  })

  it('takes a till that has never seen the request for the proof that nothing was done', async () => {
    const { ledger, simulator, giveUp, paid } = await openDesk({ memories: [memory({ type: 'never-seen' })] })
    const { payOrdId } = await paid('B1')
    simulator.faults.next('lost-request', 'refund')
    const refund = await giveUp(ledger.refund(cashRefund(payOrdId, 'R1', '1.00'), { key: 'r1' }))
    const settled = await ledger.settle(refund.id)
    assert.deepEqual([settled.state, settled.state === 'closed' && settled.outcome], ['closed', 'not-done'])
    assert.equal((await ledger.order({ payOrdId }))?.held.total, '0.00')
  })

  it('calls a person for a request that went to another terminal', async () => {
    const { ledger, simulator, giveUp } = await openDesk({ memories: [memory({ type: 'elsewhere' })] })
    simulator.faults.next('lost-request', 'uploadFees')
    const upload = await giveUp(ledger.uploadFees(bill('B1'), { key: 'u1' }))
    await ledger.settle(upload.id, { within: 0 })
    assert.deepEqual(await kindsOf(ledger), ['foreign-number'])
  })

  it('calls a person for a refund that is as before after three questions', async () => {
    const { ledger, simulator, time, giveUp, paid } = await openDesk({ work: true })
    const { payOrdId } = await paid('B1')
    simulator.faults.next('lost-request', 'refund')
    await giveUp(ledger.refund(cashRefund(payOrdId, 'R1', '1.00'), { key: 'r1' }))
    await time.pass(60_000)
    assert.deepEqual(await kindsOf(ledger), ['refund-unclear'])
    await ledger.close()
  })

  it('never asks through a terminal that serves a cashier', async () => {
    let release: (() => void) | undefined
    const wire = async (text: string, on: (text: string) => Promise<string>): Promise<string> => {
      if (text.includes('"B2"')) await new Promise<void>((resolve) => (release = resolve))
      return on(text)
    }
    const { ledger, simulator, time, giveUp, received } = await openDesk({ work: true, wire })
    simulator.faults.next('lost-request', 'uploadFees')
    const first = ledger.uploadFees(bill('B1'), { key: 'u1', deadline: 1_000 })
    await time.pass(900)
    const second = ledger.uploadFees(bill('B2', '7.00'), { key: 'u2' })
    await time.pass(30_000)
    await first
    assert.deepEqual(received, ['hos.upload.fee', 'hos.upload.fee'])
    release?.()
    await quiet()
    assert.equal((await giveUp(second)).state, 'done')
    await time.pass(5_000)
    assert.ok(received.includes('6301'))
    await ledger.close()
  })

  it('asks again within seconds, when a cashier was served while it was to ask', async () => {
    let release: (() => void) | undefined
    const wire = async (text: string, on: (text: string) => Promise<string>): Promise<string> => {
      if (text.includes('"B2"')) await new Promise<void>((resolve) => (release = resolve))
      return on(text)
    }
    const { ledger, simulator, time, giveUp, received } = await openDesk({ wire })
    simulator.faults.next('lost-answer', 'uploadFees')
    const upload = await giveUp(ledger.uploadFees(bill('B1'), { key: 'u1' }))
    const second = ledger.uploadFees(bill('B2', '7.00'), { key: 'u2' })
    await quiet()
    const settling = ledger.settle(upload.id, { within: 500 })
    await time.pass(600)
    await settling
    const row = await ledger.operation({ id: upload.id })
    assert.ok(row?.state === 'unknown' && (row.nextAt ?? Infinity) <= time.clock() + 2_000)
    assert.ok(!received.includes('6301'))
    release?.()
    await quiet()
    assert.equal((await second).state, 'done')
    await ledger.close()
  })

  it('asks at once when a push comes, and alarms for an order that is not known', async () => {
    const desk = await openDesk({ work: true, settings: { queryByMedOrgOrd: 'refused' } })
    const { ledger, simulator, time, giveUp } = desk
    simulator.faults.next('lost-answer', 'uploadFees')
    const upload = await giveUp(ledger.uploadFees(bill('B1'), { key: 'u1' }))
    simulator.settings.queryByMedOrgOrd = 'answered'
    await time.pass(100)
    assert.equal((await ledger.operation({ id: upload.id }))?.state, 'unknown')
    const told = await ledger.tell({ medOrgOrd: 'B1' })
    assert.deepEqual([told.order?.status, told.alarm], ['unknown', undefined])
    await time.pass(100)
    assert.equal((await ledger.operation({ id: upload.id }))?.state, 'done')
    assert.equal((await ledger.tell({ payOrdId: 'ORD-none' })).alarm, 'order-unknown')
    await ledger.close()
  })

  it('refuses to close a day while anything is open, and calls a person for it', async () => {
    const { ledger, simulator, giveUp } = await openDesk()
    simulator.faults.next('lost-answer', 'uploadFees')
    const upload = await giveUp(ledger.uploadFees(bill('B1'), { key: 'u1' }))
    await assert.rejects(ledger.closeDay(upload.day, { by: 'u007' }), { code: 'DAY_OPEN' })
    assert.deepEqual(await kindsOf(ledger), ['outcome-unknown'])
    await ledger.settle(upload.id)
    for await (const { id } of ledger.exceptions())
      await ledger.decide(id, { outcome: 'seen', by: 'u007', because: '已处理' })
    const day = await ledger.closeDay(upload.day, { by: 'u007' })
    assert.equal(day.facts['count.upload.done'], 1)
    assert.match(day.signature, /^[0-9a-f]{32,}$/)
  })

  it('counts an operation again that began before the count and was stored after it', async () => {
    const inner = memoryStore()
    let late: (() => Promise<void>) | undefined
    const store: Store = {
      name: 'late',
      open: async (options) => {
        const opened = await inner.open(options)
        const operations: typeof opened.operations = async (query) => {
          const page = await opened.operations(query)
          const [store] = [late]
          late = undefined
          await store?.()
          return page
        }
        return new Proxy(opened, {
          get: (target, name) => (name === 'operations' ? operations : Reflect.get(target, name)),
        })
      },
    }
    const { ledger } = await openDesk({ store })
    const { day } = await ledger.uploadFees(bill('B1'), { key: 'u1' })
    late = async () => void (await ledger.uploadFees(bill('B2', '7.00'), { key: 'u2' }))
    assert.equal((await ledger.closeDay(day, { by: 'u007' })).facts['count.upload.done'], 2)
    assert.equal((await ledger.closeDay(day, { by: 'u007' })).facts['count.upload.done'], 2)
  })
})
