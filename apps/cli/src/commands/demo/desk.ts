import { type Client, createClient } from '@nationec/client'
import type { feeUpload, RequestOf, ResponseOf, settlementQuery } from '@nationec/protocol'
import { createSimulator, type Simulator } from '@nationec/simulator'
import { mockTransport } from '@nationec/transport-mock'

/** Where a scene plays: a till with its client, and the simulated terminal beside it. */
export interface Desk extends AsyncDisposable {
  readonly client: Client
  readonly simulator: Simulator
}

const ORG_ID = 'H33010200001'

export function createDesk(seed: number): Desk {
  const simulator = createSimulator({ seed })
  const client = createClient({ orgId: ORG_ID, transport: mockTransport(simulator.handle) })
  return { client, simulator, [Symbol.asyncDispose]: () => client.close() }
}

/** Who sits at the till; the same in every call. */
export const CASHIER = {
  businessType: '01301',
  operatorId: '007',
  operatorName: '收费员',
  officeId: 'A03',
  officeName: '内科',
} as const

type Bill = RequestOf<typeof feeUpload>
type Person = { readonly ecToken: string; readonly idNo: string; readonly idType: string; readonly userName: string }

/** The bill as this patient's, under the till's own order number. */
export function billFor(bill: Bill, person: Person, medOrgOrd: string): Bill {
  const { ecToken, idNo, idType, userName } = person
  return { ...bill, orgCodg: ORG_ID, ecToken, idNo, idType, userName, medOrgOrd }
}

/** How a query names the order it asks for. */
export type OrderReference = Pick<ResponseOf<typeof settlementQuery>, 'payOrdId'> & { readonly payToken: string }
