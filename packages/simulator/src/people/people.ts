import { type BilingualText, requireOption } from '@nationec/errors'
import { checkResponseBody, ecQuery, fenOf, isYuan, type Profile } from '@nationec/protocol'
import { simulatorOptionError } from '../errors/simulator-fault.ts'
import { identityBody } from './identity-body.ts'
import { inventedPeople } from './invented-people.ts'
import type { Person } from './person.ts'

/** The patients of one simulator and what their accounts hold. */
export interface People {
  /** The one who stands at the terminal when no other person was called. */
  readonly usual: Person
  find(personId: string): Person | undefined
  findByNumber(idNo: string): Person | undefined
  /** Whole fen; 0 for a person who is not one of ours. */
  balanceOf(idNo: string): bigint
  changeBalance(idNo: string, fen: bigint): void
}

const aPerson: BilingualText = {
  en: 'a Person with every field, personId and idNo unique, accountBalance in yuan',
  zh: '填写了全部字段的 Person，其 personId 与 idNo 不得重复，accountBalance 以元为单位',
}

/** @throws `SIMULATOR_OPTION_INVALID` when a person cannot be written into an answer, or two share an id */
export function createPeople(given: readonly Person[] = inventedPeople, profile: Profile): People {
  const [usual] = given
  requireOption(usual !== undefined, 'people', aPerson, simulatorOptionError)
  const byId = new Map<string, Person>()
  const byNumber = new Map<string, Person>()
  const balances = new Map<string, bigint>()
  for (const [index, person] of given.entries()) {
    const isNew = !byId.has(person.personId) && !byNumber.has(person.idNo)
    const hasBalance = isYuan(person.accountBalance) && fenOf(person.accountBalance) >= 0n
    const fits = isNew && hasBalance && checkResponseBody(ecQuery, identityBody(person, '0'), profile).length === 0
    requireOption(fits, `people[${index}]`, aPerson, simulatorOptionError)
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
