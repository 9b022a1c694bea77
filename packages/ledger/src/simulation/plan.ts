import { createChance } from './chance.ts'

/** What is to happen with one order: fixed before it begins, so that a repetition after a crash says the same. */
export interface Plan {
  readonly order: number
  readonly medOrgOrd: string
  readonly total: string
  readonly idNo: string
  /** How the patient pays: at the terminal, by a payment that the till places, or not at all. */
  readonly pays: 'at the terminal' | 'placed' | 'not'
  readonly revokes: boolean
  /** Yuan in cash, one after the other. */
  readonly refunds: readonly string[]
  /** The cashier types the bill again under another number when the first is unknown. */
  readonly doubles: boolean
}

export function planOf(seed: number, order: number): Plan {
  const chance = createChance(seed, order, 0xb111)
  const fen = chance.between(1_000, 90_000)
  const total = `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`
  const pays = chance.pick({ 'at the terminal': 6, placed: 2, not: 3 })
  const count = pays === 'not' ? 0 : chance.pick({ 0: 5, 1: 3, 2: 2, 3: 1 })
  return {
    ...{ order, total, pays },
    medOrgOrd: `M${order}`,
    idNo: `9999991990${String(order).padStart(8, '0')}`,
    revokes: pays === 'not' && chance.happens(0.8),
    refunds: Array.from({ length: Number(count) }, () => `0.${String(chance.between(1, 99)).padStart(2, '0')}`),
    doubles: chance.happens(0.1),
  }
}
