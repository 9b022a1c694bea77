import type { ecQuery, ResponseOf } from '@nationec/protocol'
import type { Person } from './person.ts'

/** A person as the identity answers show one. */
export function identityBody(person: Person, ecToken: string): ResponseOf<typeof ecQuery> {
  const { idNo, idType, userName, insuOrg, ecIndexNo, gender, birthday } = person
  return { idNo, idType, userName, ecToken, insuOrg, ecIndexNo, gender, birthday }
}
