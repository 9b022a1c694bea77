import type { Yuan } from '@nationec/protocol'

/** An invented patient. */
export interface Person {
  /** How tests name the person: `patient.present('second')`. */
  readonly personId: string
  readonly userName: string
  readonly idNo: string
  readonly idType: string
  readonly gender: string
  /** With dots, as samples write it: 1990.01.01. */
  readonly birthday: string
  /** Six digits of the insured region. */
  readonly insuOrg: string
  readonly psnNo: string
  readonly ecIndexNo: string
  readonly insutype: string
  /** What the personal account holds when the simulator starts. */
  readonly accountBalance: Yuan
}
