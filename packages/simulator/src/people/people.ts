import { checkResponseBody, ecQuery, fenOf, isYuan, type Profile } from '@nationec/protocol'
import { SimulatorFault } from '../errors/simulator-fault.ts'
import { identityBody } from './identity-body.ts'
import { inventedPeople } from './invented-people.ts'
import type { Person } from './person.ts'

/** The patients of one simulator and what their accounts hold. */
export interface People {
  /** The one who stands at the terminal when nobody else was called. */
  readonly usual: Person
  find(personId: string): Person | undefined
  findByNumber(idNo: string): Person | undefined
  /** Whole fen; 0 for a person who is not one of ours. */
  balanceOf(idNo: string): bigint
  changeBalance(idNo: string, fen: bigint): void
}

/** @throws `SIMULATOR_OPTION_INVALID` when a person cannot be written into an answer, or two share an id */
export function createPeople(given: readonly Person[] = inventedPeople, profile: Profile): People {
  const [usual] = given
  if (usual === undefined) throw invalid(0)
  const byId = new Map<string, Person>()
  const byNumber = new Map<string, Person>()
  const balances = new Map<string, bigint>()
  for (const [index, person] of given.entries()) {
    const fits = isYuan(person.accountBalance) && fenOf(person.accountBalance) >= 0n
    if (!fits || byId.has(person.personId) || byNumber.has(person.idNo)) throw invalid(index)
    if (checkResponseBody(ecQuery, identityBody(person, '0'), profile).length > 0) throw invalid(index)
    byId.set(person.personId, person)
    byNumber.set(person.idNo, person)
    balances.set(person.idNo, fenOf(person.accountBalance))
  }
  const balanceOf = (idNo: string): bigint => balances.get(idNo) ?? 0n
  return {
    usual,
    find: (personId) => byId.get(personId),
    findByNumber: (idNo) => byNumber.get(idNo),
    balanceOf,
    changeBalance(idNo, fen) {
      if (balances.has(idNo)) balances.set(idNo, balanceOf(idNo) + fen)
    },
  }
}

function invalid(index: number): SimulatorFault {
  return new SimulatorFault('SIMULATOR_OPTION_INVALID', {
    details: [
      {
        en: `people[${index}]: every field of a Person, personId and idNo unique, accountBalance in yuan.`,
        zh: `people[${index}]：须提供 Person 的全部字段，personId 与 idNo 不得重复，accountBalance 以元为单位。`,
      },
    ],
  })
}
