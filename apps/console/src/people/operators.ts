import { ref } from 'vue'
import { attempt } from '../agent/problem.ts'
import { ask } from '../agent/session.ts'
import { seesPeople } from '../sale/operator.ts'

export const ROLES = ['cashier', 'supervisor', 'it'] as const
export type Role = (typeof ROLES)[number]

/** Who may sign on at this agent. */
export interface Person {
  readonly number: string
  readonly name: string
  readonly role: Role
  /** False for one who has left: none is removed, because the audit list names them. */
  readonly active: boolean
}

/** As an operator is added. */
export interface NewPerson extends Omit<Person, 'active'> {
  readonly pin: string
}

export const people = ref<readonly Person[]>([])

export async function loadPeople(): Promise<void> {
  people.value = (await ask<{ operators: Person[] }>('GET', '/v1/operators')).operators
}

/** True when it was done. */
export const addPerson = (given: NewPerson): Promise<boolean> => change(() => ask('POST', '/v1/operators', given))

export const changePerson = (
  number: string,
  given: Partial<Omit<Person, 'number'>> & { readonly pin?: string },
): Promise<boolean> => change(() => ask('PUT', `/v1/operators/${encodeURIComponent(number)}`, given))

async function change(work: () => Promise<unknown>): Promise<boolean> {
  const done = await attempt(async () => {
    await work()
    // Who adds the first one has not signed on yet.
    if (seesPeople.value) await loadPeople()
    return true
  })
  return done === true
}
