import type { QueryCredentialAnswer } from '@nationec/browser'
import { desk } from './desk.ts'

/** The person of each order, for as long as the page is open; the agent itself remembers no person. */
const people = new Map<string, QueryCredentialAnswer>()

export function rememberPerson(payOrdId: string, person: QueryCredentialAnswer): void {
  people.set(payOrdId, person)
}

/** The person of an order; after the page was closed, the next person with a code. */
export function personOf(payOrdId: string | undefined): QueryCredentialAnswer | undefined {
  return (payOrdId === undefined ? undefined : people.get(payOrdId)) ?? desk.person
}

/** What queries and revocations say of the person. */
export function identityOf(payOrdId: string | undefined) {
  const person = personOf(payOrdId)
  return person === undefined ? {} : { idNo: person.idNo, idType: person.idType, userName: person.userName }
}
