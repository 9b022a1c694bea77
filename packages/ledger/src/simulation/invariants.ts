import { fenOf } from '@nationec/protocol'
import { allOf } from '../engine/pages.ts'
import type { Ledger } from '../ledger.ts'
import { isOpen } from '../model/story.ts'
import type { ExceptionRow, OperationRow } from '../store/rows.ts'
import type { Acknowledged } from './cashier.ts'
import type { World } from './life.ts'

/**
 * What must be true at any time: at most one effect for each key; done only with an effect; free, refused and not done only
 * without; what was told stays; nothing unknown without a next question or a person; refunds never above what was paid.
 *
 * @returns one sentence for each rule that is broken
 */
export async function brokenRules(world: World, ledger: Ledger, told: Acknowledged): Promise<string[]> {
  const broken: string[] = []
  const { store } = ledger
  const exceptions: ExceptionRow[] = []
  for await (const row of allOf((page) => store.exceptions(page))) exceptions.push(row)
  const called = (row: OperationRow, kind?: string): boolean =>
    exceptions.some(
      (exception) =>
        (kind === undefined ? exception.open : exception.kind === kind) &&
        (exception.operation === row.id || (exception.order !== undefined && exception.order === row.order)),
    )
  for await (const row of allOf((page) => store.operations(page))) {
    const truth = world.farEnd.truth.get(row.key) ?? { sent: 0, effects: 0 }
    const say = (what: string): number => broken.push(`${row.key} is ${row.state}/${row.proof}: ${what}`)
    if (truth.effects > 1) say('done twice')
    if (truth.sent > 1) say('sent twice')
    if (row.state === 'done' && truth.effects === 0) say('nothing was done')
    const decided = row.proof === 'person'
    const denied =
      row.state === 'free' || row.state === 'refused' || (row.state === 'closed' && row.outcome === 'not-done')
    if (denied && !decided && truth.effects > 0) say('it was done')
    if (row.state === 'unknown' && row.nextAt === undefined && !called(row)) say('neither asked for nor with a person')
    const known = told.get(row.key)
    if (known !== undefined && isOpen(row)) say(`was told ${known.state}`)
    if (known?.state === 'done' && row.state !== 'done' && !called(row, 'late-truth')) say('was told done')
    if (known?.state === 'refused' && row.state !== 'refused' && !called(row, 'late-truth')) say('was told refused')
  }
  return [...broken, ...(await wrongSums(world, ledger))]
}

async function wrongSums(world: World, { store }: Ledger): Promise<string[]> {
  const broken: string[] = []
  for await (const order of allOf((page) => store.orders(page))) {
    const truth = order.payOrdId === undefined ? undefined : world.simulator.order(order.payOrdId)
    if (truth === undefined) continue
    const operations = await store.findOperations({ order: order.id })
    const decided = new Set(operations.filter(({ proof }) => proof === 'person').map(({ appRefdSn }) => appRefdSn))
    const refunded = truth.refunds.filter(({ appRefdSn }) => !decided.has(appRefdSn))
    const sum = refunded.reduce((total, refund) => total + fenOf(refund.total), 0n)
    if (sum > order.held.total) broken.push(`${order.medOrgOrd}: refunded ${sum}, held ${order.held.total}`)
    if (order.paid !== undefined && !order.excess && order.held.cash > order.paid.cash)
      broken.push(`${order.medOrgOrd}: holds more than was paid`)
    if (order.status === 'settled' && !truth.states.includes('6')) broken.push(`${order.medOrgOrd}: never settled`)
  }
  return broken
}
