import { computed, reactive } from 'vue'
import { agent } from '../agent/session.ts'

const STORED = 'nationec:operator'

/** Who sits here: the terminal and the ledger are told. */
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

/** A simulated terminal asks for no cashier, so that a demonstration begins at once. */
export function fillOperator(): void {
  if (!operatorKnown.value && agent.value?.description.simulator === true) Object.assign(operator, DEMONSTRATION)
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
