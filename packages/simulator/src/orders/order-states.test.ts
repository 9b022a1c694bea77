import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type OrdStas, ordStas } from '@nationec/protocol'
import fc from 'fast-check'
import type { Parts } from '../money/parts.ts'
import { legalMoves, stateAfterRefund, wayToSettled } from './order-states.ts'

const moves = Object.entries(legalMoves) as [OrdStas, readonly OrdStas[]][]
const fen = fc.bigInt({ min: 0n, max: 1_000_000n })
const parts: fc.Arbitrary<Parts> = fc.record({ fund: fen, account: fen, cash: fen })

/** Everything that can follow a state, however far. */
function reachable(from: OrdStas, seen = new Set<OrdStas>()): Set<OrdStas> {
  for (const to of legalMoves[from] ?? []) {
    if (seen.has(to)) continue
    seen.add(to)
    reachable(to, seen)
  }
  return seen
}

describe('the legal moves', () => {
  it('know no state that the code table does not know', () => {
    for (const [from, all] of moves) for (const state of [from, ...all]) assert.ok(ordStas.get(state) !== undefined)
  })

  it('lead from every paid or settled state never to revoked, and from an end nowhere', () => {
    for (const paid of ['3', '4', '5', '6', '8', '9', '10', '11'] as const) {
      assert.equal(reachable(paid).has('12'), false)
    }
    for (const end of ['7', '12', '13', '14', '15', '16'] as const) assert.equal(legalMoves[end], undefined)
  })

  it('lead never from refunded back to paid', () => {
    for (const refunded of ['8', '9', '10', '11'] as const) {
      for (const paid of ['0', '1', '2', '3', '4', '5', '6'] as const) {
        assert.equal(reachable(refunded).has(paid), false)
      }
    }
  })

  it('hold the whole way of every split', () => {
    fc.assert(
      fc.property(parts, (split) => {
        let from: OrdStas = '0'
        for (const to of wayToSettled(split)) {
          assert.ok(legalMoves[from]?.includes(to))
          from = to
        }
        assert.equal(from, '6')
      }),
      { seed: 20_261_123, numRuns: 200 },
    )
  })
})

describe('the state after a refund', () => {
  it('is 7 when nothing is left, and never otherwise', () => {
    const refunds = fc.tuple(parts, fc.constantFrom(0n, 50n, 100n), fc.constantFrom(0n, 50n, 100n))
    fc.assert(
      fc.property(refunds, ([paid, insurance, cash]) => {
        const refunded = {
          fund: (paid.fund * insurance) / 100n,
          account: (paid.account * insurance) / 100n,
          cash: (paid.cash * cash) / 100n,
        }
        const left = paid.fund + paid.account + paid.cash - refunded.fund - refunded.account - refunded.cash
        assert.equal(stateAfterRefund(paid, refunded, 'refunded') === '7', left === 0n)
      }),
      { seed: 20_261_123, numRuns: 300 },
    )
  })
})
