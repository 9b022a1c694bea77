import { known } from '../answers/known.ts'
import { isoOf, operationBody } from '../answers/operation-body.ts'
import { orderBody } from '../answers/order-body.ts'
import { describeFailure } from '../http/problem.ts'
import type { TillLedger } from '../ledger/till-ledger.ts'
import type { SaleBook } from './sale-book.ts'
import type { SaleRow } from './sale-row.ts'
import { isClosable, moneyOf, nextKey, refusalOf, type SaleMoneyState, stageOf, unknownOf } from './sale-state.ts'

export interface SaleBodyContext {
  readonly ledger: Pick<TillLedger, 'order' | 'operationsOf'>
  readonly sales: Pick<SaleBook, 'doing' | 'all'>
}

/** A sale as the console sees it; its lines only where they are asked for. */
export async function saleBody({ ledger, sales }: SaleBodyContext, row: SaleRow, withBill = false) {
  const money = await moneyOf(ledger, row)
  const doing = sales.doing(row.id)
  const stage = stageOf(row, money, doing)
  const unknown = unknownOf(money)
  const waits = await otherUnknownOf({ ledger, sales }, row)
  return known({
    ...(await saleSummary(row, stage)),
    lines: linesOf(row),
    person: row.person === undefined ? undefined : { userName: row.person.userName, idNo: masked(row.person.idNo) },
    doing: doing === undefined ? undefined : { what: doing.what, since: isoOf(doing.since) },
    order: money.order === undefined ? undefined : await orderBody(ledger, money.order),
    unknown: unknown === undefined ? undefined : operationBody(unknown),
    refusal: refusalBody(money),
    /** Another sale of this person whose outcome is not known. */
    waitsFor: waits?.id,
    closable: doing === undefined && isClosable(stage),
    keys: { upload: nextKey(row, money, 'upload'), revoke: nextKey(row, money, 'revoke') },
    bill: withBill ? row.bill : undefined,
  })
}

/** What a page that has handed the bill over is told: nothing of a person. */
export async function saleSummary(row: SaleRow, stage: ReturnType<typeof stageOf>) {
  const { id, medOrgOrd, source, total, createdAt, changedAt } = row
  return known({ id, medOrgOrd, source, total, stage, createdAt: isoOf(createdAt), changedAt: isoOf(changedAt) })
}

/** Another open sale of the same person whose outcome is not known: until it is, nothing more is charged. */
export async function otherUnknownOf(
  { ledger, sales }: SaleBodyContext,
  { id, person }: SaleRow,
): Promise<SaleRow | undefined> {
  if (person === undefined) return undefined
  for (const other of sales.all()) {
    if (other.id === id || other.person?.idNo !== person.idNo) continue
    const money = await moneyOf(ledger, other)
    if (money.operations.some(({ kind, state }) => kind === 'upload' && (state === 'unknown' || state === 'running')))
      return other
  }
  return undefined
}

function linesOf({ bill }: SaleRow): number | undefined {
  const lines = bill?.['feedetailList']
  return Array.isArray(lines) ? lines.length : undefined
}

/** Enough to compare with the card in the patient's hand. */
const masked = (idNo: string): string =>
  `${idNo.slice(0, 3)}${'*'.repeat(Math.max(0, idNo.length - 7))}${idNo.slice(-4)}`

/** Why the last step was not carried out: the code and the text of the centre among it. */
function refusalBody(money: SaleMoneyState) {
  const refused = refusalOf(money)
  if (refused === undefined) return undefined
  const { kind, state } = refused
  const failure = 'failure' in refused ? refused.failure : undefined
  if (failure === undefined) return undefined
  const { code, summary, advice, delivery, responseCode, responseMessage } = describeFailure(failure).body
  return known({ kind, state, code, summary, advice, delivery, responseCode, responseMessage })
}
