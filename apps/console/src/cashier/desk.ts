import type { QueryCredentialAnswer } from '@nationec/browser'
import { computed, reactive } from 'vue'
import small from '../../../../examples/outpatient-5-lines.json'
import large from '../../../../examples/outpatient-200-lines.json'

/** The invented bills that come with the project. */
export const examples = { small, large }

/** The bill on the desk: one serial number, which is its name for the terminal and its key for the agent. */
export const desk = reactive({
  example: 'small' as keyof typeof examples,
  person: undefined as QueryCredentialAnswer | undefined,
  medOrgOrd: '',
  uploaded: false,
})

export const bill = computed(() => examples[desk.example])

/** Clears the desk. */
export function nextBill(): void {
  Object.assign(desk, { person: undefined, medOrgOrd: '', uploaded: false })
}
