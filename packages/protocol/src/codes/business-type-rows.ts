import type { BilingualText } from '@nationec/errors'
import type { Evidence } from '../description/evidence.ts'

/** A first-level code of table C.1. */
export interface BusinessCategory {
  readonly code: string
  readonly zh: string
  readonly en: string
}

/** A second-level code of table C.1 under its first level. */
export interface BusinessRow {
  readonly category: string
  readonly kind: string
  readonly zh: string
  readonly en: string
  /** 第二级说明: what the credential stands in for. */
  readonly description?: BilingualText
  readonly evidence: Evidence
  readonly note?: string
}

export const businessCategories: readonly BusinessCategory[] = [
  { code: '01', zh: '医院', en: 'hospital' },
  { code: '02', zh: '药店', en: 'pharmacy' },
  { code: '03', zh: '医疗类 APP', en: 'medical app' },
]

/** A row with its levels as literals, so that an editor completes the codes. */
function row<const Category extends string, const Kind extends string>(
  category: Category,
  kind: Kind,
  zh: string,
  en: string,
  zhStandsFor: string,
  enStandsFor: string,
): BusinessRow & { readonly category: Category; readonly kind: Kind } {
  const description = { zh: zhStandsFor, en: enStandsFor }
  return { category, kind, zh, en, description, evidence: 'confirmed' }
}

const extra = {
  evidence: 'single source',
  note: 'Not in table C.1; one author shows it as ol_biz_type_code.',
} as const

/** Table C.1, and two values beside it. */
export const businessRows = [
  row(
    '01',
    '101',
    '挂号',
    'registration',
    '替代社保卡（预约挂号，现场挂号，取号候诊）',
    'instead of the social security card (booking, registration on site, taking a number)',
  ),
  row(
    '01',
    '102',
    '住院建档',
    'inpatient file',
    '替代身份证、社保卡',
    'instead of identity card, social security card',
  ),
  row('01', '103', '入院登记', 'admission', '替代社保卡', 'instead of the social security card'),
  row('01', '104', '缴纳预缴金', 'prepayment', '替代住院押金卡', 'instead of the inpatient deposit card'),
  row('01', '201', '问诊', 'consultation', '替代挂号条、社保卡', 'instead of registration slip, social security card'),
  row(
    '01',
    '202',
    '预约检查',
    'booking an examination',
    '替代检查凭条、社保卡',
    'instead of examination slip, social security card',
  ),
  row('01', '203', '检查', 'examination', '替代检查凭条、社保卡', 'instead of examination slip, social security card'),
  row('01', '204', '治疗', 'treatment', '替代挂号条、社保卡', 'instead of registration slip, social security card'),
  row(
    '01',
    '301',
    '结算',
    'settlement',
    '替代社保卡（门诊结算，出院结算）',
    'instead of the social security card (outpatient settlement, settlement at discharge)',
  ),
  row(
    '01',
    '302',
    '取药',
    'collecting drugs',
    '替代取药凭条、社保卡（门诊取药，出院带药）',
    'instead of drug slip, social security card (outpatient drugs, drugs to take home)',
  ),
  row('01', '303', '取报告', 'collecting reports', '替代取报告凭条', 'instead of the report slip'),
  row(
    '01',
    '304',
    '打印票据和清单',
    'printing bills and lists',
    '替代挂号条、社保卡（打印收费清单，票据清单，结算单，异地就医结算单）',
    'instead of registration slip, social security card (lists of charges, bills, settlements, settlements away from home)',
  ),
  row(
    '01',
    '305',
    '病历材料复印',
    'copies of medical records',
    '替代身份证、社保卡（门诊和住院各类材料复印）',
    'instead of identity card, social security card (outpatient and inpatient documents)',
  ),
  row('02', '121', '药店购药', 'buying drugs at a pharmacy', '替代社保卡', 'instead of the social security card'),
  row(
    '02',
    '122',
    '下载外购处方',
    'downloading an outside prescription',
    '替代社保卡、身份证',
    'instead of social security card, identity card',
  ),
  row(
    '03',
    '131',
    '医疗类 APP 线上身份认证',
    'online identification in a medical app',
    '替代社保卡，目前地方医保 APP 都是绑定社保卡',
    'instead of the social security card, to which local insurance apps are bound',
  ),
  row(
    '03',
    '132',
    '医疗类 APP 线上结算',
    'online settlement in a medical app',
    '替代社保卡，目前地方医保 APP 都是绑定社保卡',
    'instead of the social security card, to which local insurance apps are bound',
  ),
  { category: '04', kind: '106', zh: '线上身份核验业务', en: 'online identity check', ...extra },
  { category: '04', kind: '107', zh: '医保移动支付业务', en: 'mobile insurance payment', ...extra },
] as const satisfies readonly BusinessRow[]

type Joined<Row> = Row extends {
  readonly category: infer Category extends string
  readonly kind: infer Kind extends string
}
  ? `${Category}${Kind}`
  : never

/** The codes that are known: `01301` is a settlement in a hospital. */
export type BusinessType = Joined<(typeof businessRows)[number]>
