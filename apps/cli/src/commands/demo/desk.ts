import { type Client, createClient } from '@nationec/client'
import type { feeUpload, RequestOf, Yuan } from '@nationec/protocol'
import { createSimulator, inventedPeople, type Simulator } from '@nationec/simulator'
import { mockTransport } from '@nationec/transport-mock'

/** Where a scene plays: a till with its client, and the simulated terminal beside it. */
export interface Desk extends AsyncDisposable {
  readonly client: Client
  readonly simulator: Simulator
}

const ORG_ID = 'H33010200001'

/** A desk whose patient has this much on the personal account: little enough that some of every bill is cash. */
export function createDesk(seed: number, accountBalance: Yuan): Desk {
  const people = inventedPeople.slice(0, 1).map((person) => ({ ...person, accountBalance }))
  const simulator = createSimulator({ seed, people })
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

/** What the terminal told of the patient. */
export interface Person {
  readonly ecToken: string
  readonly idNo: string
  readonly idType: string
  readonly userName: string
}

/** The part of a person that every message about an order repeats. */
export function personal({ idNo, idType, userName }: Person): Omit<Person, 'ecToken'> {
  return { idNo, idType, userName }
}

/** The bill as this patient's, under the till's own order number. */
export function billFor(bill: Bill, person: Person, medOrgOrd: string): Bill {
  return { ...bill, ...personal(person), ecToken: person.ecToken, orgCodg: ORG_ID, medOrgOrd }
}
