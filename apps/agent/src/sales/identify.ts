import type { QueryCredentialParameters } from '@nationec/client'
import { agentError } from '../errors/agent-error.ts'
import type { SaleContext } from './sale-context.ts'
import type { SalePerson, SaleRow } from './sale-row.ts'
import { mayBeAtCentre, moneyOf } from './sale-state.ts'

/** How the patient says who it is. */
export type Means = 'code' | 'face'

/** The cashier and the office, as a credential query names them. */
export type AtTheTill = Omit<QueryCredentialParameters, 'orgId'>

/**
 * Reads the person at the terminal into a sale. The agent reads it itself: no page can give the identity of another sale.
 *
 * @throws `SALE_PERSON_DIFFERS` when the bill, or the order at the centre, is another person's; `SALE_BUSY`
 */
export async function identify(
  context: SaleContext,
  id: string,
  { by, till, signal }: { readonly by: Means; readonly till: AtTheTill; readonly signal: () => AbortSignal },
): Promise<SaleRow> {
  const { sales, ledger, work } = context
  return sales.during(id, 'reading', async () => {
    const person = await work.track((given) => ledger.serve(() => read(context, by, till, given())), signal)
    await refuseOther(context, sales.get(id), person)
    return sales.change(id, { person })
  })
}

async function read(
  { client, orgId }: SaleContext,
  by: Means,
  till: AtTheTill,
  signal: AbortSignal,
): Promise<SalePerson> {
  const body = { ...till, orgId }
  if (by === 'code') return personOf(await client.queryCredential(body, { signal }))
  const { authNo } = await client.authoriseFace({ ...body, outBizNo: client.serialNumber() } as never, { signal })
  return personOf(
    await client.checkAuthorisation({ ...body, authNo, outBizNo: client.serialNumber() } as never, { signal }),
  )
}

const personOf = ({ idNo, idType, userName, ecToken }: SalePerson): SalePerson => ({ idNo, idType, userName, ecToken })

/** @throws `SALE_PERSON_DIFFERS` */
async function refuseOther({ ledger }: SaleContext, row: SaleRow, person: SalePerson): Promise<void> {
  const money = await moneyOf(ledger, row)
  const other =
    (row.expected !== undefined && row.expected.idNo !== person.idNo) ||
    (mayBeAtCentre(money) && (await ledger.isPersonOf({ medOrgOrd: row.medOrgOrd }, { idNo: person.idNo })) === false)
  if (other) throw agentError('SALE_PERSON_DIFFERS')
}
