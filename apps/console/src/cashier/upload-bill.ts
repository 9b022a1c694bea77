import type { QueryCredentialAnswer, UploadFeesBody } from '@nationec/browser'
import { agent } from '../agent/session.ts'
import { bill, desk } from './desk.ts'
import { rememberPerson } from './people.ts'

/** Uploads the bill of the desk. The number is made once, so that a second press cannot charge a second time. */
export async function uploadBill(): Promise<void> {
  const { person } = desk
  if (agent.value === undefined || person === undefined) return
  if (desk.medOrgOrd === '') desk.medOrgOrd = (await agent.value.serialNumbers(1))[0] ?? ''
  desk.uploaded = true
  const { payOrdId } = await agent.value.uploadFees(bodyFor(person), { key: desk.medOrgOrd })
  rememberPerson(payOrdId, person)
}

/** The example's own person and institution make room for those of the terminal. */
function bodyFor({ ecToken, idNo, idType, userName }: QueryCredentialAnswer): UploadFeesBody {
  const { orgCodg: _, ...example } = bill.value
  return { ...example, ecToken, idNo, idType, userName, medOrgOrd: desk.medOrgOrd }
}
