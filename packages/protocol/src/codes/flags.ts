import { type CodeOf, codeTable } from './code-table.ts'

/** 0/1 flags: rxCircFlag, valiFlag, midSetlFlag and the like. */
export const yesNo = codeTable('yesNo', '是否标志（0/1）', 'Yes or no (0/1)', [
  { code: '0', zh: '否', en: 'no', evidence: 'confirmed' },
  { code: '1', zh: '是', en: 'yes', evidence: 'confirmed' },
])
export type YesNo = CodeOf<typeof yesNo>

/** Y/N flags: medreformDot of generation A, HI_ITEM of the settlement notice. */
export const letterFlag = codeTable('letterFlag', '是否标志（Y/N）', 'Yes or no (Y/N)', [
  { code: 'Y', zh: '是', en: 'yes', evidence: 'single source' },
  { code: 'N', zh: '否', en: 'no', evidence: 'single source' },
])
export type LetterFlag = CodeOf<typeof letterFlag>

export const acctUsedFlag = codeTable('acctUsedFlag', '个人账户使用标志', 'Use of the personal account', [
  { code: '0', zh: '不使用', en: 'not used', evidence: 'confirmed' },
  { code: '1', zh: '使用', en: 'used', evidence: 'confirmed' },
])
export type AcctUsedFlag = CodeOf<typeof acctUsedFlag>

export const hospApprFlag = codeTable('hospApprFlag', '医院审批标志', 'Approval by the hospital', [
  {
    code: '0',
    zh: '按目录处理',
    en: 'as the catalogue says',
    evidence: 'single source',
    note: 'For an item that is not limited in use.',
  },
  {
    code: '1',
    zh: '限制用药范围内，纳入报销；非限制项目按目录处理',
    en: 'limited item counted; other items as the catalogue says',
    evidence: 'single source',
  },
  { code: '2', zh: '自费', en: 'paid by the patient', evidence: 'single source' },
])
export type HospApprFlag = CodeOf<typeof hospApprFlag>

/** er_flag inside the expContent of a fee line of the core interface 2204. */
export const emergencyFlag = codeTable('er_flag', '急诊标志', 'Emergency flag', [
  { code: '0', zh: '非急诊', en: 'not an emergency', evidence: 'single source' },
  { code: '1', zh: '急诊', en: 'emergency', evidence: 'single source' },
  { code: '2', zh: '术前门诊检查', en: 'outpatient examination before surgery', evidence: 'single source' },
  { code: '3', zh: '择期手术项目', en: 'elective surgery', evidence: 'single source' },
])
export type EmergencyFlag = CodeOf<typeof emergencyFlag>
