import type { Gender, IdType, MdtrtCertType } from '../../codes/certificate.ts'
import type { FundPayType, Insutype, MedType } from '../../codes/insurance.ts'
import { code, decimal, list, money, text } from '../../description/field.ts'
import { ownLength } from '../../description/field-facts.ts'

/** What one fund pays, an item of `setldetail`. */
const fundShare = {
  fund_pay_type: code<FundPayType>('基金支付类型', 6, { table: 'fund_pay_type' }),
  inscp_scp_amt: money('符合政策范围金额'),
  crt_payb_lmt_amt: money('本次可支付限额金额'),
  fund_payamt: money('基金支付金额'),
  fund_pay_type_name: text('基金支付类型名称', 200),
  setl_proc_info: text('结算过程信息', 4000, { sensitive: 'health' }),
} as const

/**
 * `preSetl` in the answer of 6202: the output of the core interface 2206, in its own snake case.
 *
 * Two implementations of 2206 agree on the names.
 */
export const preSettlement = {
  mdtrt_id: text('就诊ID', 30, { sensitive: 'number' }),
  psn_no: text('人员编号', 30, { sensitive: 'number' }),
  psn_name: text('人员姓名', 50, { sensitive: 'name' }),
  psn_cert_type: code<IdType>('人员证件类型', 6, { table: 'idType' }),
  certno: text('证件号码', 50, { sensitive: 'number' }),
  gend: code<Gender>('性别', 6, { ...ownLength, sensitive: 'name' }),
  naty: code('民族', 3, { ...ownLength, sensitive: 'name' }),
  brdy: text('出生日期', 10, { ...ownLength, sensitive: 'number' }),
  age: decimal('年龄', [5, 1], { ...ownLength, sensitive: 'number' }),
  insutype: code<Insutype>('险种类型', 6, { table: 'insutype' }),
  psn_type: code('人员类别', 6, { ...ownLength, sensitive: 'name' }),
  cvlserv_flag: code('公务员标志', 3, { ...ownLength, sensitive: 'name' }),
  setl_time: text('结算时间', 20, ownLength),
  mdtrt_cert_type: code<MdtrtCertType>('就诊凭证类型', 3, { table: 'mdtrtCertType' }),
  med_type: code<MedType>('医疗类别', 6, { table: 'medType' }),
  medfee_sumamt: money('医疗费总额'),
  fulamt_ownpay_amt: money('全自费金额'),
  overlmt_selfpay: money('超限价自费费用'),
  preselfpay_amt: money('先行自付金额'),
  inscp_scp_amt: money('符合政策范围金额'),
  act_pay_dedc: money('实际支付起付线'),
  hifp_pay: money('基本医疗保险统筹基金支出'),
  pool_prop_selfpay: decimal('基本医疗保险统筹基金支付比例', [5, 4]),
  cvlserv_pay: money('公务员医疗补助资金支出'),
  hifes_pay: money('企业补充医疗保险基金支出'),
  hifmi_pay: money('居民大病保险资金支出'),
  hifob_pay: money('职工大额医疗费用补助基金支出'),
  maf_pay: money('医疗救助基金支出'),
  oth_pay: money('其他支出'),
  fund_pay_sumamt: money('基金支付总额'),
  psn_part_amt: money('个人负担总金额'),
  acct_pay: money('个人账户支出'),
  psn_cash_pay: money('个人现金支出'),
  hosp_part_amt: money('医院负担金额'),
  balc: money('余额'),
  acct_mulaid_pay: money('个人账户共济支付金额'),
  medins_setl_id: text('医药机构结算ID', 30),
  clr_optins: text('清算经办机构', 6, ownLength),
  clr_way: code('清算方式', 30, ownLength),
  clr_type: code('清算类别', 30, ownLength),
  setldetail: list('基金支付明细', fundShare),
} as const
