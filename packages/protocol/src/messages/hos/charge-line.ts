import type { ChrgitmType, ChrgType } from '../../codes/clinical.ts'
import type { YesNo } from '../../codes/flags.ts'
import { code, integer, list, money, text } from '../../description/field.ts'
import { ownForm, ownLength } from '../../description/field-facts.ts'
import { opter, systemNo } from './common-fields.ts'

/** One item of `extData.list` in `hos.upload.fee`: how a prescription line is charged. */
const chargeLine = {
  rxDetlNo: text('处方明细号', 30, ownLength),
  chrgitmType: code<ChrgitmType>('收费项目种类', 6, { ...ownLength, table: 'chrgitmType' }),
  chrgType: code<ChrgType>('收费类别', 6, { ...ownLength, table: 'chrgType' }),
  chigitmCentCodg: text('收费项目中心编码', 50, { ...ownLength, sensitive: 'health' }),
  used: text('用法', 200, { ...ownLength, sensitive: 'health' }),
  minunt: text('最小单位', 30, ownLength),
  fulamtOwnpayFlag: code<YesNo>('全额自费标志', 3, { ...ownLength, table: 'yesNo' }),
} as const

/** The extData of `hos.upload.fee`; Chinese names are ours. */
export const uploadExtension = {
  opter,
  psnNum: text('个人编号', 64, { ...ownLength, sensitive: 'number' }),
  docno: text('单据号', 64, { ...ownLength, sensitive: 'number' }),
  systemNo,
  crtChrgCnt: integer('本次收费次数', 6, ownForm),
  crtRgstCnt: integer('本次挂号次数', 6, ownForm),
  list: list('收费明细', chargeLine),
} as const

/** One item of `extData.result` in the answer: what the centre makes of a line. */
export const chargeResult = {
  rxSn: text('处方流水号', 64, ownLength),
  hosRxDetlNo: text('医院处方明细号', 64, ownLength),
  amt: money('金额'),
  pfoAmt: money('自理金额'),
  ownpayAmt: money('自费金额', { aliases: ['ownPayAmt'] }),
  overlmtSelfpayAmt: money('超限价自付金额'),
  chrgItemLv: code('收费项目等级', 6, ownLength),
  fulamtOwnpayFlag: code<YesNo>('全额自费标志', 3, { ...ownLength, table: 'yesNo' }),
  ownpayRea: text('自费原因', 500, { ...ownLength, sensitive: 'health' }),
  hiLmtpric: text('医保限价', 32, ownForm),
  selfpayProp: text('自付比例', 32, ownForm),
} as const
