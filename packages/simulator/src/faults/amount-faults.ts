import { fenOf, type Yuan, yuan } from '@nationec/protocol'
import type { PaymentEnd } from '../money/payment-end.ts'
import type { SimulatedOperation } from '../operations/operations.ts'
import type { SimulatorSettings } from '../settings/settings-table.ts'
import type { Fault } from './fault.ts'
import type { PushFate } from './push-fate.ts'

/** A total that brings a fault with it; each strikes once per bill. */
export type AmountFault = { readonly total: Yuan } & (
  | { readonly on: SimulatedOperation; readonly fault: Fault }
  | { readonly on: 'payment'; readonly ends: PaymentEnd }
  | { readonly on: 'push'; readonly fate: PushFate }
)

/**
 * The test amounts: a bill with exactly this total (in yuan) meets this fault, without any code at the simulator.
 *
 * 88,888 yuan and a few fen is no price of a real-shaped bill. `settings.amountFaults: 'off'` switches them off.
 */
export const amountFaults: readonly AmountFault[] = [
  { total: yuan('88888.01'), on: 'uploadFees', fault: { kind: 'lost-answer' } },
  { total: yuan('88888.02'), on: 'uploadFees', fault: { kind: 'lost-request' } },
  { total: yuan('88888.03'), on: 'uploadFees', fault: { kind: 'line-cut' } },
  { total: yuan('88888.04'), on: 'uploadFees', fault: { kind: 'slow', milliseconds: 5000 } },
  { total: yuan('88888.05'), on: 'uploadFees', fault: { kind: 'busy' } },
  { total: yuan('88888.06'), on: 'uploadFees', fault: { kind: 'refused' } },
  { total: yuan('88888.07'), on: 'uploadFees', fault: { kind: 'garbled' } },
  { total: yuan('88888.08'), on: 'uploadFees', fault: { kind: 'empty' } },
  { total: yuan('88888.09'), on: 'uploadFees', fault: { kind: 'library-return', value: '-1' } },
  { total: yuan('88888.10'), on: 'uploadFees', fault: { kind: 'reboot' } },
  { total: yuan('88888.11'), on: 'uploadFees', fault: { kind: 'stale-answer' } },
  { total: yuan('88888.12'), on: 'uploadFees', fault: { kind: 'odd-form', form: 'data-as-text' } },
  { total: yuan('88888.21'), on: 'payment', ends: '2' },
  { total: yuan('88888.22'), on: 'payment', ends: '14' },
  { total: yuan('88888.23'), on: 'payment', ends: '15' },
  { total: yuan('88888.24'), on: 'payment', ends: '16' },
  { total: yuan('88888.31'), on: 'querySettlement', fault: { kind: 'lost-answer' } },
  { total: yuan('88888.32'), on: 'querySettlement', fault: { kind: 'stale-answer' } },
  { total: yuan('88888.33'), on: 'querySettlement', fault: { kind: 'odd-form', form: 'numbers' } },
  { total: yuan('88888.41'), on: 'revokeFees', fault: { kind: 'lost-answer' } },
  { total: yuan('88888.42'), on: 'revokeFees', fault: { kind: 'lost-request' } },
  { total: yuan('88888.51'), on: 'refund', fault: { kind: 'lost-answer' } },
  { total: yuan('88888.52'), on: 'refund', fault: { kind: 'lost-request' } },
  { total: yuan('88888.53'), on: 'refund', fault: { kind: 'refund-status', status: 'EXP' } },
  { total: yuan('88888.54'), on: 'refund', fault: { kind: 'refund-status', status: 'EXP', effect: 'none' } },
  { total: yuan('88888.55'), on: 'refund', fault: { kind: 'refund-status', status: 'FAIL' } },
  { total: yuan('88888.61'), on: 'push', fate: 'lost' },
  { total: yuan('88888.62'), on: 'push', fate: 'repeated' },
  { total: yuan('88888.63'), on: 'push', fate: 'held' },
]

const byTotal = new Map(amountFaults.map((entry) => [fenOf(entry.total), entry]))

/** Which bills have met their fault. One for each bill with a test amount, so that a second try goes well. */
export type StruckBills = Set<string>

/** The orders among which the bill of a request is looked up. */
export interface UploadedBills {
  find(payOrdId: string): UploadedBill | undefined
  findByNumber(orgCodg: string, medOrgOrd: string): UploadedBill | undefined
}

interface UploadedBill {
  readonly payOrdId: string
  readonly total: bigint
}

/** The fault that a request's bill brings with it, the first time. */
export function amountFault(
  { settings, book }: { readonly settings: SimulatorSettings; readonly book: UploadedBills },
  struck: StruckBills,
  operation: SimulatedOperation,
  orgId: string,
  body: Readonly<Record<string, unknown>>,
): Fault | undefined {
  if (settings.amountFaults === 'off') return undefined
  const { total, key } = billOf(book, orgId, body)
  const entry = total === undefined ? undefined : byTotal.get(total)
  if (entry === undefined || !('fault' in entry) || entry.on !== operation || struck.has(key)) return undefined
  struck.add(key)
  return entry.fault
}

/** Where a test amount makes the payment end. */
export function amountEnding(
  settings: SimulatorSettings,
  { total }: Pick<UploadedBill, 'total'>,
): PaymentEnd | undefined {
  const entry = settings.amountFaults === 'on' ? byTotal.get(total) : undefined
  return entry !== undefined && 'ends' in entry ? entry.ends : undefined
}

/** What a test amount does to the first push. */
export function amountPushFate(
  settings: SimulatorSettings,
  { total, pushAttempts }: { readonly total: bigint; readonly pushAttempts: number },
): PushFate | undefined {
  const entry = settings.amountFaults === 'on' && pushAttempts === 0 ? byTotal.get(total) : undefined
  return entry !== undefined && 'fate' in entry ? entry.fate : undefined
}

/** The bill that a body is about: an upload holds it, the others name its order. */
function billOf(
  book: UploadedBills,
  orgId: string,
  body: Readonly<Record<string, unknown>>,
): { total: bigint | undefined; key: string } {
  const { medfeeSumamt, feeSumamt, payOrdId, medOrgOrd, orgCodg } = body
  const uploaded = medfeeSumamt ?? feeSumamt
  if (typeof uploaded === 'string') return { total: fenOf(uploaded), key: `${orgId}\n${String(medOrgOrd)}` }
  const order =
    typeof payOrdId === 'string' ? book.find(payOrdId) : book.findByNumber(String(orgCodg), String(medOrgOrd))
  return { total: order?.total, key: order?.payOrdId ?? '' }
}
