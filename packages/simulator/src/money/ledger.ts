import { addParts, inYuan, NOTHING, type Parts, type PartsInYuan } from './parts.ts'

/** All money that ever moved, by bucket: `refunded` never exceeds `paid`. */
export interface LedgerView {
  readonly paid: PartsInYuan
  readonly refunded: PartsInYuan
}

/** Written beside the orders and never from them, so that the two can be compared. */
export interface Ledger {
  pay(parts: Parts): void
  refund(parts: Parts): void
  read(): LedgerView
}

export function createLedger(): Ledger {
  let paid = NOTHING
  let refunded = NOTHING
  return {
    pay(parts) {
      paid = addParts(paid, parts)
    },
    refund(parts) {
      refunded = addParts(refunded, parts)
    },
    read: () => ({ paid: inYuan(paid), refunded: inYuan(refunded) }),
  }
}
