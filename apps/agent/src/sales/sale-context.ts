import type { Client } from '@nationec/client'
import type { LedgerOperation } from '@nationec/ledger'
import type { TillLedger } from '../ledger/till-ledger.ts'
import type { OrderFill } from '../orders/order-input.ts'
import type { TillPeople } from '../people/till-people.ts'
import type { WorkInHand } from '../work/work-in-hand.ts'
import type { SaleBook } from './sale-book.ts'

/** What the steps of a sale work on. */
export interface SaleContext extends OrderFill {
  readonly client: Pick<Client, 'serialNumber' | 'queryCredential' | 'authoriseFace' | 'checkAuthorisation'>
  readonly ledger: TillLedger
  readonly sales: SaleBook
  readonly people: TillPeople
  readonly work: Pick<WorkInHand, 'track'>
  /** Hears how each operation has ended. */
  readonly onEnd: (operation: LedgerOperation) => void
}
