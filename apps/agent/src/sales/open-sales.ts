import { join } from 'node:path'
import type { EventLog } from '../events/event-log.ts'
import type { Logger } from '../logs/logger.ts'
import { openSaleBook, type SaleBook } from './sale-book.ts'
import { noSaleFiles, openSaleFiles } from './sale-files.ts'

/** What the sales of a till are opened with. */
export interface OpenSalesOptions {
  readonly dataFolder: string | undefined
  /** The name of the till; absent where it is the only one. */
  readonly till: string | undefined
  readonly clock: () => number
  readonly events: Pick<EventLog, 'tell'>
  readonly logger: Pick<Logger, 'error'>
}

/** The sales that are open at a till, found again after a restart. */
export async function openSales({ dataFolder, till, clock, events, logger }: OpenSalesOptions): Promise<SaleBook> {
  const files =
    dataFolder === undefined ? noSaleFiles : await openSaleFiles(join(dataFolder, 'sales', till ?? ''), logger)
  // Only that it has changed: events are kept for a while, and a person is not.
  return openSaleBook({ files, clock, tell: (id, isOpen) => events.tell('sale', { id, isOpen }) })
}
