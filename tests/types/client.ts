/** Checked by the compiler alone: what the public API lets through and what it refuses. Nothing here runs. */
import { type Client, createClient, isNationEcError, type UploadFeesParameters } from '@nationec/client'
import type { Delivery } from '@nationec/errors'
import { type BusinessType, defineProfile, type OrderAmounts, specProfile, type Yuan, yuan } from '@nationec/protocol'
import { mockTransport } from '@nationec/transport-mock'
import { type Equal, isTrue } from './equal.ts'

const transport = mockTransport(() => '')
const client = createClient({ orgId: 'H33010200001', transport })
isTrue<Equal<typeof client, Client<'centre'>>>()

export async function states(): Promise<void> {
  const order = await client.querySettlement({ payOrdId: 'ORD1', payToken: 'T' })
  isTrue<
    Equal<
      typeof order.status,
      'pending' | 'completing' | 'settled' | 'partly-refunded' | 'refunded' | 'revoked' | 'failed' | 'unrecognised'
    >
  >()
  // @ts-expect-error amounts exist only in the states that prove them
  order.amounts
  if (order.status === 'settled') isTrue<Equal<typeof order.amounts, OrderAmounts>>()
  if (order.status === 'unrecognised') isTrue<Equal<typeof order.ordStas, string | undefined>>()
  // @ts-expect-error a query names its order by fields of the documents
  await client.querySettlement({ payOrdID: 'ORD1' })
}

export function money(bill: UploadFeesParameters): void {
  isTrue<Equal<typeof bill.medfeeSumamt, Yuan>>()
  // @ts-expect-error a float is no amount
  yuan(128.5)
  const wrong: Pick<UploadFeesParameters, 'medfeeSumamt'>[] = [
    // @ts-expect-error a float is no amount
    { medfeeSumamt: 128.5 },
    // @ts-expect-error text becomes an amount through yuan() alone
    { medfeeSumamt: '128.50' },
    { medfeeSumamt: yuan('128.50') },
  ]
  void wrong
}

export async function generations(): Promise<void> {
  const profile = defineProfile({ name: 'older', generation: 'hos' })
  const older = createClient({ orgId: 'H33010200001', transport, profile })
  isTrue<Equal<typeof older, Client<'hos'>>>()
  const inherited = defineProfile({ name: 'more', base: profile })
  isTrue<Equal<typeof inherited.generation, 'hos'>>()
  // @ts-expect-error the older bodies have feeSumamt, not medfeeSumamt
  await older.uploadFees({ medfeeSumamt: yuan('1') })
}

export function ofTheSpecification(): Client<'centre'> {
  return createClient({ orgId: 'H33010200001', transport, profile: specProfile })
}

export function codes(bill: UploadFeesParameters): void {
  // Tables are open: known literals complete in an editor, any other text passes.
  const known: UploadFeesParameters['insutype'] = '310'
  const regional: UploadFeesParameters['insutype'] = '9901'
  void [known, regional, bill]
}

type Credential = Parameters<Client['queryCredential']>[0]

/** Whether a type is any text, with nothing to complete. */
type AnyText<Type> = Equal<Type, string>

export function businessTypes(): void {
  // Table C.1 completes, and what it does not list passes.
  isTrue<Equal<AnyText<Credential['businessType']>, false>>()
  isTrue<Equal<Extract<BusinessType, '01301' | '02121' | '04107' | '99999'>, '01301' | '02121' | '04107'>>()
  const regional: Credential['businessType'] = '99999'
  void regional
}

export function failures(error: unknown): void {
  if (isNationEcError(error)) isTrue<Equal<typeof error.delivery, Delivery>>()
  if (isNationEcError(error, 'TIMEOUT')) isTrue<Equal<typeof error.code, 'TIMEOUT'>>()
  // @ts-expect-error the institution is not optional
  createClient({ transport })
}

export function bodiesWithoutTheInstitution(): void {
  // orgId and orgCodg are the client's own: a body may leave them out, and may still hold them.
  const left: Parameters<Client['revokeFees']>[0] = {
    payOrdId: 'ORD1',
    payToken: 'T',
    idNo: '1',
    userName: 'x',
    idType: '01',
  }
  const given: Parameters<Client['revokeFees']>[0] = { ...left, orgCodg: 'H33010200001' }
  void given
}
