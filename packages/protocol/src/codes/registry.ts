import { businessType } from './business-type.ts'
import { deviceType, gender, idType, mdtrtCertType } from './certificate.ts'
import { birctrlType, chrgitmType, chrgType, diagType, matnType } from './clinical.ts'
import type { CodeTable } from './code-table.ts'
import { acctUsedFlag, emergencyFlag, hospApprFlag, letterFlag, yesNo } from './flags.ts'
import { fundPayType, insutype, medType } from './insurance.ts'
import { ordStas } from './ord-stas.ts'
import {
  ampOrderStatus,
  bizType,
  callType,
  feeType,
  medicalSettleState,
  psnSetlway,
  refdType,
  refStatus,
  setlType,
} from './payment.ts'

const all: readonly CodeTable[] = [
  businessType,
  ordStas,
  refdType,
  setlType,
  refStatus,
  callType,
  feeType,
  psnSetlway,
  insutype,
  medType,
  fundPayType,
  mdtrtCertType,
  idType,
  gender,
  deviceType,
  diagType,
  chrgitmType,
  chrgType,
  matnType,
  birctrlType,
  acctUsedFlag,
  hospApprFlag,
  emergencyFlag,
  yesNo,
  letterFlag,
  medicalSettleState,
  bizType,
  ampOrderStatus,
]

/** Every code table, by the name of the field it belongs to. */
export const codeTables: ReadonlyMap<string, CodeTable> = new Map(all.map((table) => [table.name, table]))
