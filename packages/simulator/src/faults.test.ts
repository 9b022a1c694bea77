import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { BusinessError, ProtocolError } from '@nationec/protocol'
import { type FaultOrKind, faultKinds, type OddForm, type SimulatedOperation } from '@nationec/simulator'
import { createDesk, type Desk } from './fixtures/desk.ts'
import { isFault, refusedWith } from './fixtures/refused-with.ts'
import type { UploadedOrder } from './fixtures/till.ts'

/** What a fault left of the request; read at the simulator, past every fault. */
interface Left {
  readonly orders: number
  readonly states: string[]
}

const effectOf = ({ simulator }: Desk): Left => ({
  orders: simulator.orders().length,
  states: simulator.orders().map(({ ordStas }) => ordStas),
})

async function uploadUnder(fault: FaultOrKind, desk: Desk = createDesk(), signal?: AbortSignal) {
  await desk.till.identify()
  desk.simulator.faults.next(fault, 'uploadFees')
  const upload = desk.till.upload(signal === undefined ? {} : { signal })
  return { desk, upload }
}

const protocolError = (code: string) => (error: unknown) => {
  assert.ok(error instanceof ProtocolError)
  assert.equal(error.code, code)
  assert.equal(error.delivery, 'unknown')
  return true
}

describe('silence', () => {
  for (const [kind, orders] of [
    ['lost-answer', 1],
    ['lost-request', 0],
  ] as const) {
    it(`${kind}: nothing until the caller gives up, ${orders} orders made`, async () => {
      const caller = new AbortController()
      const { desk, upload } = await uploadUnder(kind, createDesk(), caller.signal)
      let ended = false
      const watched = upload.finally(() => {
        ended = true
      })
      await new Promise((resolve) => setTimeout(resolve, 1))
      assert.equal(ended, false)
      const reason = new Error('given up')
      caller.abort(reason)
      await assert.rejects(watched, (error: Error) => {
        assert.equal(error.cause, reason)
        return isFault('SIMULATED_SILENCE', 'unknown')(error)
      })
      assert.equal(effectOf(desk).orders, orders)
    })
  }

  it('after a lost answer the query finds the order, and the same upload makes no second one', async () => {
    const caller = new AbortController()
    const { desk, upload } = await uploadUnder('lost-answer', createDesk(), caller.signal)
    setTimeout(() => caller.abort(), 1)
    await assert.rejects(upload, isFault('SIMULATED_SILENCE', 'unknown'))
    const { till } = desk
    const medOrgOrd = desk.simulator.orders()[0]?.medOrgOrd ?? ''
    assert.equal((await till.query({ medOrgOrd })).ordStas, '0')
    await refusedWith(till.upload({ medOrgOrd }), 'ORDER_NUMBER_USED')
    assert.equal(effectOf(desk).orders, 1)
  })

  it('a caller who gave up before sending has sent nothing', async () => {
    const { till, simulator } = createDesk()
    await till.identify()
    const upload = till.upload({ signal: AbortSignal.abort() })
    await assert.rejects(upload, isFault('SIMULATED_SILENCE', 'not-sent'))
    assert.equal(simulator.orders().length, 0)
    assert.equal(simulator.counts.requests['hos.upload.fee'], 0)
  })
})

describe('a break', () => {
  it('line-cut: rejects at once, carried out or not', async () => {
    const cut = await uploadUnder('line-cut')
    await assert.rejects(cut.upload, isFault('SIMULATED_LINE_CUT', 'unknown'))
    assert.equal(effectOf(cut.desk).orders, 1)
    const before = await uploadUnder({ kind: 'line-cut', effect: 'none' })
    await assert.rejects(before.upload, isFault('SIMULATED_LINE_CUT', 'unknown'))
    assert.equal(effectOf(before.desk).orders, 0)
  })

  it('line-down: rejects at once, and nothing was sent', async () => {
    const { desk, upload } = await uploadUnder('line-down')
    await assert.rejects(upload, isFault('SIMULATED_LINE_DOWN', 'not-sent'))
    assert.equal(effectOf(desk).orders, 0)
  })

  it('library-return: carries the value, carried out or not', async () => {
    const returned = (value: string) => (error: unknown) => {
      assert.equal((error as { libraryReturn: unknown }).libraryReturn, value)
      return isFault('SIMULATED_LIBRARY_RETURN', 'unknown')(error)
    }
    const after = await uploadUnder('library-return')
    await assert.rejects(after.upload, returned('-1'))
    assert.equal(effectOf(after.desk).orders, 1)
    const before = await uploadUnder({ kind: 'library-return', value: 'DZPZ002', effect: 'none' })
    await assert.rejects(before.upload, returned('DZPZ002'))
    assert.equal(effectOf(before.desk).orders, 0)
  })

  it('reboot: the screen is empty, the order is not', async () => {
    const { desk, upload } = await uploadUnder('reboot')
    await assert.rejects(upload, isFault('SIMULATED_REBOOT', 'unknown'))
    assert.deepEqual(effectOf(desk), { orders: 1, states: ['0'] })
    assert.deepEqual(desk.simulator.screen, { shows: 'idle' })
    const before = await uploadUnder({ kind: 'reboot', effect: 'none' })
    await assert.rejects(before.upload, isFault('SIMULATED_REBOOT', 'unknown'))
    assert.equal(effectOf(before.desk).orders, 0)
  })
})

