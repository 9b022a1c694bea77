import { attempt } from '../agent/problem.ts'
import { ask } from '../agent/session.ts'
import type { Sale } from '../agent/shapes.ts'
import { choose, take } from './sales.ts'

type Bill = Readonly<Record<string, unknown>>

/** Gives a bill to the agent, and takes it up. */
export async function handIn(bill: Bill, source: 'file' | 'paste' | 'typed' | 'example'): Promise<boolean> {
  const sale = await attempt(() => ask<Sale>('POST', '/v1/sales', { bill, source }))
  if (sale === undefined) return false
  take(sale)
  choose(sale.id)
  return true
}

/** Takes an order up again, for a refund for instance. */
export async function takeUp(medOrgOrd: string): Promise<boolean> {
  const sale = await attempt(() => ask<Sale>('POST', '/v1/sales', { medOrgOrd, source: 'order' }))
  if (sale === undefined) return false
  take(sale)
  choose(sale.id)
  return true
}

/** A bill from a text: JSON as the upload takes it, or `undefined`. */
export function readBill(text: string): Bill | undefined {
  try {
    const read: unknown = JSON.parse(text)
    return typeof read === 'object' && read !== null && !Array.isArray(read) ? (read as Bill) : undefined
  } catch {
    return undefined
  }
}

/** The invented bills: loaded only when one is asked for, and offered with a simulated terminal only. */
const EXAMPLES = {
  small: () => import('../../../../examples/outpatient-5-lines.json'),
  large: () => import('../../../../examples/outpatient-200-lines.json'),
}
export const exampleNames = ['small', 'large'] as const

export async function handInExample(name: keyof typeof EXAMPLES): Promise<boolean> {
  const { default: example } = await EXAMPLES[name]()
  // The example's own person and number make room for those of the terminal and of the agent.
  const { ecToken, idNo, idType, userName, medOrgOrd, orgCodg, ...bill } = example
  return handIn(bill, 'example')
}
