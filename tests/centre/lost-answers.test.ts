import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { isNationEcError } from '@nationec/errors'
import type { FaultOrKind } from '@nationec/simulator'
import { type EnvelopeFault, envelopeFaults } from '@nationec/simulator/centre'
import { openCentreDesk } from './desk.ts'

/** Faults after which the order exists and the client cannot know it. */
const afterTheEffect: readonly [fault: FaultOrKind, code: string][] = [
  ['line-cut', 'CENTRE_LINK_LOST'],
  ['lost-answer', 'CENTRE_TIMEOUT'],
  ['empty', 'CENTRE_ENVELOPE_UNREADABLE'],
  [{ kind: 'garbled', how: 'cut' }, 'CENTRE_ENVELOPE_UNREADABLE'],
  ['library-return', 'CENTRE_LINK_LOST'],
  ['reboot', 'CENTRE_LINK_LOST'],
]

const onTheWay: Readonly<Record<EnvelopeFault, string>> = {
  unsigned: 'CENTRE_ENVELOPE_UNSIGNED',
  forged: 'CENTRE_ENVELOPE_NOT_GENUINE',
  recorded: 'CENTRE_ANSWER_NOT_CURRENT',
  changed: 'CENTRE_ENVELOPE_NOT_GENUINE',
  'gateway-timeout': 'CENTRE_HTTP_STATUS',
  redirect: 'CENTRE_REDIRECTED',
}

describe('an upload whose answer proves nothing', () => {
  const check = async (plan: (desk: Awaited<ReturnType<typeof openCentreDesk>>) => void, code: string) => {
    await using desk = await openCentreDesk()
    plan(desk)
    const bill = desk.bill()
    const error = await desk.client.uploadFees(bill).catch((error: unknown) => error)
    assert.ok(isNationEcError(error, code), String(error))
    assert.equal(error.delivery, 'unknown')
    // One request was seen, one order made; the query by the hospital's own number finds it.
    assert.deepEqual([desk.server.requests.count, desk.simulator.counts.effects.uploads], [1, 1])
    const found = await desk.client.querySettlement({ medOrgOrd: bill.medOrgOrd })
    assert.equal(found.status, 'pending')
    assert.equal(found.body.payOrdId, desk.simulator.orders()[0]?.payOrdId)
    assert.equal(desk.simulator.orders().length, 1)
  }

  for (const [fault, code] of afterTheEffect) {
    const name = typeof fault === 'string' ? fault : fault.kind
    it(`is unknown, and found by a query: ${name}`, () =>
      check(({ simulator }) => simulator.faults.next(fault, 'uploadFees'), code))
  }

  for (const fault of envelopeFaults) {
    it(`is unknown, and found by a query: ${fault}`, () =>
      check(({ face }) => face.faults.next(fault), onTheWay[fault]))
  }

  it('is unknown, and not found, when the request itself was lost', async () => {
    await using desk = await openCentreDesk()
    desk.simulator.faults.next('lost-request', 'uploadFees')
    const bill = desk.bill()
    const error = await desk.client.uploadFees(bill).catch((error: unknown) => error)
    assert.ok(isNationEcError(error, 'CENTRE_TIMEOUT') && error.delivery === 'unknown')
    await assert.rejects(desk.client.querySettlement({ medOrgOrd: bill.medOrgOrd }), { delivery: 'answered' })
    assert.equal(desk.simulator.orders().length, 0)
  })
})

describe('a test amount', () => {
  it('loses the answer over HTTP as it does at the terminal', async () => {
    await using desk = await openCentreDesk()
    const bill = desk.bill(undefined, '88888.01')
    await assert.rejects(desk.client.uploadFees(bill), { code: 'CENTRE_TIMEOUT', delivery: 'unknown' })
    assert.equal((await desk.client.querySettlement({ medOrgOrd: bill.medOrgOrd })).status, 'pending')
  })
})
