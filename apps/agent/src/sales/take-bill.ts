import { messageOf } from '@nationec/protocol'
import { agentError } from '../errors/agent-error.ts'
import { orderInput } from '../orders/order-input.ts'
import type { SaleContext } from './sale-context.ts'
import { PERSON_FIELDS, type SaleRow, type SaleSource } from './sale-row.ts'

type Bill = Readonly<Record<string, unknown>>

/** A bill as it is handed over. */
export interface GivenBill {
  readonly source: SaleSource
  /** The body of an upload; the person may be left out, the number too. */
  readonly bill?: Bill | undefined
  /** An order of the ledger that is taken up again. */
  readonly medOrgOrd?: string | undefined
}

/** Stands for the person while the rest is checked. */
const NO_PERSON = { idNo: '0', idType: '01', userName: '-', ecToken: '0' }

/**
 * Opens a sale for a bill; the same bill again gives the sale that is open.
 *
 * @throws `PARAMETER_INVALID` and the codes of a body that is wrong, `SALE_BILL_DIFFERS`, `ORDER_NOT_KNOWN`
 */
export async function takeBill(context: SaleContext, given: GivenBill): Promise<{ row: SaleRow; isNew: boolean }> {
  if (given.bill === undefined) return takeOrder(context, given.medOrgOrd ?? '')
  const { sales, ledger } = context
  const { bill, medOrgOrd, expected } = read(context, given.bill)
  const known = sales.of(medOrgOrd)
  const total = text(bill['medfeeSumamt'])
  if (known !== undefined) {
    if (JSON.stringify(known.bill) !== JSON.stringify(bill)) throw agentError('SALE_BILL_DIFFERS')
    return { row: known, isNew: false }
  }
  const order = await ledger.order({ medOrgOrd })
  if (order !== undefined && order.status !== 'not-uploaded') throw agentError('SALE_BILL_DIFFERS')
  return { row: await sales.add({ medOrgOrd, source: given.source, total, bill, expected }), isNew: true }
}

async function takeOrder({ sales, ledger }: SaleContext, medOrgOrd: string): Promise<{ row: SaleRow; isNew: boolean }> {
  const known = sales.of(medOrgOrd)
  if (known !== undefined) return { row: known, isNew: false }
  const order = await ledger.order({ medOrgOrd })
  if (order === undefined) throw agentError('ORDER_NOT_KNOWN')
  return { row: await sales.add({ medOrgOrd, source: 'order', total: order.total as string | undefined }), isNew: true }
}

/** Checks a bill as an upload of it would be, and takes the person out of it. */
function read(context: SaleContext, given: Bill): Pick<SaleRow, 'medOrgOrd' | 'expected'> & { readonly bill: Bill } {
  const person = Object.fromEntries(PERSON_FIELDS.map((name) => [name, given[name]]))
  const bare = Object.fromEntries(Object.entries(given).filter(([name]) => !Object.hasOwn(person, name)))
  const medOrgOrd = text(given['medOrgOrd']) ?? context.client.serialNumber()
  const bill = { ...bare, medOrgOrd }
  orderInput(context, messageOf('uploadFees', context.profile)).read({ ...bill, ...NO_PERSON })
  const idNo = text(person['idNo'])
  return { medOrgOrd, bill, expected: idNo === undefined ? undefined : { idNo } }
}

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : typeof value === 'number' ? String(value) : undefined
