import { computed, reactive } from 'vue'
import { agent, ask } from '../agent/session.ts'

const STORED = 'nationec:operator'

/** Who sits here, as a credential query names it. */
export interface Operator {
  operatorId: string
  operatorName: string
  officeId: string
  officeName: string
}

const DEMONSTRATION: Operator = { operatorId: '007', operatorName: '收费员', officeId: '03', officeName: '门诊收费' }
const EMPTY: Operator = { operatorId: '', operatorName: '', officeId: '', officeName: '' }

export const operator = reactive<Operator>({ ...EMPTY, ...stored() })

export const operatorKnown = computed(() => Object.values(operator).every((value) => value.trim() !== ''))

interface Session {
  readonly needed: boolean
  readonly operator: { readonly number: string; readonly name: string; readonly role: string } | null
}

/** Who has signed on, where the agent wants that; at a simulated terminal it does not. */
export const session = reactive({ needed: false, number: '', role: '' })

/** Whether a person has to sign on before anything else. */
export const signOnMissing = computed(() => session.needed && session.number === '')

/** Whether the one who has signed on sees the list of operators. */
export const seesPeople = computed(() => session.role === 'it' || session.role === 'supervisor')

export async function loadSession(): Promise<void> {
  take(await ask<Session>('GET', '/v1/session'))
}

export async function signOn(number: string, pin: string): Promise<void> {
  take(await ask<Session>('POST', '/v1/session', { number, pin }))
}

export async function signOff(): Promise<void> {
  await ask('DELETE', '/v1/session')
  await loadSession()
}

function take({ needed, operator: signed }: Session): void {
  Object.assign(session, { needed, number: signed?.number ?? '', role: signed?.role ?? '' })
  if (signed !== null) Object.assign(operator, { operatorId: signed.number, operatorName: signed.name })
  // A simulated terminal asks for no cashier, so that a demonstration begins at once.
  else if (!operatorKnown.value && agent.value?.description.simulator === true) Object.assign(operator, DEMONSTRATION)
}

export function keepOperator(given: Operator): void {
  Object.assign(operator, given)
  localStorage.setItem(STORED, JSON.stringify(operator))
}

function stored(): Partial<Operator> {
  try {
    return JSON.parse(localStorage.getItem(STORED) ?? '{}')
  } catch {
    return {}
  }
}