describe('slow', () => {
  function sleeper() {
    const sleeps: { milliseconds: number; wake: () => void }[] = []
    const sleep = (milliseconds: number): Promise<void> =>
      new Promise((wake) => void sleeps.push({ milliseconds, wake }))
    return { sleeps, sleep }
  }

  it('carries out first and answers later', async () => {
    const { sleeps, sleep } = sleeper()
    const { desk, upload } = await uploadUnder({ kind: 'slow', milliseconds: 5000 }, createDesk({ sleep }))
    await new Promise((resolve) => setTimeout(resolve, 1))
    assert.equal(effectOf(desk).orders, 1)
    assert.equal(sleeps[0]?.milliseconds, 5000)
    sleeps[0]?.wake()
    assert.ok((await upload).payOrdId)
  })

  it('carries out last, also for a caller who has given up', async () => {
    const { sleeps, sleep } = sleeper()
    const caller = new AbortController()
    const fault = { kind: 'slow', carriedOut: 'last' } as const
    const { desk, upload } = await uploadUnder(fault, createDesk({ sleep }), caller.signal)
    await new Promise((resolve) => setTimeout(resolve, 1))
    assert.equal(effectOf(desk).orders, 0)
    caller.abort()
    await assert.rejects(upload, isFault('SIMULATED_SILENCE', 'unknown'))
    sleeps[0]?.wake()
    await new Promise((resolve) => setTimeout(resolve, 1))
    assert.equal(effectOf(desk).orders, 1)
  })

  it('really waits unless told how', async () => {
    const { upload } = await uploadUnder({ kind: 'slow', milliseconds: 2 }, createDesk({ sleep: undefined }))
    assert.ok((await upload).payOrdId)
  })
})

describe('a refusal', () => {
  it('busy and refused carry nothing out', async () => {
    const busy = await uploadUnder('busy')
    await refusedWith(busy.upload, 'BUSY')
    assert.equal(effectOf(busy.desk).orders, 0)
    const refused = await uploadUnder('refused')
    await refusedWith(refused.upload, 'REFUSED')
    assert.equal(effectOf(refused.desk).orders, 0)
  })

  it('may have a code and a text of one’s own', async () => {
    const { upload } = await uploadUnder({ kind: 'refused', code: -2, message: '医保网络异常' })
    await assert.rejects(upload, (error) => {
      assert.ok(error instanceof BusinessError)
      assert.equal(error.responseCode, -2)
      assert.equal(error.responseMessage, '医保网络异常')
      return true
    })
  })
})

describe('a damaged answer', () => {
  it('is unreadable when it was cut or has broken bytes; the request was carried out', async () => {
    for (const how of ['cut', 'bytes'] as const) {
      for (let seed = 0; seed < 20; seed += 1) {
        const { desk, upload } = await uploadUnder({ kind: 'garbled', how }, createDesk({ seed }))
        await assert.rejects(upload, protocolError('ANSWER_UNREADABLE'))
        assert.equal(effectOf(desk).orders, 1)
      }
    }
  })

  it('may stay readable and be wrong when the charset was', async () => {
    const { till, simulator } = createDesk()
    simulator.faults.next({ kind: 'garbled', how: 'charset' })
    assert.equal((await till.identify()).userName, '\uFFFD\uFFFD\uFFFD')
  })

  it('may be empty', async () => {
    const { desk, upload } = await uploadUnder('empty')
    await assert.rejects(upload, protocolError('ANSWER_EMPTY'))
    assert.equal(effectOf(desk).orders, 1)
  })
})

it('a fault is refused with a member that its kind does not have', () => {
  const { simulator } = createDesk()
  for (const fault of [
    { kind: 'empty', effect: 'none' },
    { kind: 'busy', code: 7 },
    { kind: 'slow', seconds: 3 },
  ])
    assert.throws(() => simulator.faults.next(fault as never), isFault('SIMULATOR_OPTION_INVALID'))
  for (const kind of faultKinds) if (kind !== 'refund-status') simulator.faults.next({ kind })
})

describe('a stale answer', () => {
  it('is that of an earlier query, and a client that compares the order notices', async () => {
    const { till, simulator } = createDesk()
    const [first, second] = [await till.upload(), await till.upload()]
    await till.query(first)
    simulator.faults.next('stale-answer')
    await assert.rejects(till.query(second), protocolError('ANSWER_INVALID'))
    assert.equal((await till.query(second)).payOrdId, second.payOrdId)
  })

  it('is that of any earlier request when there was none of its kind, and empty when there was none', async () => {
    const desk = createDesk()
    desk.simulator.faults.next('stale-answer')
    await assert.rejects(desk.till.identify(), protocolError('ANSWER_EMPTY'))
    const { upload } = await uploadUnder('stale-answer', desk)
    await assert.rejects(upload, protocolError('ANSWER_INVALID'))
    assert.equal(effectOf(desk).orders, 1)
  })

  it('brings the request’s own answer to nobody', async () => {
    const { till, simulator } = createDesk()
    const first = await till.upload()
    simulator.faults.next('stale-answer')
    const second = await till.upload()
    assert.equal(second.payOrdId, first.payOrdId)
    assert.equal(simulator.orders().length, 2)
  })
})

