import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { BusinessError } from '@nationec/protocol'
import { transportError } from '@nationec/transport'
import { openMemoryJournal } from '../journal/memory-journal.ts'
import { createSeal, freshKey } from '../journal/seal.ts'
import type { References } from '../model/references.ts'
import { askCentre, type OrderName } from './ask-centre.ts'
import { createBooks } from './books.ts'
import type { SeenState } from './evidence.ts'
import { createOperationRunner } from './run-operation.ts'

/** As a program with ES modules and CommonJS in it has them: runtimes load an address once. */
const otherCopy: string = '../../../../packages/protocol/src/errors/business-error.ts?other-copy'
const { BusinessError: OtherCopy }: typeof import('@nationec/protocol') = await import(otherCopy)

const seen = { status: 'pending', ordStas: '1', body: {} } as unknown as SeenState

function knownOrders() {
  const storage = { ...openMemoryJournal(), seal: createSeal(freshKey()), folder: undefined, close: async () => {} }
  return createBooks({ storage, clock: () => 1, tell: () => {} })
}

/** The name that the centre is asked by. */
async function nameFor(books: ReturnType<typeof knownOrders>, references: References): Promise<OrderName | undefined> {
  let asked: OrderName | undefined
  const found = await askCentre(books, references, async (order) => {
    asked = order
    return seen
  })
  assert.equal(found, asked === undefined ? undefined : seen)
  return asked
}

describe('asking the centre for the order of an operation', () => {
  it('names it by payOrdId where its token is known', async () => {
    const books = knownOrders()
    const run = createOperationRunner({
      books,
      describe: () => ({ status: 500, body: {} }),
      admit: () => {},
      onEnd: () => {},
    })
    const answer = { payOrdId: 'P1', payToken: 'T1' }
    const perform = async () => ({ status: 201, body: answer, references: { payOrdId: 'P1' } })
    await run({ kind: 'upload', scope: 's', key: 'k', digest: 'd', references: { medOrgOrd: 'B1' }, perform })
    assert.deepEqual(await nameFor(books, { payOrdId: 'P1' }), { payOrdId: 'P1', payToken: 'T1' })
  })

  it('names it by its bill otherwise, and asks nothing without a name', async () => {
    const books = knownOrders()
    books.learn({ payOrdId: 'P2', medOrgOrd: 'B2', status: 'pending' })
    assert.deepEqual(await nameFor(books, { payOrdId: 'P2' }), { medOrgOrd: 'B2' })
    assert.deepEqual(await nameFor(books, { medOrgOrd: 'B3', payOrdId: 'P3' }), { medOrgOrd: 'B3' })
    assert.equal(await nameFor(books, { payOrdId: 'P9' }), undefined)
    assert.equal(await nameFor(books, {}), undefined)
  })

  it('takes a refusal as no proof, and lets every other failure through', async () => {
    const books = knownOrders()
    const refused = new BusinessError({ responseCode: 1, responseMessage: '' })
    for (const refusal of [refused, new OtherCopy({ responseCode: 1, responseMessage: '' })]) {
      assert.equal(await askCentre(books, { medOrgOrd: 'B1' }, () => Promise.reject(refusal)), undefined)
    }
    const lost = transportError('mock', 'TIMEOUT', { delivery: 'unknown' })
    await assert.rejects(
      askCentre(books, { medOrgOrd: 'B1' }, () => Promise.reject(lost)),
      (error) => error === lost,
    )
  })
})
