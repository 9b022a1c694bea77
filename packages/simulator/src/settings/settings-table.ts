import { choice, type Setting, type ValuesOf, wholeNumber } from './setting.ts'

/** A year: no simulation waits longer. */
const LONGEST = 366 * 24 * 60 * 60 * 1000

/**
 * Everything that public material leaves open, with the default, the evidence for it and what it means.
 *
 * The documentation is made from this table; there is no setting outside it.
 */
export const settingsTable = {
  presenting: choice(['at once', 'by hand'], {
    default: 'at once',
    en: 'When a patient holds out a code, a face or a card: as soon as the terminal asks, or when `patient.present()` is called.',
    zh: '患者何时出示凭证、刷脸或放置证件：终端请求后立即，或由 patient.present() 触发。',
    evidence: 'confirmed',
    note: 'A real call blocks until the scan is done; `by hand` shows that.',
  }),
  patient: choice(['manual', 'pays at once', 'cancels at once'], {
    default: 'manual',
    en: 'What the patient does with an order that the terminal shows: nothing until `patient.pay()` or `patient.cancel()`, or one of the two by itself.',
    zh: '患者如何处理终端显示的订单：等待 patient.pay() 或 patient.cancel()，或自动支付、自动取消。',
    evidence: 'assumption',
    note: 'A person decides; the simulator decides nothing unless told.',
  }),
  cancelledOrder: choice(['stays open', 'is revoked'], {
    default: 'stays open',
    en: 'What becomes of an order that the patient cancels at the terminal.',
    zh: '患者在终端取消支付后订单的去向。',
    evidence: 'assumption',
    note: 'Nothing public. Open is the harder case: the patient may still pay, so the till must revoke.',
  }),
  fundShare: wholeNumber({
    default: 70,
    least: 0,
    most: 100,
    unit: 'percent',
    en: 'Share of a bill that the fund pays, rounded down to the fen; the built-in split only. The patient pays the rest.',
    zh: '统筹基金支付比例（百分比，向下取整到分）；仅用于内置拆分规则。',
    evidence: 'assumption',
    note: 'Invented. Real shares depend on region, catalogue and person.',
  }),
  accountShare: wholeNumber({
    default: 50,
    least: 0,
    most: 100,
    unit: 'percent',
    en: 'Share of the rest that the personal account pays, rounded down to the fen and within its balance; the built-in split only.',
    zh: '剩余部分由个人账户支付的比例（百分比，向下取整到分，不超过余额）；仅用于内置拆分规则。',
    evidence: 'assumption',
    note: 'Invented, so that an ordinary bill moves money in all three parts.',
  }),
  accountWithoutFlag: choice(['used', 'not used'], {
    default: 'used',
    en: 'Whether the personal account pays when the upload holds no acctUsedFlag.',
    zh: '未上送 acctUsedFlag 时是否使用个人账户。',
    evidence: 'assumption',
    note: 'Callers leave the flag empty and expect account amounts; the rule is not stated.',
  }),
  credentialCheck: choice(['person', 'issued', 'off'], {
    default: 'person',
    en: 'What is asked of an ecToken: issued by this simulator to the person of the bill, issued by it at all, or anything.',
    zh: '对 ecToken 的校验：须为本模拟器签发且人员一致、仅须为本模拟器签发、不校验。',
    evidence: 'single source',
    note: 'A payment channel lists a failed second check of the ecToken among the centre’s refusals.',
  }),
  ecTokenLifetime: wholeNumber({
    default: 0,
    least: 0,
    most: LONGEST,
    unit: 'milliseconds',
    en: 'How long an ecToken may be used for an upload or a refund; 0 means for ever.',
    zh: 'ecToken 的有效期；0 表示不过期。',
    evidence: 'assumption',
    note: 'One caller warns that a token may expire between decoding and settlement, without a time.',
  }),
  ecTokenUses: choice(['any number', 'one upload'], {
    default: 'any number',
    en: 'Whether a successful upload uses its ecToken up.',
    zh: '费用上传成功后 ecToken 是否失效。',
    evidence: 'assumption',
    note: 'Callers send one token for the core query, the upload and the refund.',
  }),
  payAuthNoLifetime: wholeNumber({
    default: 10 * 60 * 1000,
    least: 0,
    most: LONGEST,
    unit: 'milliseconds',
    en: 'How long a payAuthNo may be used; 0 means for ever.',
    zh: '支付授权码的有效期；0 表示不过期。',
    evidence: 'confirmed',
    note: 'Two sources: 5 to 10 minutes.',
  }),
  payAuthNoUses: choice(['one payment', 'any number'], {
    default: 'one payment',
    en: 'Whether a payment or a refund uses its payAuthNo up; an upload does not.',
    zh: '支付或退费后支付授权码是否失效；上传不消耗。',
    evidence: 'confirmed',
    note: 'Two sources: single use. That the upload before the payment does not count is a reading of ours.',
  }),
  personCheck: choice(['must match', 'not checked'], {
    default: 'must match',
    en: 'Whether an idNo in a query or a revoke must be that of the upload.',
    zh: '查询与撤销中的证件号码是否须与上传一致。',
    evidence: 'assumption',
    note: 'Every caller sends the person; what a wrong one leads to is not stated.',
  }),
  duplicateMedOrgOrd: choice(['refused', 'returns the order'], {
    default: 'refused',
    en: 'An upload with a medOrgOrd that an order already has.',
    zh: '重复的医药机构订单号如何处理。',
    evidence: 'assumption',
    note: 'Unknown at the centre: an error, or the old payOrdId. Never a second order in either case.',
  }),
  medOrgOrdAfterRevoke: choice(['used up', 'free again'], {
    default: 'used up',
    en: 'Whether the medOrgOrd of a revoked order may be uploaded again.',
    zh: '撤销后医药机构订单号能否再次使用。',
    evidence: 'assumption',
    note: 'A new number is the safe reading of "unique per institution".',
  }),
  duplicateAppRefdSn: choice(['refused', 'replays'], {
    default: 'refused',
    en: 'A refund with an appRefdSn that was used: refused, or the first result again when the body is the same.',
    zh: '重复的应用退款流水号：拒绝，或内容相同时重复返回首次结果。',
    evidence: 'assumption',
    note: 'Unknown at the centre; a second refund never happens in either case.',
  }),
  queryByMedOrgOrd: choice(['answered', 'refused'], {
    default: 'answered',
    en: 'A query by medOrgOrd alone, for an order whose upload was not answered.',
    zh: '仅按医药机构订单号查询（未收到上传应答时）。',
    evidence: 'assumption',
    note: 'No public text allows or forbids it.',
  }),
  revokeWhileSettling: choice(['refused', 'accepted'], {
    default: 'refused',
    en: 'A revoke in state 2 (结算中).',
    zh: '结算中（状态 2）的撤销。',
    evidence: 'single source',
    note: 'One caller calls it unsafe and queries first.',
  }),
  unpaidOrderExpiry: wholeNumber({
    default: 0,
    least: 0,
    most: LONGEST,
    unit: 'milliseconds',
    en: 'Age at which an unpaid order (state 0 or 1) is revoked by the centre; 0 means never.',
    zh: '未支付订单（状态 0、1）自动撤销的时限；0 表示不过期。',
    evidence: 'assumption',
    note: 'Unknown at the centre. A payment channel advises 30 minutes.',
  }),
  placedOrder: choice(['settles at once', 'stays settling'], {
    default: 'settles at once',
    en: 'What 6202 leads to: a settled order, or one in state 2 until `simulator.settle()`.',
    zh: '6202 支付下单的结果：直接结算完成，或停在结算中直至调用 simulator.settle()。',
    evidence: 'assumption',
    note: 'The answer of 6202 holds ordStas; its values are not stated.',
  }),
  refundBeforeSettled: choice(['refused', 'from state 5 on'], {
    default: 'refused',
    en: 'A refund before state 6; from state 5 on all money has moved.',
    zh: '状态 6 之前的退费；自状态 5 起款项已全部划转。',
    evidence: 'single source',
    note: 'One caller treats 3 to 6 as candidates for paid, another accepts only 6.',
  }),
  insuranceRefund: choice(['in full only', 'in part too'], {
    default: 'in full only',
    en: 'Whether fund and account can be refunded in part.',
    zh: '医保部分（基金与个人账户）能否部分退费。',
    evidence: 'assumption',
    note: 'The names of states 8 to 11 know cash in part, insurance only in full. In part, the state stays as it was.',
  }),
  pureOrderRefunded: choice(['refunded', 'by part'], {
    default: 'refunded',
    en: 'State of a fully refunded order that was paid in cash only or by insurance only: 7, or 9 and 8.',
    zh: '纯自费或纯医保订单全部退费后的状态：7，或 9 与 8。',
    evidence: 'assumption',
    note: 'Both readings of the state names are possible.',
  }),
  pushTimes: wholeNumber({
    default: 1,
    least: 0,
    most: 100,
    unit: 'times',
    en: 'How often a settlement is pushed to the hospital.',
    zh: '结算结果推送的次数。',
    evidence: 'assumption',
    note: 'How often and how long the centre repeats a push is not public.',
  }),
  pushOrdStas: choice(['present', 'absent'], {
    default: 'present',
    en: 'Whether a push holds ordStas.',
    zh: '推送内容是否包含 ordStas。',
    evidence: 'single source',
    note: 'Optional for the one caller that validates it.',
  }),
  amountFaults: choice(['on', 'off'], {
    default: 'on',
    en: 'Whether bills with the totals of `amountFaults` (88888.01 and on) bring their faults with them.',
    zh: '总额为 amountFaults 所列金额（88888.01 起）的账单是否触发对应故障。',
    evidence: 'assumption',
    note: 'Test amounts, as payment vendors have them; chosen so that no real-shaped bill meets one.',
  }),
} as const satisfies Readonly<Record<string, Setting>>

/** The settings of a simulator; they may be changed while it runs. */
export type SimulatorSettings = ValuesOf<typeof settingsTable>
export type SettingName = keyof SimulatorSettings