describe('odd forms', () => {
  const forms: OddForm[] = ['data-as-text', 'null-texts', 'numbers', 'other-names']
  const operations: [SimulatedOperation, (desk: Desk, order: UploadedOrder) => Promise<object>][] = [
    ['queryCredential', ({ till }) => till.identify()],
    ['querySettlement', ({ till }, order) => till.query(order)],
    ['refund', ({ till }, order) => till.refund(order, 'ALL', {}, { total: '100.00' })],
  ]
  for (const [operation, call] of operations) {
    for (const form of forms) {
      it(`${operation} as ${form} says the same`, async () => {
        const answers = []
        for (const fault of ['none', { kind: 'odd-form', form }] as const) {
          const desk = createDesk()
          const order = await desk.till.upload()
          desk.simulator.patient.pay()
          desk.simulator.faults.next(fault, operation)
          answers.push(await call(desk, order))
        }
        assert.deepEqual(answers[1], answers[0])
      })
    }
  }

  it('leave a refusal as it is', async () => {
    const { till, simulator } = createDesk()
    await till.identify()
    simulator.faults.next({ kind: 'odd-form', form: 'numbers' })
    await refusedWith(till.query({ medOrgOrd: 'N0' }), 'ORDER_UNKNOWN')
  })
})

describe('a refund status', () => {
  async function refundUnder(status: 'EXP' | 'FAIL', effect?: 'none') {
    const desk = createDesk()
    const order = await desk.till.upload()
    desk.simulator.patient.pay()
    desk.simulator.faults.next({ kind: 'refund-status', status, effect })
    const refund = () => desk.till.refund(order, 'CASH', { cash: '5' }, { appRefdSn: 'R1' })
    return { ...desk, order, refund, answer: await refund() }
  }

  it('EXP: done, unless it says otherwise; the query tells', async () => {
    const done = await refundUnder('EXP')
    assert.equal(done.answer.refStatus, 'EXP')
    assert.equal((await done.till.query(done.order)).ordStas, '10')
    await refusedWith(done.refund(), 'REFUND_NUMBER_USED')
    const none = await refundUnder('EXP', 'none')
    assert.equal(none.answer.refStatus, 'EXP')
    assert.equal((await none.till.query(none.order)).ordStas, '6')
    assert.equal((await none.refund()).refStatus, 'SUCC')
  })

  it('FAIL: never done, and the number is still good', async () => {
    const { answer, refund, simulator } = await refundUnder('FAIL')
    assert.equal(answer.refStatus, 'FAIL')
    assert.equal(simulator.ledger.refunded.cash, '0.00')
    assert.equal((await refund()).refStatus, 'SUCC')
  })
})

describe('the plan', () => {
  it('strikes request by request', async () => {
    const { till, simulator } = createDesk()
    simulator.faults.script(['none', 'busy', { fault: 'refused', on: 'uploadFees' }])
    await till.identify()
    await refusedWith(till.identify(), 'BUSY')
    assert.equal(simulator.faults.planned, 1)
    await till.identify()
    await refusedWith(till.upload(), 'REFUSED')
    await till.upload()
    assert.equal(simulator.faults.planned, 0)
  })

  it('waits for its operation', async () => {
    const { till, simulator } = createDesk()
    simulator.faults.next('busy', 'revokeFees')
    const order = await till.upload()
    await refusedWith(till.revoke(order), 'BUSY')
    assert.deepEqual(await till.revoke(order), { success: 'true' })
  })

  it('strikes every text, also one that is no request', async () => {
    const { simulator } = createDesk()
    simulator.faults.next('empty')
    assert.equal(await simulator.handle('nonsense'), '')
  })

  it('is forgotten', async () => {
    const { till, simulator } = createDesk()
    simulator.faults.next('busy')
    simulator.faults.clear()
    await till.identify()
  })

  it('takes every kind and nothing else', () => {
    const { simulator } = createDesk()
    const wrong: unknown[] = [
      'no-such-fault',
      'refund-status',
      { kind: 'refund-status', status: 'SUCC' },
      { kind: 'refused', code: 0 },
      { kind: 'library-return', value: '0000' },
      { kind: 'slow', milliseconds: -1 },
    ]
    for (const fault of wrong) {
      assert.throws(() => simulator.faults.next(fault as 'busy'), isFault('SIMULATOR_OPTION_INVALID'))
    }
    for (const kind of faultKinds) if (kind !== 'refund-status') simulator.faults.next(kind)
    assert.equal(simulator.faults.planned, faultKinds.length - 1)
  })
})
