import { type CodeOf, codeTable } from './code-table.ts'

export const refdType = codeTable('refdType', '退款类型', 'Kind of refund', [
  { code: 'ALL', zh: '全部', en: 'everything', evidence: 'confirmed' },
  { code: 'CASH', zh: '只退现金', en: 'cash only', evidence: 'confirmed' },
  { code: 'HI', zh: '只退医保', en: 'insurance only', evidence: 'confirmed' },
])
export type RefdType = CodeOf<typeof refdType>

export const setlType = codeTable('setlType', '结算类型', 'Kind of settlement', [
  { code: 'ALL', zh: '全部', en: 'insurance and cash', evidence: 'confirmed' },
  { code: 'CASH', zh: '只结现金', en: 'cash only', evidence: 'confirmed' },
  { code: 'HI', zh: '只结医保', en: 'insurance only', evidence: 'confirmed' },
])
export type SetlType = CodeOf<typeof setlType>

export const refStatus = codeTable('refStatus', '退款状态', 'State of a refund', [
  { code: 'SUCC', zh: '成功', en: 'succeeded', evidence: 'confirmed' },
  { code: 'FAIL', zh: '失败', en: 'failed', evidence: 'confirmed' },
  {
    code: 'EXP',
    zh: '异常',
    en: 'abnormal',
    evidence: 'confirmed',
    note: 'May occur when insurance and cash are both refunded: query the order before anything else.',
  },
])
export type RefStatus = CodeOf<typeof refStatus>

export const callType = codeTable('callType', '回调类型', 'Kind of push', [
  {
    code: '02',
    zh: '支付成功回调',
    en: 'payment succeeded',
    evidence: 'confirmed',
    note: 'Other values exist and are not published.',
  },
])
export type CallType = CodeOf<typeof callType>

export const feeType = codeTable('feeType', '费用类别', 'Kind of fees', [
  { code: '01', zh: '门诊', en: 'outpatient', evidence: 'confirmed' },
  { code: '02', zh: '住院', en: 'inpatient', evidence: 'confirmed', note: 'Other values are not published.' },
])
export type FeeType = CodeOf<typeof feeType>

export const psnSetlway = codeTable('psnSetlway', '个人结算方式', 'Way of personal settlement', [
  { code: '01', zh: '普通结算（按项目）', en: 'ordinary, by item', evidence: 'confirmed' },
  { code: '02', zh: '包干（定额）结算', en: 'by a fixed sum', evidence: 'confirmed' },
])
export type PsnSetlway = CodeOf<typeof psnSetlway>

/** The settlement notice's result, shown on the terminal. */
export const medicalSettleState = codeTable('medicalSettleState', '结算状态', 'Result of the settlement', [
  { code: 'SUCCESS', zh: '成功', en: 'succeeded', evidence: 'confirmed' },
  { code: 'FAIL', zh: '失败', en: 'failed', evidence: 'confirmed' },
])
export type MedicalSettleState = CodeOf<typeof medicalSettleState>

/** Where the settlement notice comes from. */
export const bizType = codeTable('bizType', '结算场景', 'Place of the settlement', [
  { code: 'register', zh: '挂号窗口', en: 'registration counter', evidence: 'single source' },
  { code: 'settle', zh: '诊间', en: 'consulting room', evidence: 'single source' },
])
export type BizType = CodeOf<typeof bizType>

/** Order states of one Hunan hospital platform above the centre; not the centre's own. */
export const ampOrderStatus = codeTable(
  'ampOrderStatus',
  '医院平台订单状态（湖南）',
  'Order states of a Hunan platform',
  [
    { code: 'MERCHANT_WAIT_PAY', zh: '待支付', en: 'waiting for payment', evidence: 'single source' },
    { code: 'MERCHANT_PAID', zh: '已支付', en: 'paid', evidence: 'single source' },
    { code: 'MERCHANT_PART_REFUNDED', zh: '部分退款', en: 'partly refunded', evidence: 'single source' },
    { code: 'MERCHANT_REFUNDED', zh: '已退款', en: 'refunded', evidence: 'single source' },
    { code: 'MERCHANT_CLOSED', zh: '已关闭', en: 'closed', evidence: 'single source' },
  ],
)
export type AmpOrderStatus = CodeOf<typeof ampOrderStatus>
