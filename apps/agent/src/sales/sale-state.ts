import type { LedgerOperation, LedgerOrder } from '@nationec/ledger'
import type { TillLedger } from '../ledger/till-ledger.ts'
import type { Doing } from './sale-book.ts'
import type { SaleMoney, SaleRow } from './sale-row.ts'

/** How far a sale has come. */
export type SaleStage =
  | 'draft'
  | 'identified'
  | 'working'
  | 'unknown'
  | 'uploaded'
  | 'paid'
  | 'settled'
  | 'printed'
  | 'partly-refunded'
  | 'refunded'
  | 'revoked'
  | 'failed'
  | 'unrecognised'

/** What the ledger knows of the bill of a sale. */
export interface SaleMoneyState {
  readonly order: LedgerOrder | undefined
  /** Newest first. */
  readonly operations: readonly LedgerOperation[]
}

export async function moneyOf(
  ledger: Pick<TillLedger, 'order' | 'operationsOf'>,
  { medOrgOrd }: Pick<SaleRow, 'medOrgOrd'>,
): Promise<SaleMoneyState> {
  const order = await ledger.order({ medOrgOrd })
  return { order, operations: order === undefined ? [] : await ledger.operationsOf(order.id) }
}

export const unknownOf = ({ operations }: SaleMoneyState): LedgerOperation | undefined =>
  operations.find(({ state }) => state === 'unknown')

/** Whether an upload of the bill was answered, or may have arrived: then its person is settled. */
export const mayBeAtCentre = ({ order }: SaleMoneyState): boolean =>
  order !== undefined && order.status !== 'not-uploaded'

export function stageOf(row: SaleRow, money: SaleMoneyState, doing: Doing | undefined): SaleStage {
  if (unknownOf(money) !== undefined) return 'unknown'
  if (doing !== undefined && doing.what !== 'reading' && doing.what !== 'asking') return 'working'
  if (money.operations.some(({ state }) => state === 'running')) return 'working'
  const status = money.order?.status ?? 'not-uploaded'
  switch (status) {
    case 'not-uploaded':
      return row.person === undefined ? 'draft' : 'identified'
    case 'unknown':
      return 'unknown'
    case 'pending':
      return 'uploaded'
    case 'completing':
      return 'paid'
    case 'settled':
      return row.printed ? 'printed' : 'settled'
    default:
      return status
  }
}

/** The stages in which nothing more is to come by itself: only these sales can be closed. */
const CLOSABLE: ReadonlySet<SaleStage> = new Set([
  ...(['draft', 'identified', 'settled', 'printed'] as const),
  ...(['partly-refunded', 'refunded', 'revoked', 'failed'] as const),
])
export const isClosable = (stage: SaleStage): boolean => CLOSABLE.has(stage)

/** The key of the next upload or revocation: a new one only after the last was refused, or is known not to have been done. */
export function nextKey({ id }: Pick<SaleRow, 'id'>, { operations }: SaleMoneyState, kind: SaleMoney): string {
  const over = operations.filter(
    ({ key, state, ...rest }) =>
      key.startsWith(`${id}/${kind}/`) && (state === 'refused' || ('outcome' in rest && rest.outcome === 'not-done')),
  )
  return `${id}/${kind}/${over.length + 1}`
}

/** The newest operation, when it was refused or has not left: the cashier is told why. */
export function refusalOf({ operations }: SaleMoneyState): LedgerOperation | undefined {
  const [newest] = operations
  return newest?.state === 'refused' || newest?.state === 'free' ? newest : undefined
}
