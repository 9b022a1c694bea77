import type { Body, Credential } from '@nationec/browser'
import { computed, reactive } from 'vue'
import small from '../../../../../examples/outpatient-5-lines.json'
import large from '../../../../../examples/outpatient-200-lines.json'
import { agent } from '../agent/session.ts'

/** The invented bills that come with the project. */
export const examples = { small, large }

/** The bill on the desk: one serial number, which is its name for the terminal and its key for the agent. */
export const desk = reactive({
  example: 'small' as keyof typeof examples,
  person: undefined as Credential | undefined,
  medOrgOrd: '',
  uploaded: false,
})

export const bill = computed(() => examples[desk.example])

/** Clears the desk. */
export function nextBill(): void {
  Object.assign(desk, { person: undefined, medOrgOrd: '', uploaded: false })
}

/** Uploads the bill of the desk. The number is made once, so that a second press cannot charge a second time. */
export async function uploadBill(): Promise<void> {
  const { person } = desk
  if (agent.value === undefined || person === undefined) return
  if (desk.medOrgOrd === '') desk.medOrgOrd = (await agent.value.serialNumbers(1))[0] ?? ''
  desk.uploaded = true
  await agent.value.uploadFees(bodyFor(person), { key: desk.medOrgOrd })
}

/** The example's own person and institution make room for those of the terminal. */
function bodyFor({ ecToken, idNo, idType, userName }: Credential): Body {
  const { orgCodg: _, ...example } = bill.value
  return { ...example, ecToken, idNo, idType, userName, medOrgOrd: desk.medOrgOrd }
}
