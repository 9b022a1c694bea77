// Written by `npm run docs` from the field table: packages/protocol/src/messages.
import type { UnreadFields } from '../errors/unread-fields.ts'
import type { Yuan } from '../money/yuan.ts'
import type { Extension } from '../text/extension.ts'

/**
 * 个人账户使用标志; other values pass. 0 不使用; 1 使用
 */
export type AcctUsedFlagCode = '0' | '1' | (string & Record<never, never>)

/**
 * 计划生育手术类别; other values pass. 1 放置宫内节育器; 2 取出宫内节育器; 3 流产术; 4 引产术; 5 绝育手术; 6 绝育复通手术; 9 其他
 */
export type BirctrlTypeCode = '1' | '2' | '3' | '4' | '5' | '6' | '9' | (string & Record<never, never>)

/**
 * 结算场景; other values pass. register 挂号窗口; settle 诊间
 */
export type BizTypeCode = 'register' | 'settle' | (string & Record<never, never>)

/**
 * 电子凭证用码业务类型; other values pass. 01101 挂号; 01102 住院建档; 01103 入院登记; 01104 缴纳预缴金; 01201 问诊; 01202 预约检查;
 * 01203 检查; 01204 治疗; 01301 结算; 01302 取药; 01303 取报告; 01304 打印票据和清单; 01305 病历材料复印; 02121 药店购药; 02122
 * 下载外购处方; 03131 医疗类 APP 线上身份认证; 03132 医疗类 APP 线上结算; 04106 线上身份核验业务; 04107 医保移动支付业务
 */
export type BusinessTypeCode =
  | '01101'
  | '01102'
  | '01103'
  | '01104'
  | '01201'
  | '01202'
  | '01203'
  | '01204'
  | '01301'
  | '01302'
  | '01303'
  | '01304'
  | '01305'
  | '02121'
  | '02122'
  | '03131'
  | '03132'
  | '04106'
  | '04107'
  | (string & Record<never, never>)

/**
 * 回调类型; other values pass. 02 支付成功回调
 */
export type CallTypeCode = '02' | (string & Record<never, never>)

/**
 * 收费类别（海南）; other values pass. 11 西药; 12 中成药; 13 中草药; 21 检查; 22 特殊检查; 23 输氧; 24 手术; 25 化验; 26 输血; 27
 * 诊查; 31 治疗; 32 特殊治疗; 33 护理; 34 床位; 35 取暖; 41 医疗服务; 42 麻醉; 91 其他
 */
export type ChrgTypeCode =
  | '11'
  | '12'
  | '13'
  | '21'
  | '22'
  | '23'
  | '24'
  | '25'
  | '26'
  | '27'
  | '31'
  | '32'
  | '33'
  | '34'
  | '35'
  | '41'
  | '42'
  | '91'
  | (string & Record<never, never>)

/**
 * 收费项目种类; other values pass. 1 药品; 2 诊疗; 3 服务设施
 */
export type ChrgitmTypeCode = '1' | '2' | '3' | (string & Record<never, never>)

/**
 * 设备类型; other values pass. SelfService 自助机
 */
export type DeviceTypeCode = 'SelfService' | (string & Record<never, never>)

/**
 * 诊断类别; other values pass. 1 西医诊断; 2 中医主病诊断; 3 中医主证诊断
 */
export type DiagTypeCode = '1' | '2' | '3' | (string & Record<never, never>)

/**
 * 费用类别; other values pass. 01 门诊; 02 住院
 */
export type FeeTypeCode = '01' | '02' | (string & Record<never, never>)

/**
 * 基金支付类型; other values pass. 310100 职工统筹; 310200 个人账户; 320100 公务员补助; 330100 大额补助; 340100 离休; 350100
 * 残疾军人; 370100 企业补充; 390100 居民基本; 390200 居民大病; 510100 生育; 610100 医疗救助; 999996 医院垫付; 999997 其他
 */
export type FundPayTypeCode =
  | '310100'
  | '310200'
  | '320100'
  | '330100'
  | '340100'
  | '350100'
  | '370100'
  | '390100'
  | '390200'
  | '510100'
  | '610100'
  | '999996'
  | '999997'
  | (string & Record<never, never>)

/**
 * 性别; other values pass. 男 男; 女 女
 */
export type GenderCode = '男' | '女' | (string & Record<never, never>)

/**
 * 医院审批标志; other values pass. 0 按目录处理; 1 限制用药范围内，纳入报销；非限制项目按目录处理; 2 自费
 */
export type HospApprFlagCode = '0' | '1' | '2' | (string & Record<never, never>)

/**
 * 证件类别; other values pass. 01 居民身份证
 */
export type IdTypeCode = '01' | (string & Record<never, never>)

/**
 * 险种类型; other values pass. 310 职工基本医疗保险; 320 公务员医疗补助; 330 大额医疗费用补助; 340 离休人员医疗保障; 350 一至六级残废军人医疗补助; 360
 * 老红军医疗保障; 370 企业补充医疗保险; 380 新型农村合作医疗; 390 城乡居民基本医疗保险; 391 城镇居民基本医疗保险; 392 城乡居民大病医疗保险; 399 其他特殊人员医疗保障;
 * 410 长期照护保险; 510 生育保险
 */
export type InsutypeCode =
  | '310'
  | '320'
  | '330'
  | '340'
  | '350'
  | '360'
  | '370'
  | '380'
  | '390'
  | '391'
  | '392'
  | '399'
  | '410'
  | '510'
  | (string & Record<never, never>)

/**
 * 是否标志（Y/N）; other values pass. Y 是; N 否
 */
export type LetterFlagCode = 'Y' | 'N' | (string & Record<never, never>)

/**
 * 生育类别; other values pass. 1 正常产; 2 助娩产; 3 剖宫产; 9 其他
 */
export type MatnTypeCode = '1' | '2' | '3' | '9' | (string & Record<never, never>)

/**
 * 就诊凭证类型; other values pass. 01 医保电子凭证; 02 居民身份证; 03 社会保障卡; 04 电子社保卡
 */
export type MdtrtCertTypeCode = '01' | '02' | '03' | '04' | (string & Record<never, never>)

/**
 * 医疗类别; other values pass. 11 普通门诊; 12 门诊挂号; 13 急诊; 14 门诊慢特病; 19 意外伤害门诊; 21 普通住院; 22 外伤住院; 23 转外诊治住院;
 * 24 急诊转住院; 41 定点药店购药; 51 生育门诊; 52 生育住院; 53 计划生育手术费; 9901 重大疾病门诊; 9921 新生儿随母住院
 */
export type MedTypeCode =
  | '11'
  | '12'
  | '13'
  | '14'
  | '19'
  | '21'
  | '22'
  | '23'
  | '24'
  | '41'
  | '51'
  | '52'
  | '53'
  | '9901'
  | '9921'
  | (string & Record<never, never>)

/**
 * 结算状态; other values pass. SUCCESS 成功; FAIL 失败
 */
export type MedicalSettleStateCode = 'SUCCESS' | 'FAIL' | (string & Record<never, never>)

/**
 * 订单状态; other values pass. 0 已保存; 1 预结算完成; 2 结算中; 3 自费完成; 4 医保支付完成; 5 院内结算完成; 6 结算完成; 7 已退款; 8 已医保全部退款;
 * 9 仅自费全部退款; 10 仅自费部分退款; 11 医保全部退自费部分退款; 12 已撤销; 13 医保已撤销; 14 异常; 15 结算失败; 16 医保结算失败自费冲正失败; 17 含义未公开;
 * 18 含义未公开; 19 含义未公开; 20 含义未公开; 21 含义未公开; 22 含义未公开; 23 含义未公开; 24 含义未公开; 25 含义未公开
 */
export type OrdStasCode =
  | '0'
  | '1'
  | '2'
  | '3'
  | '4'
  | '5'
  | '6'
  | '7'
  | '8'
  | '9'
  | '10'
  | '11'
  | '12'
  | '13'
  | '14'
  | '15'
  | '16'
  | '17'
  | '18'
  | '19'
  | '20'
  | '21'
  | '22'
  | '23'
  | '24'
  | '25'
  | (string & Record<never, never>)

/**
 * 个人结算方式; other values pass. 01 普通结算（按项目）; 02 包干（定额）结算
 */
export type PsnSetlwayCode = '01' | '02' | (string & Record<never, never>)

/**
 * 退款状态; other values pass. SUCC 成功; FAIL 失败; EXP 异常
 */
export type RefStatusCode = 'SUCC' | 'FAIL' | 'EXP' | (string & Record<never, never>)

/**
 * 退款类型; other values pass. ALL 全部; CASH 只退现金; HI 只退医保
 */
export type RefdTypeCode = 'ALL' | 'CASH' | 'HI' | (string & Record<never, never>)

/**
 * 结算类型; other values pass. ALL 全部; CASH 只结现金; HI 只结医保
 */
export type SetlTypeCode = 'ALL' | 'CASH' | 'HI' | (string & Record<never, never>)

/**
 * 是否标志（0/1）; other values pass. 0 否; 1 是
 */
export type YesNoCode = '0' | '1' | (string & Record<never, never>)

/** 费用明细. */
export interface FeeLine {
  /** 费用明细流水号; ≤ 30 characters; required; single source; Unique within the visit. */
  feedetlSn: string
  /** 就诊ID; ≤ 30 characters; optional; single source; Core 2204 demands it; an upload by ecToken may have none yet. */
  mdtrtId?: string | undefined
  /** 人员编号; ≤ 30 characters; required; single source; Length and flag as in the core interfaces 2203/2204. */
  psnNo: string
  /** 收费批次号; ≤ 30 characters; required; single source; One batch carries one 病种编码. */
  chrgBchno: string
  /** 病种编码; ≤ 30 characters; optional; single source; Length as in the core interfaces 2203/2204. */
  diseCodg?: string | undefined
  /** 处方号; ≤ 30 characters; optional; single source; Length as in the core interfaces 2203/2204. */
  rxno?: string | undefined
  /** 外购处方标志; ≤ 3 characters; required; table `yesNo`; single source; Length as in the core interfaces 2203/2204. */
  rxCircFlag: YesNoCode
  /** 费用发生时间; yyyy-MM-dd HH:mm:ss; required; single source; Length and flag as in the core interfaces 2203/2204. */
  feeOcurTime: string
  /** 医疗目录编码; ≤ 50 characters; required; single source; Length and flag as in the core interfaces 2203/2204. */
  medListCodg: string
  /** 医药机构目录编码; ≤ 150 characters; required; single source; Length and flag as in the core interfaces 2203/2204. */
  medinsListCodg: string
  /** 明细项目费用总额; yuan as text with two decimals; required; single source; Length and flag as in the core interfaces 2203/2204. */
  detItemFeeSumamt: Yuan
  /** 数量; a number as text, N16.4; required; single source; Length and flag as in the core interfaces 2203/2204. */
  cnt: string
  /** 单价; a number as text, N16.6; required; single source; Length and flag as in the core interfaces 2203/2204. */
  pric: string
  /** 单次剂量描述; ≤ 200 characters; optional; single source; Length as in the core interfaces 2203/2204. */
  sinDosDscr?: string | undefined
  /** 使用频次描述; ≤ 200 characters; optional; single source; Length as in the core interfaces 2203/2204. */
  usedFrquDscr?: string | undefined
  /** 用药途径描述; ≤ 200 characters; optional; single source; Length as in the core interfaces 2203/2204. */
  medcWayDscr?: string | undefined
  /** 周期天数; a number as text, N4.2; optional; single source; Length as in the core interfaces 2203/2204. */
  prdDays?: string | undefined
  /** 开单科室编码; ≤ 30 characters; required; single source; Length and flag as in the core interfaces 2203/2204. */
  bilgDeptCodg: string
  /** 开单科室名称; ≤ 100 characters; required; single source; Length and flag as in the core interfaces 2203/2204. */
  bilgDeptName: string
  /** 开单医生编码; ≤ 30 characters; required; single source; The national code of the doctor. */
  bilgDrCodg: string
  /** 开单医生姓名; ≤ 50 characters; required; single source; Length and flag as in the core interfaces 2203/2204. */
  bilgDrName: string
  /** 受单科室编码; ≤ 30 characters; optional; single source; Length as in the core interfaces 2203/2204. */
  acordDeptCodg?: string | undefined
  /** 受单科室名称; ≤ 100 characters; optional; single source; Length as in the core interfaces 2203/2204. */
  acordDeptName?: string | undefined
  /** 受单医生编码; ≤ 30 characters; optional; single source; Length as in the core interfaces 2203/2204. */
  ordersDrCode?: string | undefined
  /** 受单医生姓名; ≤ 50 characters; optional; single source; Length as in the core interfaces 2203/2204. */
  ordersDrName?: string | undefined
  /** 医院审批标志; ≤ 3 characters; required; table `hospApprFlag`; single source; Length as in the core interfaces 2203/2204. */
  hospApprFlag: HospApprFlagCode
  /** 中药使用方式; ≤ 6 characters; optional; single source; Length as in the core interfaces 2203/2204. */
  tcmdrugUsedWay?: string | undefined
  /** 外检标志; ≤ 3 characters; optional; table `yesNo`; single source; Length as in the core interfaces 2203/2204. */
  etipFlag?: YesNoCode | undefined
  /** 外检医院编码; ≤ 30 characters; optional; single source; Length as in the core interfaces 2203/2204. */
  etipHospCode?: string | undefined
  /** 出院带药标志; ≤ 3 characters; optional; table `yesNo`; single source; Length as in the core interfaces 2203/2204. */
  dscgTkdrugFlag?: YesNoCode | undefined
  /** 生育费用标志; ≤ 6 characters; optional; single source; 6 characters in one implementation of core 2204, 3 in the other. */
  matnFeeFlag?: string | undefined
  /** 原费用明细流水号; ≤ 30 characters; optional; assumption; The length is that of feedetlSn. */
  initFeedetlSn?: string | undefined
  /** 医嘱号; ≤ 64 characters; optional; assumption; The length is not public; ours is generous. */
  drordNo?: string | undefined
  /** 医疗类别; ≤ 6 characters; optional; table `medType`; assumption; The length is not public; ours is generous. */
  medType?: MedTypeCode | undefined
  /** 备注; ≤ 500 characters; optional; assumption; The length is not public; ours is generous. */
  memo?: string | undefined
  /** 医疗目录名称; ≤ 500 characters; optional; assumption; The length is not public; ours is generous. */
  medListName?: string | undefined
  /** 医疗目录规格; ≤ 500 characters; optional; assumption; The length is not public; ours is generous. */
  medListSpc?: string | undefined
  /** 扩展参数; ≤ 204800 characters; optional; assumption; The length is not public; ours is generous. */
  extData?: Extension | undefined
}

/** 诊断信息. */
export interface Diagnosis {
  /** 诊断类别; ≤ 3 characters; required; table `diagType`; single source; Length as in the core interfaces 2203/2204. */
  diagType: DiagTypeCode
  /** 诊断排序号; a whole number as text, ≤ 2 digits; required; single source; Length and flag as in the core interfaces 2203/2204. */
  diagSrtNo: string
  /** 诊断代码; ≤ 20 characters; required; single source; Length and flag as in the core interfaces 2203/2204. */
  diagCode: string
  /** 诊断名称; ≤ 100 characters; required; single source; Length and flag as in the core interfaces 2203/2204. */
  diagName: string
  /** 诊断科室; ≤ 50 characters; required; single source; Length and flag as in the core interfaces 2203/2204. */
  diagDept: string
  /** 诊断医生编码; ≤ 30 characters; required; single source; Length and flag as in the core interfaces 2203/2204. */
  diseDorNo: string
  /** 诊断医生姓名; ≤ 50 characters; required; single source; Length and flag as in the core interfaces 2203/2204. */
  diseDorName: string
  /** 诊断时间; yyyy-MM-dd HH:mm:ss; required; single source; Length and flag as in the core interfaces 2203/2204. */
  diagTime: string
  /** 有效标志; ≤ 3 characters; required; table `yesNo`; single source; Length as in the core interfaces 2203/2204. */
  valiFlag: YesNoCode
}

/** The body of 费用明细上传 (`6201`). */
export interface FeeUploadRequest {
  /** 电子凭证授权; ≤ 40 characters; optional; single source; The length is that at the terminal. */
  ecToken?: string | undefined
  /** 支付授权码; ≤ 40 characters; optional; single source; AUTH, a 6-digit area, yyyyMMddHHmmss and 7 digits; lives 5 to 10 minutes, works once. */
  payAuthNo?: string | undefined
  /** 机构编码; ≤ 40 characters; required; single source; H or P and 11 digits; the length is that of orgId. */
  orgCodg: string
  /** 电子凭证机构号; ≤ 40 characters; optional; single source */
  orgId?: string | undefined
  /** 人员编号; ≤ 30 characters; required; single source; Length and flag as in the core interfaces 2203/2204. */
  psnNo: string
  /** 险种类型; ≤ 6 characters; required; table `insutype`; single source; Length as in the core interfaces 2203/2204. */
  insutype: InsutypeCode
  /** 医药机构订单号; ≤ 64 characters; required; single source; Unique per institution; the length is one caller’s bound. */
  medOrgOrd: string
  /** 要续方的原处方流水; ≤ 64 characters; optional; assumption; The length is not public; ours is generous. */
  initRxOrd?: string | undefined
  /** 电子处方流转标志; ≤ 3 characters; optional; table `yesNo`; single source; Length as in the core interfaces 2203/2204. */
  rxCircFlag?: YesNoCode | undefined
  /** 证件号码; ≤ 50 characters; required; single source; Length and flag as in the core interfaces 2203/2204. */
  idNo: string
  /** 姓名; ≤ 50 characters; required; single source; Length and flag as in the core interfaces 2203/2204. */
  userName: string
  /** 证件类别; ≤ 6 characters; required; table `idType`; single source; Length as in the core interfaces 2203/2204. */
  idType: IdTypeCode
  /** 参保地; ≤ 6 characters; required; single source; Length and flag as in the core interfaces 2203/2204. */
  insuCode: string
  /** 参保地医保区划; ≤ 6 characters; optional; single source; Length as in the core interfaces 2203/2204. */
  insuplcAdmdvs?: string | undefined
  /** 开始时间; yyyy-MM-dd HH:mm:ss; required; single source; One caller writes this form, another yyyyMMddHHmmss: the profile decides. */
  begntime: string
  /** 出院时间; yyyy-MM-dd HH:mm:ss; optional; assumption; The form is that of begntime. */
  endtime?: string | undefined
  /** 住院/门诊号; ≤ 30 characters; required; single source; Length and flag as in the core interfaces 2203/2204. */
  iptOtpNo: string
  /** 医师编码; ≤ 30 characters; optional; single source; The national code of the doctor. */
  atddrNo?: string | undefined
  /** 医师姓名; ≤ 50 characters; optional; single source; Length as in the core interfaces 2203/2204. */
  drName?: string | undefined
  /** 科室编码; ≤ 30 characters; required; single source; Length and flag as in the core interfaces 2203/2204. */
  deptCode: string
  /** 科室名称; ≤ 100 characters; required; single source; Length and flag as in the core interfaces 2203/2204. */
  deptName: string
  /** 科别; ≤ 30 characters; required; assumption; The length is not public; ours is generous. */
  caty: string
  /** 就诊ID; ≤ 30 characters; optional; single source; Needed when there is no ecToken. */
  mdtrtId?: string | undefined
  /** 医疗类别; ≤ 6 characters; required; table `medType`; single source; Length as in the core interfaces 2203/2204. */
  medType: MedTypeCode
  /** 费用类别; ≤ 6 characters; required; table `feeType`; assumption; The length is not public; ours is generous. */
  feeType: FeeTypeCode
  /** 主要病情描述; ≤ 1000 characters; optional; single source; Length as in the core interfaces 2203/2204. */
  mainCondDscr?: string | undefined
  /** 病种编码; ≤ 30 characters; optional; single source; Length as in the core interfaces 2203/2204. */
  diseCodg?: string | undefined
  /** 病种名称; ≤ 500 characters; optional; single source; Length as in the core interfaces 2203/2204. */
  diseName?: string | undefined
  /** 手术操作代码; ≤ 30 characters; optional; assumption; The length is not public; ours is generous. */
  oprnOprtCode?: string | undefined
  /** 手术操作名称; ≤ 500 characters; optional; assumption; The length is not public; ours is generous. */
  oprnOprtName?: string | undefined
  /** 个人结算方式; ≤ 6 characters; required; table `psnSetlway`; single source; Length as in the core interfaces 2203/2204. */
  psnSetlway: PsnSetlwayCode
  /** 医疗费总额; yuan as text with two decimals; required; single source; The sum of the fee lines. */
  medfeeSumamt: Yuan
  /** 个人账户使用标志; ≤ 1 characters; optional; table `acctUsedFlag`; single source; Length as in the core interfaces 2203/2204. */
  acctUsedFlag?: AcctUsedFlagCode | undefined
  /** 收费批次号; ≤ 30 characters; required; single source; The same value in the fee lines and in 6202. */
  chrgBchno: string
  /** 公立医院改革标志; ≤ 3 characters; required; table `yesNo`; single source; Length as in the core interfaces 2203/2204. */
  pubHospRfomFlag: YesNoCode
  /** 发票号; ≤ 20 characters; optional; single source; Length as in the core interfaces 2203/2204. */
  invono?: string | undefined
  /** 全自费金额; yuan as text with two decimals; optional; single source; Length as in the core interfaces 2203/2204. */
  fulamtOwnpayAmt?: Yuan | undefined
  /** 先行自付金额; yuan as text with two decimals; optional; single source; Length as in the core interfaces 2203/2204. */
  preselfpayAmt?: Yuan | undefined
  /** 符合政策范围金额; yuan as text with two decimals; optional; single source; Length as in the core interfaces 2203/2204. */
  inscpScpAmt?: Yuan | undefined
  /** 超限价金额; yuan as text with two decimals; optional; single source; Length as in the core interfaces 2203/2204. */
  overlmtSelfpay?: Yuan | undefined
  /** 孕周数; a whole number as text, ≤ 3 digits; optional; assumption; Length, flag and form are not public. */
  gesoVal?: string | undefined
  /** 胎次; a whole number as text, ≤ 3 digits; optional; assumption; Length, flag and form are not public. */
  fetts?: string | undefined
  /** 胎儿数; a whole number as text, ≤ 3 digits; optional; assumption; Length, flag and form are not public. */
  fetusCnt?: string | undefined
  /** 生育类别; ≤ 6 characters; optional; table `matnType`; single source; Length as in the core interfaces 2203/2204. */
  matnType?: MatnTypeCode | undefined
  /** 计划生育服务证号; ≤ 50 characters; optional; assumption; The length is not public; ours is generous. */
  fpscNo?: string | undefined
  /** 晚育标志; ≤ 3 characters; optional; table `yesNo`; assumption; The length is not public; ours is generous. */
  latechbFlag?: YesNoCode | undefined
  /** 早产标志; ≤ 3 characters; optional; table `yesNo`; assumption; The length is not public; ours is generous. */
  pretFlag?: YesNoCode | undefined
  /** 计划生育手术类别; ≤ 6 characters; optional; table `birctrlType`; single source; Length as in the core interfaces 2203/2204. */
  birctrlType?: BirctrlTypeCode | undefined
  /** 计划生育手术或生育日期; yyyy-MM-dd; optional; assumption; Length, flag and form are not public. */
  birctrlMatnDate?: string | undefined
  /** 并发症标志; ≤ 3 characters; optional; table `yesNo`; assumption; The length is not public; ours is generous. */
  copFlag?: YesNoCode | undefined
  /** 出院科室编码; ≤ 30 characters; optional; assumption; The length is not public; ours is generous. */
  dscgDeptCodg?: string | undefined
  /** 出院科室名称; ≤ 100 characters; optional; assumption; The length is not public; ours is generous. */
  dscgDeptName?: string | undefined
  /** 出院床位; ≤ 30 characters; optional; assumption; Spelled so; the length is ours. */
  dscgDed?: string | undefined
  /** 离院方式; ≤ 6 characters; optional; assumption; The length is not public; ours is generous. */
  dscgWay?: string | undefined
  /** 死亡日期; yyyy-MM-dd; optional; assumption; Length, flag and form are not public. */
  dieDate?: string | undefined
  /** 中途结算标志; ≤ 3 characters; optional; table `yesNo`; assumption; The length is not public; ours is generous. */
  midSetlFlag?: YesNoCode | undefined
  /** 入院诊断描述; ≤ 1000 characters; optional; assumption; The length is not public; ours is generous. */
  admDiagDscr?: string | undefined
  /** 入院科室编码; ≤ 30 characters; optional; assumption; The length is not public; ours is generous. */
  admDeptCodg?: string | undefined
  /** 入院科室名称; ≤ 100 characters; optional; assumption; The length is not public; ours is generous. */
  admDeptName?: string | undefined
  /** 入院床位; ≤ 30 characters; optional; assumption; The length is not public; ours is generous. */
  admBed?: string | undefined
  /** 就诊凭证类型; ≤ 3 characters; optional; table `mdtrtCertType`; single source; Length as in the core interfaces 2203/2204. */
  mdtrtCertType?: MdtrtCertTypeCode | undefined
  /** 经纬度; ≤ 64 characters; optional; assumption; lng,lat; "0,0" is seen as filler. */
  uldLatlnt?: string | undefined
  /** 扩展参数; ≤ 204800 characters; optional; single source; An object or its JSON text. */
  extData?: Extension | undefined
  /** 费用明细; at least one; required; single source; One channel sends the list as JSON text. */
  feedetailList: FeeLine[]
  /** 诊断信息; optional; single source; One channel sends the list as JSON text. */
  diseinfoList?: Diagnosis[] | undefined
  /** 返回地址; ≤ 2048 characters; optional; assumption; The length is not public; ours is generous. */
  backUrl?: string | undefined
  /** 医保卡标识; ≤ 64 characters; optional; assumption; The length is not public; ours is generous. */
  medicalCardId?: string | undefined
  /** 医保卡发卡机构标识; ≤ 64 characters; optional; assumption; The length is not public; ours is generous. */
  medicalCardInstId?: string | undefined
  /** 渠道用户标识; ≤ 64 characters; optional; assumption; The length is not public; ours is generous. */
  obid?: string | undefined
  /** 终端 IP; ≤ 64 characters; optional; assumption; The length is not public; ours is generous. */
  spbillCreateIp?: string | undefined
}

/** The answer of 费用明细上传 (`6201`). */
export interface FeeUploadResponse extends UnreadFields {
  /** 支付订单号; ≤ 64 characters; required; confirmed; Seen as ORD (or ord), a 6-digit area, yyyyMMddHHmmss and 7 digits. */
  payOrdId: string
  /** 支付令牌; ≤ 256 characters; required; assumption; A credential: never log it. The length is ours. */
  payToken: string
  /** 就诊ID; ≤ 30 characters; optional; single source; Here or inside extData. */
  mdtrtId?: string | undefined
  /** 扩展参数; ≤ 204800 characters; optional; single source; Sometimes with a cashier URL. */
  extData?: Extension | undefined
}

/** The body of 支付下单 (`6202`). */
export interface PlaceOrderRequest {
  /** 支付授权码; ≤ 40 characters; required; single source; AUTH, a 6-digit area, yyyyMMddHHmmss and 7 digits; lives 5 to 10 minutes, works once. */
  payAuthNo: string
  /** 支付订单号; ≤ 64 characters; required; confirmed; Seen as ORD (or ord), a 6-digit area, yyyyMMddHHmmss and 7 digits. */
  payOrdId: string
  /** 支付令牌; ≤ 256 characters; required; assumption; A credential: never log it. The length is ours. */
  payToken: string
  /** 机构编码; ≤ 40 characters; required; single source; H or P and 11 digits; the length is that of orgId. */
  orgCodg: string
  /** 机构业务流水; ≤ 64 characters; required; assumption; Unique per institution. */
  orgBizSer: string
  /** 收费批次号; ≤ 30 characters; required; single source; That of the upload. */
  chrgBchno: string
  /** 费用类别; ≤ 6 characters; required; table `feeType`; assumption; The length is not public; ours is generous. */
  feeType: FeeTypeCode
  /** 就诊ID; ≤ 30 characters; required; single source; Length as in the core interfaces 2203/2204. */
  mdtrtId: string
  /** 个人账户使用标志; ≤ 1 characters; optional; table `acctUsedFlag`; single source */
  acctUsedFlag?: AcctUsedFlagCode | undefined
  /** 押金; yuan as text with two decimals; optional; single source; Not above the cash due. */
  deposit?: Yuan | undefined
}

/** 基金支付明细. */
export interface PlaceOrderExtDataPreSetlSetldetailResponse {
  /** 基金支付类型; ≤ 6 characters; optional; table `fund_pay_type`; single source */
  fund_pay_type?: FundPayTypeCode | undefined
  /** 符合政策范围金额; yuan as text with two decimals; optional; single source */
  inscp_scp_amt?: Yuan | undefined
  /** 本次可支付限额金额; yuan as text with two decimals; optional; single source */
  crt_payb_lmt_amt?: Yuan | undefined
  /** 基金支付金额; yuan as text with two decimals; optional; single source */
  fund_payamt?: Yuan | undefined
  /** 基金支付类型名称; ≤ 200 characters; optional; single source */
  fund_pay_type_name?: string | undefined
  /** 结算过程信息; ≤ 4000 characters; optional; single source */
  setl_proc_info?: string | undefined
}

/** 预结算结果. */
export interface PlaceOrderExtDataPreSetlResponse {
  /** 就诊ID; ≤ 30 characters; optional; single source */
  mdtrt_id?: string | undefined
  /** 人员编号; ≤ 30 characters; optional; single source */
  psn_no?: string | undefined
  /** 人员姓名; ≤ 50 characters; optional; single source */
  psn_name?: string | undefined
  /** 人员证件类型; ≤ 6 characters; optional; table `idType`; single source */
  psn_cert_type?: IdTypeCode | undefined
  /** 证件号码; ≤ 50 characters; optional; single source */
  certno?: string | undefined
  /** 性别; ≤ 6 characters; optional; assumption; The length is not public; ours is generous. */
  gend?: string | undefined
  /** 民族; ≤ 3 characters; optional; assumption; The length is not public; ours is generous. */
  naty?: string | undefined
  /** 出生日期; ≤ 10 characters; optional; assumption; The length is not public; ours is generous. */
  brdy?: string | undefined
  /** 年龄; a number as text, N5.1; optional; assumption; The length is not public; ours is generous. */
  age?: string | undefined
  /** 险种类型; ≤ 6 characters; optional; table `insutype`; single source */
  insutype?: InsutypeCode | undefined
  /** 人员类别; ≤ 6 characters; optional; assumption; The length is not public; ours is generous. */
  psn_type?: string | undefined
  /** 公务员标志; ≤ 3 characters; optional; assumption; The length is not public; ours is generous. */
  cvlserv_flag?: string | undefined
  /** 结算时间; ≤ 20 characters; optional; assumption; The length is not public; ours is generous. */
  setl_time?: string | undefined
  /** 就诊凭证类型; ≤ 3 characters; optional; table `mdtrtCertType`; single source */
  mdtrt_cert_type?: MdtrtCertTypeCode | undefined
  /** 医疗类别; ≤ 6 characters; optional; table `medType`; single source */
  med_type?: MedTypeCode | undefined
  /** 医疗费总额; yuan as text with two decimals; optional; single source */
  medfee_sumamt?: Yuan | undefined
  /** 全自费金额; yuan as text with two decimals; optional; single source */
  fulamt_ownpay_amt?: Yuan | undefined
  /** 超限价自费费用; yuan as text with two decimals; optional; single source */
  overlmt_selfpay?: Yuan | undefined
  /** 先行自付金额; yuan as text with two decimals; optional; single source */
  preselfpay_amt?: Yuan | undefined
  /** 符合政策范围金额; yuan as text with two decimals; optional; single source */
  inscp_scp_amt?: Yuan | undefined
  /** 实际支付起付线; yuan as text with two decimals; optional; single source */
  act_pay_dedc?: Yuan | undefined
  /** 基本医疗保险统筹基金支出; yuan as text with two decimals; optional; single source */
  hifp_pay?: Yuan | undefined
  /** 基本医疗保险统筹基金支付比例; a number as text, N5.4; optional; single source */
  pool_prop_selfpay?: string | undefined
  /** 公务员医疗补助资金支出; yuan as text with two decimals; optional; single source */
  cvlserv_pay?: Yuan | undefined
  /** 企业补充医疗保险基金支出; yuan as text with two decimals; optional; single source */
  hifes_pay?: Yuan | undefined
  /** 居民大病保险资金支出; yuan as text with two decimals; optional; single source */
  hifmi_pay?: Yuan | undefined
  /** 职工大额医疗费用补助基金支出; yuan as text with two decimals; optional; single source */
  hifob_pay?: Yuan | undefined
  /** 医疗救助基金支出; yuan as text with two decimals; optional; single source */
  maf_pay?: Yuan | undefined
  /** 其他支出; yuan as text with two decimals; optional; single source */
  oth_pay?: Yuan | undefined
  /** 基金支付总额; yuan as text with two decimals; optional; single source */
  fund_pay_sumamt?: Yuan | undefined
  /** 个人负担总金额; yuan as text with two decimals; optional; single source */
  psn_part_amt?: Yuan | undefined
  /** 个人账户支出; yuan as text with two decimals; optional; single source */
  acct_pay?: Yuan | undefined
  /** 个人现金支出; yuan as text with two decimals; optional; single source */
  psn_cash_pay?: Yuan | undefined
  /** 医院负担金额; yuan as text with two decimals; optional; single source */
  hosp_part_amt?: Yuan | undefined
  /** 余额; yuan as text with two decimals; optional; single source */
  balc?: Yuan | undefined
  /** 个人账户共济支付金额; yuan as text with two decimals; optional; single source */
  acct_mulaid_pay?: Yuan | undefined
  /** 医药机构结算ID; ≤ 30 characters; optional; single source */
  medins_setl_id?: string | undefined
  /** 清算经办机构; ≤ 6 characters; optional; assumption; The length is not public; ours is generous. */
  clr_optins?: string | undefined
  /** 清算方式; ≤ 30 characters; optional; assumption; The length is not public; ours is generous. */
  clr_way?: string | undefined
  /** 清算类别; ≤ 30 characters; optional; assumption; The length is not public; ours is generous. */
  clr_type?: string | undefined
  /** 基金支付明细; optional; single source */
  setldetail?: PlaceOrderExtDataPreSetlSetldetailResponse[] | undefined
}

/** 扩展参数. */
export interface PlaceOrderExtDataResponse {
  /** 预结算结果; optional; single source */
  preSetl?: PlaceOrderExtDataPreSetlResponse | undefined
}

/** The answer of 支付下单 (`6202`). */
export interface PlaceOrderResponse extends UnreadFields {
  /** 支付订单号; ≤ 64 characters; required; confirmed; Seen as ORD (or ord), a 6-digit area, yyyyMMddHHmmss and 7 digits. */
  payOrdId: string
  /** 订单状态; ≤ 6 characters; required; table `ordStas`; confirmed */
  ordStas: OrdStasCode
  /** 费用总额; yuan as text with two decimals; optional; confirmed */
  feeSumamt?: Yuan | undefined
  /** 现金支付; yuan as text with two decimals; optional; confirmed */
  ownPayAmt?: Yuan | undefined
  /** 个人账户支出; yuan as text with two decimals; optional; confirmed */
  psnAcctPay?: Yuan | undefined
  /** 医保基金支付; yuan as text with two decimals; optional; confirmed */
  fundPay?: Yuan | undefined
  /** 住院押金; yuan as text with two decimals; optional; confirmed; Not above the cash due. */
  deposit?: Yuan | undefined
  /** 其他费用金额; yuan as text with two decimals; optional; confirmed; Since V2.2.5 of the centre; counts towards the total. */
  othFeeAmt?: Yuan | undefined
  /** 医院负担金额; yuan as text with two decimals; optional; single source; Since V2.2.5 of the centre. */
  hospPartAmt?: Yuan | undefined
  /** 个人账户共济支付; yuan as text with two decimals; optional; single source; Since V2.2.5 of the centre. */
  acctMulaidPay?: Yuan | undefined
  /** 本人个人账户支付; yuan as text with two decimals; optional; single source; Since V2.2.5 of the centre. */
  selfAcctPay?: Yuan | undefined
  /** 配送费; yuan as text with two decimals; optional; single source; Since V2.2.5 of the centre. */
  delvFee?: Yuan | undefined
  /** 扩展参数; optional; single source */
  extData?: PlaceOrderExtDataResponse | undefined
}

/** The body of 医保退费 (`6203`). */
export interface RefundOrderRequest {
  /** 支付订单号; ≤ 64 characters; required; confirmed; Seen as ORD (or ord), a 6-digit area, yyyyMMddHHmmss and 7 digits. */
  payOrdId: string
  /** 应用退款流水号; ≤ 64 characters; required; assumption; Unique per institution. */
  appRefdSn: string
  /** 应用退款时间; yyyyMMddHHmmss; required; confirmed */
  appRefdTime: string
  /** 总退费金额; yuan as text with two decimals; required; confirmed */
  totlRefdAmt: Yuan
  /** 个人账户退费金额; yuan as text with two decimals; optional; confirmed */
  psnAcctRefdAmt?: Yuan | undefined
  /** 基金退费金额; yuan as text with two decimals; optional; confirmed */
  fundRefdAmt?: Yuan | undefined
  /** 现金退费金额; yuan as text with two decimals; optional; confirmed */
  cashRefdAmt?: Yuan | undefined
  /** 退款类型; ≤ 8 characters; required; table `refdType`; confirmed */
  refdType: RefdTypeCode
  /** 电子凭证授权; ≤ 40 characters; optional; single source; The length is that at the terminal. */
  ecToken?: string | undefined
  /** 支付授权码; ≤ 40 characters; optional; single source; AUTH, a 6-digit area, yyyyMMddHHmmss and 7 digits; lives 5 to 10 minutes, works once. */
  payAuthNo?: string | undefined
  /** 扩展参数; ≤ 204800 characters; optional; confirmed */
  expContent?: Extension | undefined
}

/** The answer of 医保退费 (`6203`). */
export interface RefundOrderResponse extends UnreadFields {
  /** 结算中心退款流水号; ≤ 64 characters; optional; assumption; The length is not public; ours is generous. */
  refdSn?: string | undefined
  /** 医保退费流水号; ≤ 64 characters; optional; assumption; Spelled with F; absent for pure cash refunds. The length is ours. */
  hiFefdSn?: string | undefined
  /** 医保交易日期; ≤ 20 characters; optional; assumption; Length, flag and form are not public. */
  hiTrnsDate?: string | undefined
  /** 医保交易时间; ≤ 20 characters; optional; assumption; Length, flag and form are not public. */
  hiTrnsTime?: string | undefined
  /** 退款状态; ≤ 8 characters; required; table `refStatus`; confirmed */
  refStatus: RefStatusCode
  /** 扩展参数; ≤ 204800 characters; optional; single source */
  extData?: Extension | undefined
}

/** The body of 医保订单结算结果查询 (`6301`). */
export interface SettlementQueryRequest {
  /** 支付订单号; ≤ 64 characters; optional; confirmed; Seen as ORD (or ord), a 6-digit area, yyyyMMddHHmmss and 7 digits. */
  payOrdId?: string | undefined
  /** 医药机构订单号; ≤ 64 characters; optional; assumption; Ours, instead of payOrdId when the answer to an upload is lost; no public text allows or forbids it. */
  medOrgOrd?: string | undefined
  /** 机构编码; ≤ 40 characters; required; single source; H or P and 11 digits; the length is that of orgId. */
  orgCodg: string
  /** 支付令牌; ≤ 256 characters; optional; assumption; Required with payOrdId. A credential: never log it. */
  payToken?: string | undefined
  /** 证件号码; ≤ 50 characters; optional; single source; Length as in the core interfaces 2203/2204. */
  idNo?: string | undefined
  /** 姓名; ≤ 50 characters; optional; single source; Length as in the core interfaces 2203/2204. */
  userName?: string | undefined
  /** 证件类别; ≤ 6 characters; optional; table `idType`; single source; Length as in the core interfaces 2203/2204. */
  idType?: IdTypeCode | undefined
  /** 扩展参数; ≤ 204800 characters; optional; confirmed */
  extData?: Extension | undefined
}

/** The answer of 医保订单结算结果查询 (`6301`). */
export interface SettlementQueryResponse extends UnreadFields {
  /** 支付订单号; ≤ 64 characters; required; confirmed */
  payOrdId: string
  /** 医药机构订单号; ≤ 64 characters; optional; single source */
  medOrgOrd?: string | undefined
  /** 订单状态; ≤ 6 characters; required; table `ordStas`; confirmed */
  ordStas: OrdStasCode
  /** 费用总额; yuan as text with two decimals; optional; confirmed */
  feeSumamt?: Yuan | undefined
  /** 现金支付; yuan as text with two decimals; optional; confirmed */
  ownPayAmt?: Yuan | undefined
  /** 个人账户支出; yuan as text with two decimals; optional; confirmed */
  psnAcctPay?: Yuan | undefined
  /** 医保基金支付; yuan as text with two decimals; optional; confirmed */
  fundPay?: Yuan | undefined
  /** 住院押金; yuan as text with two decimals; optional; confirmed; Not above the cash due. */
  deposit?: Yuan | undefined
  /** 其他费用金额; yuan as text with two decimals; optional; confirmed; Since V2.2.5 of the centre; counts towards the total. */
  othFeeAmt?: Yuan | undefined
  /** 医院负担金额; yuan as text with two decimals; optional; single source; Since V2.2.5 of the centre. */
  hospPartAmt?: Yuan | undefined
  /** 个人账户共济支付; yuan as text with two decimals; optional; single source; Since V2.2.5 of the centre. */
  acctMulaidPay?: Yuan | undefined
  /** 本人个人账户支付; yuan as text with two decimals; optional; single source; Since V2.2.5 of the centre. */
  selfAcctPay?: Yuan | undefined
  /** 配送费; yuan as text with two decimals; optional; single source; Since V2.2.5 of the centre. */
  delvFee?: Yuan | undefined
  /** 结算类型; ≤ 8 characters; optional; table `setlType`; assumption; The length is not public; ours is generous. */
  setlType?: SetlTypeCode | undefined
  /** 回调类型; ≤ 8 characters; optional; table `callType`; single source */
  callType?: CallTypeCode | undefined
  /** 订单跟踪时间; ≤ 40 characters; optional; single source; The form is not public; the Chinese name is ours. */
  traceTime?: string | undefined
  /** 授权冲正令牌; ≤ 64 characters; optional; single source; Reverses the payment when the in-hospital settlement fails. */
  revsToken?: string | undefined
  /** 医保结算时间; ≤ 40 characters; optional; assumption; Length, flag and form are not public. */
  hiChrgTime?: string | undefined
  /** 医保单据号; ≤ 64 characters; optional; assumption; The length is not public; ours is generous. */
  hiDocSn?: string | undefined
  /** 医保挂号流水; ≤ 64 characters; optional; assumption; The length is not public; ours is generous. */
  hiRgstSn?: string | undefined
  /** 机构名称; ≤ 200 characters; optional; assumption; The length is not public; ours is generous. */
  orgName?: string | undefined
  /** 机构编码; ≤ 40 characters; optional; single source; The length is that of orgId. */
  orgCode?: string | undefined
  /** 电子凭证码; ≤ 512 characters; optional; assumption; The length is not public; ours is generous. */
  ecCode?: string | undefined
  /** 扩展参数; ≤ 204800 characters; optional; single source */
  extData?: Extension | undefined
}

/** The body of 结算结果通知 (`6302`). */
export type SettlementPushRequest = Record<never, never>

/** The answer of 结算结果通知 (`6302`). */
export interface SettlementPushResponse extends UnreadFields {
  /** 支付订单号; ≤ 64 characters; required; confirmed */
  payOrdId: string
  /** 医药机构订单号; ≤ 64 characters; optional; single source */
  medOrgOrd?: string | undefined
  /** 订单状态; ≤ 6 characters; optional; table `ordStas`; confirmed */
  ordStas?: OrdStasCode | undefined
  /** 费用总额; yuan as text with two decimals; optional; confirmed */
  feeSumamt?: Yuan | undefined
  /** 现金支付; yuan as text with two decimals; optional; confirmed */
  ownPayAmt?: Yuan | undefined
  /** 个人账户支出; yuan as text with two decimals; optional; confirmed */
  psnAcctPay?: Yuan | undefined
  /** 医保基金支付; yuan as text with two decimals; optional; confirmed */
  fundPay?: Yuan | undefined
  /** 住院押金; yuan as text with two decimals; optional; confirmed; Not above the cash due. */
  deposit?: Yuan | undefined
  /** 其他费用金额; yuan as text with two decimals; optional; confirmed; Since V2.2.5 of the centre; counts towards the total. */
  othFeeAmt?: Yuan | undefined
  /** 医院负担金额; yuan as text with two decimals; optional; single source; Since V2.2.5 of the centre. */
  hospPartAmt?: Yuan | undefined
  /** 个人账户共济支付; yuan as text with two decimals; optional; single source; Since V2.2.5 of the centre. */
  acctMulaidPay?: Yuan | undefined
  /** 本人个人账户支付; yuan as text with two decimals; optional; single source; Since V2.2.5 of the centre. */
  selfAcctPay?: Yuan | undefined
  /** 配送费; yuan as text with two decimals; optional; single source; Since V2.2.5 of the centre. */
  delvFee?: Yuan | undefined
  /** 结算类型; ≤ 8 characters; optional; table `setlType`; assumption; The length is not public; ours is generous. */
  setlType?: SetlTypeCode | undefined
  /** 回调类型; ≤ 8 characters; optional; table `callType`; single source */
  callType?: CallTypeCode | undefined
  /** 订单跟踪时间; ≤ 40 characters; optional; single source; The form is not public; the Chinese name is ours. */
  traceTime?: string | undefined
  /** 授权冲正令牌; ≤ 64 characters; optional; single source; Reverses the payment when the in-hospital settlement fails. */
  revsToken?: string | undefined
  /** 医保结算时间; ≤ 40 characters; optional; assumption; Length, flag and form are not public. */
  hiChrgTime?: string | undefined
  /** 医保单据号; ≤ 64 characters; optional; assumption; The length is not public; ours is generous. */
  hiDocSn?: string | undefined
  /** 医保挂号流水; ≤ 64 characters; optional; assumption; The length is not public; ours is generous. */
  hiRgstSn?: string | undefined
  /** 扩展参数; ≤ 204800 characters; optional; single source */
  extData?: Extension | undefined
}

/** The body of 费用明细上传撤销 (`6401`). */
export interface FeeRevokeRequest {
  /** 支付订单号; ≤ 64 characters; required; confirmed; Seen as ORD (or ord), a 6-digit area, yyyyMMddHHmmss and 7 digits. */
  payOrdId: string
  /** 机构编码; ≤ 40 characters; required; single source; H or P and 11 digits; the length is that of orgId. */
  orgCodg: string
  /** 支付令牌; ≤ 256 characters; required; assumption; A credential: never log it. The length is ours. */
  payToken: string
  /** 证件号码; ≤ 50 characters; required; single source; Length and flag as in the core interfaces 2203/2204. */
  idNo: string
  /** 姓名; ≤ 50 characters; required; single source; Length and flag as in the core interfaces 2203/2204. */
  userName: string
  /** 证件类别; ≤ 6 characters; required; table `idType`; single source; Length as in the core interfaces 2203/2204. */
  idType: IdTypeCode
  /** 扩展参数; ≤ 204800 characters; optional; confirmed */
  extData?: Extension | undefined
}

/** The answer of 费用明细上传撤销 (`6401`). */
export interface FeeRevokeResponse extends UnreadFields {
  /** 是否成功; ≤ 5 characters; optional; assumption; A truth value in JSON; read as text. */
  success?: string | undefined
  /** 返回信息; ≤ 200 characters; optional; assumption; Length, flag and form are not public. */
  message?: string | undefined
}

/** The body of 电子凭证二维码解码 (`ec.query`). */
export interface EcQueryRequest {
  /** 机构编号; ≤ 40 characters; required; confirmed */
  orgId: string
  /** 用码业务类型; ≤ 5 characters; required; table `businessType`; confirmed; Table C.1, e.g. 01101. */
  businessType: BusinessTypeCode
  /** 收款员编号; ≤ 20 characters; required; single source; 64 characters in Jiangsu: set it in a profile. */
  operatorId: string
  /** 收款员姓名; ≤ 30 characters; required; single source; 64 characters in Jiangsu: set it in a profile. */
  operatorName: string
  /** 医保科室编号; ≤ 20 characters; required; confirmed */
  officeId: string
  /** 科室名称; ≤ 30 characters; required; confirmed */
  officeName: string
  /** 设备类型; ≤ 30 characters; optional; table `deviceType`; single source; SelfService on a self-service machine, otherwise left out. */
  deviceType?: DeviceTypeCode | undefined
  /** 扩展参数; ≤ 204800 characters; optional; single source */
  extra?: Extension | undefined
}

/** The answer of 电子凭证二维码解码 (`ec.query`). */
export interface EcQueryResponse extends UnreadFields {
  /** 证件号码; ≤ 64 characters; required; confirmed */
  idNo: string
  /** 证件类别; ≤ 64 characters; required; table `idType`; confirmed */
  idType: IdTypeCode
  /** 姓名; ≤ 64 characters; required; confirmed */
  userName: string
  /** 电子凭证令牌; ≤ 40 characters; required; confirmed */
  ecToken: string
  /** 参保地区编码; ≤ 6 characters; required; confirmed */
  insuOrg: string
  /** 电子凭证索引号; ≤ 32 characters; optional; single source; 32 upper-case hex digits in samples. */
  ecIndexNo?: string | undefined
  /** 性别; ≤ 2 characters; optional; table `gender`; single source */
  gender?: GenderCode | undefined
  /** 出生日期; ≤ 10 characters; optional; single source; Samples write 1998.01.01, with dots instead of the format of clause 2.2.1. */
  birthday?: string | undefined
  /** 国籍; ≤ 32 characters; optional; single source; Often the text "null". */
  nationality?: string | undefined
  /** 电子邮箱; ≤ 32 characters; optional; single source; Often the text "null". */
  email?: string | undefined
  /** 核身授权码; ≤ 64 characters; optional; confirmed; Often the text "null". */
  authNo?: string | undefined
  /** 渠道编号; ≤ 64 characters; optional; assumption; Often the text "null". The length is ours. */
  chnlId?: string | undefined
  /** 电子凭证二维码; ≤ 512 characters; optional; assumption; Often the text "null". The length is ours. */
  ecQrCode?: string | undefined
  /** 扩展参数; ≤ 204800 characters; optional; single source; Text or object; some callers read extra. */
  extData?: Extension | undefined
}

/** The body of 终端扫码获取电子凭证 (`cn.nhsa.qrcode.get`). */
export interface QrcodeGetRequest {
  /** 机构编号; ≤ 40 characters; required; confirmed */
  orgId: string
  /** 用码业务类型; ≤ 5 characters; required; table `businessType`; confirmed; Table C.1, e.g. 01101. */
  businessType: BusinessTypeCode
  /** 收款员编号; ≤ 20 characters; required; single source; 64 characters in Jiangsu: set it in a profile. */
  operatorId: string
  /** 收款员姓名; ≤ 30 characters; required; single source; 64 characters in Jiangsu: set it in a profile. */
  operatorName: string
  /** 医保科室编号; ≤ 20 characters; required; confirmed */
  officeId: string
  /** 科室名称; ≤ 30 characters; required; confirmed */
  officeName: string
}

/** The answer of 终端扫码获取电子凭证 (`cn.nhsa.qrcode.get`). */
export interface QrcodeGetResponse extends UnreadFields {
  /** 证件号码; ≤ 64 characters; required; confirmed */
  idNo: string
  /** 证件类别; ≤ 64 characters; required; table `idType`; confirmed */
  idType: IdTypeCode
  /** 姓名; ≤ 64 characters; required; confirmed */
  userName: string
  /** 电子凭证令牌; ≤ 40 characters; required; confirmed */
  ecToken: string
  /** 参保地区编码; ≤ 6 characters; required; confirmed */
  insuOrg: string
  /** 电子凭证索引号; ≤ 32 characters; optional; single source; 32 upper-case hex digits in samples. */
  ecIndexNo?: string | undefined
  /** 性别; ≤ 2 characters; optional; table `gender`; single source */
  gender?: GenderCode | undefined
  /** 出生日期; ≤ 10 characters; optional; single source; Samples write 1998.01.01, with dots instead of the format of clause 2.2.1. */
  birthday?: string | undefined
  /** 国籍; ≤ 32 characters; optional; single source; Often the text "null". */
  nationality?: string | undefined
  /** 电子邮箱; ≤ 32 characters; optional; single source; Often the text "null". */
  email?: string | undefined
  /** 核身授权码; ≤ 64 characters; optional; confirmed; Often the text "null". */
  authNo?: string | undefined
  /** 渠道编号; ≤ 64 characters; optional; assumption; Often the text "null". The length is ours. */
  chnlId?: string | undefined
  /** 电子凭证二维码; ≤ 512 characters; optional; assumption; Often the text "null". The length is ours. */
  ecQrCode?: string | undefined
  /** 扩展参数; ≤ 204800 characters; optional; single source; Text or object; some callers read extra. */
  extData?: Extension | undefined
}

/** The body of 刷脸核身授权 (`cn.nhsa.ec.auth`). */
export interface EcAuthRequest {
  /** 机构编号; ≤ 40 characters; required; confirmed */
  orgId: string
  /** 用码业务类型; ≤ 5 characters; required; table `businessType`; confirmed; Table C.1, e.g. 01101. */
  businessType: BusinessTypeCode
  /** 收款员编号; ≤ 20 characters; required; single source; 64 characters in Jiangsu: set it in a profile. */
  operatorId: string
  /** 收款员姓名; ≤ 30 characters; required; single source; 64 characters in Jiangsu: set it in a profile. */
  operatorName: string
  /** 医保科室编号; ≤ 20 characters; required; confirmed */
  officeId: string
  /** 科室名称; ≤ 30 characters; required; confirmed */
  officeName: string
  /** 业务流水号; ≤ 64 characters; required; confirmed; New for every request. */
  outBizNo: string
  /** 扩展参数; ≤ 204800 characters; optional; single source; JSON text in public callers. */
  extData?: Extension | undefined
}

/** The answer of 刷脸核身授权 (`cn.nhsa.ec.auth`). */
export interface EcAuthResponse extends UnreadFields {
  /** 核身授权码; ≤ 64 characters; required; confirmed; Seen as ano and 25 digits. */
  authNo: string
  /** 业务流水号; ≤ 64 characters; optional; confirmed */
  outBizNo?: string | undefined
  /** 扩展参数; ≤ 204800 characters; optional; single source */
  extData?: Extension | undefined
}

/** The body of 核身授权结果查询 (`cn.nhsa.auth.check`). */
export interface AuthCheckRequest {
  /** 机构编号; ≤ 40 characters; required; confirmed */
  orgId: string
  /** 用码业务类型; ≤ 5 characters; required; table `businessType`; confirmed; Table C.1, e.g. 01101. */
  businessType: BusinessTypeCode
  /** 收款员编号; ≤ 20 characters; required; single source; 64 characters in Jiangsu: set it in a profile. */
  operatorId: string
  /** 收款员姓名; ≤ 30 characters; required; single source; 64 characters in Jiangsu: set it in a profile. */
  operatorName: string
  /** 医保科室编号; ≤ 20 characters; required; confirmed */
  officeId: string
  /** 科室名称; ≤ 30 characters; required; confirmed */
  officeName: string
  /** 业务流水号; ≤ 64 characters; required; confirmed; New for every request. */
  outBizNo: string
  /** 扩展参数; ≤ 204800 characters; optional; single source; JSON text in public callers. */
  extData?: Extension | undefined
  /** 核身授权码; ≤ 64 characters; required; confirmed */
  authNo: string
}

/** The answer of 核身授权结果查询 (`cn.nhsa.auth.check`). */
export interface AuthCheckResponse extends UnreadFields {
  /** 证件号码; ≤ 64 characters; required; confirmed */
  idNo: string
  /** 证件类别; ≤ 64 characters; required; table `idType`; confirmed */
  idType: IdTypeCode
  /** 姓名; ≤ 64 characters; required; confirmed */
  userName: string
  /** 电子凭证令牌; ≤ 40 characters; required; confirmed */
  ecToken: string
  /** 参保地区编码; ≤ 6 characters; required; confirmed */
  insuOrg: string
  /** 电子凭证索引号; ≤ 32 characters; optional; single source; 32 upper-case hex digits in samples. */
  ecIndexNo?: string | undefined
  /** 性别; ≤ 2 characters; optional; table `gender`; single source */
  gender?: GenderCode | undefined
  /** 出生日期; ≤ 10 characters; optional; single source; Samples write 1998.01.01, with dots instead of the format of clause 2.2.1. */
  birthday?: string | undefined
  /** 国籍; ≤ 32 characters; optional; single source; Often the text "null". */
  nationality?: string | undefined
  /** 电子邮箱; ≤ 32 characters; optional; single source; Often the text "null". */
  email?: string | undefined
  /** 核身授权码; ≤ 64 characters; optional; confirmed; Often the text "null". */
  authNo?: string | undefined
  /** 渠道编号; ≤ 64 characters; optional; assumption; Often the text "null". The length is ours. */
  chnlId?: string | undefined
  /** 电子凭证二维码; ≤ 512 characters; optional; assumption; Often the text "null". The length is ours. */
  ecQrCode?: string | undefined
  /** 扩展参数; ≤ 204800 characters; optional; single source; Text or object; some callers read extra. */
  extData?: Extension | undefined
  /** 授权密钥; ≤ 256 characters; optional; assumption; The length is not public; ours is generous. */
  authkey?: string | undefined
  /** 绑定授权码; ≤ 256 characters; optional; assumption; The length is not public; ours is generous. */
  bindauthcode?: string | undefined
  /** 数据编号; ≤ 64 characters; optional; assumption; The length is not public; ours is generous. */
  dbid?: string | undefined
  /** 默认支付渠道编号; ≤ 64 characters; optional; assumption; The length is not public; ours is generous. */
  defpaychnlid?: string | undefined
  /** 经纬度; ≤ 64 characters; optional; assumption; The length is not public; ours is generous. */
  latlnt?: string | undefined
  /** 展码类型; ≤ 16 characters; optional; assumption; The length is not public; ours is generous. */
  showcodetype?: string | undefined
  /** 签约合同号; ≤ 64 characters; optional; assumption; The length is not public; ours is generous. */
  signcntrno?: string | undefined
  /** 签约标志; ≤ 16 characters; optional; assumption; The length is not public; ours is generous. */
  signflag?: string | undefined
}

/** The body of 读取居民身份证 (`cn.nhsa.cert.get`). */
export interface CertGetRequest {
  /** 机构编号; ≤ 40 characters; required; confirmed */
  orgId: string
  /** 用码业务类型; ≤ 5 characters; required; table `businessType`; confirmed; Table C.1, e.g. 01101. */
  businessType: BusinessTypeCode
  /** 收款员编号; ≤ 20 characters; required; single source; 64 characters in Jiangsu: set it in a profile. */
  operatorId: string
  /** 收款员姓名; ≤ 30 characters; required; single source; 64 characters in Jiangsu: set it in a profile. */
  operatorName: string
  /** 医保科室编号; ≤ 20 characters; required; confirmed */
  officeId: string
  /** 科室名称; ≤ 30 characters; required; confirmed */
  officeName: string
}

/** The answer of 读取居民身份证 (`cn.nhsa.cert.get`). */
export interface CertGetResponse extends UnreadFields {
  /** 证件号码; ≤ 64 characters; required; assumption; Length, flag and form are not public. */
  idNo: string
  /** 证件类别; ≤ 64 characters; optional; table `idType`; assumption; Length, flag and form are not public. */
  idType?: IdTypeCode | undefined
  /** 姓名; ≤ 64 characters; required; assumption; Length, flag and form are not public. */
  userName: string
  /** 电子凭证令牌; ≤ 40 characters; optional; assumption; Length, flag and form are not public. */
  ecToken?: string | undefined
  /** 参保地区编码; ≤ 6 characters; optional; assumption; Length, flag and form are not public. */
  insuOrg?: string | undefined
  /** 电子凭证索引号; ≤ 32 characters; optional; single source; 32 upper-case hex digits in samples. */
  ecIndexNo?: string | undefined
  /** 性别; ≤ 2 characters; optional; table `gender`; assumption; Length, flag and form are not public. */
  gender?: GenderCode | undefined
  /** 出生日期; ≤ 10 characters; optional; single source; Samples write 1998.01.01, with dots instead of the format of clause 2.2.1. */
  birthday?: string | undefined
  /** 国籍; ≤ 32 characters; optional; single source; Often the text "null". */
  nationality?: string | undefined
  /** 电子邮箱; ≤ 32 characters; optional; single source; Often the text "null". */
  email?: string | undefined
  /** 核身授权码; ≤ 64 characters; optional; confirmed; Often the text "null". */
  authNo?: string | undefined
  /** 渠道编号; ≤ 64 characters; optional; assumption; Often the text "null". The length is ours. */
  chnlId?: string | undefined
  /** 电子凭证二维码; ≤ 512 characters; optional; assumption; Often the text "null". The length is ours. */
  ecQrCode?: string | undefined
  /** 扩展参数; ≤ 204800 characters; optional; single source; Text or object; some callers read extra. */
  extData?: Extension | undefined
}

/** The body of 结算结果通知终端 (`cn.nhsa.settle.notify`). */
export interface SettleNotifyRequest {
  /** 机构编号; ≤ 40 characters; optional; assumption; Almost every body repeats it; the one source of this message does not list it. */
  orgId?: string | undefined
  /** 业务流水号; ≤ 64 characters; required; confirmed; That of the identity step, so that the terminal can match. */
  outBizNo: string
  /** 结算状态; ≤ 64 characters; required; table `medicalSettleState`; single source */
  medicalSettleState: MedicalSettleStateCode
  /** 核身授权码; ≤ 64 characters; optional; single source */
  authNo?: string | undefined
  /** 收款员编号; ≤ 20 characters; required; single source */
  operatorId: string
  /** 收款员姓名; ≤ 30 characters; required; single source */
  operatorName: string
  /** 总费用; yuan as text with two decimals; required; single source */
  totalFee: Yuan
  /** 结算场景; ≤ 30 characters; required; table `bizType`; single source */
  bizType: BizTypeCode
  /** 证件号码; ≤ 64 characters; required; single source */
  idNo: string
  /** 姓名; ≤ 64 characters; required; single source */
  userName: string
  /** 结算时间; yyyyMMddHHmmss; required; assumption; The form is that of clause 2.2.1; the one source does not state it. */
  setlTime: string
  /** 医院名称; ≤ 200 characters; required; assumption; The length is not public; ours is generous. */
  hospitalName: string
  /** 医保科室编号; ≤ 20 characters; required; single source */
  officeId: string
  /** 科室名称; ≤ 30 characters; required; single source */
  officeName: string
  /** 医生姓名; ≤ 50 characters; required; assumption; The length is not public; ours is generous. */
  doctorName: string
  /** 医保结算号; ≤ 64 characters; optional; single source */
  medicalSettleNo?: string | undefined
  /** 自费金额; yuan as text with two decimals; optional; single source */
  ownAmt?: Yuan | undefined
  /** 医保报销金额; yuan as text with two decimals; optional; single source */
  hifAmt?: Yuan | undefined
  /** 个人账户支出; yuan as text with two decimals; optional; single source */
  acctAmt?: Yuan | undefined
  /** 统筹基金支出; yuan as text with two decimals; optional; single source */
  hifpAmt?: Yuan | undefined
  /** 大额医疗保险支出; yuan as text with two decimals; optional; single source */
  hifmiAmt?: Yuan | undefined
  /** 公务员补助; yuan as text with two decimals; optional; single source */
  cvlservAmt?: Yuan | undefined
  /** 医疗救助; yuan as text with two decimals; optional; single source */
  maAmt?: Yuan | undefined
  /** 单病种定点机构垫支; yuan as text with two decimals; optional; single source */
  hosPreAmt?: Yuan | undefined
  /** 药品超标扣款; yuan as text with two decimals; optional; single source */
  medOverLmtAmt?: Yuan | undefined
  /** 扶贫救助; yuan as text with two decimals; optional; single source */
  mafAmt?: Yuan | undefined
  /** 历史起付公务员返还; yuan as text with two decimals; optional; single source */
  cvlservDedcAmt?: Yuan | undefined
  /** 账户余额; yuan as text with two decimals; optional; single source */
  balance?: Yuan | undefined
  /** 药品清单; ≤ 204800 characters; optional; assumption; JSON text: a list of drugs; one source sends a single one. drugListText writes it. */
  drugList?: string | undefined
}

/** The answer of 结算结果通知终端 (`cn.nhsa.settle.notify`). */
export interface SettleNotifyResponse extends UnreadFields {
  /** 业务流水号; ≤ 64 characters; optional; single source */
  outBizNo?: string | undefined
  /** 扩展参数; ≤ 204800 characters; optional; single source */
  extData?: Extension | undefined
}

/** The body of 电子凭证令牌校验 (`localEcTokenCheck`). */
export interface TokenCheckRequest {
  /** 电子凭证令牌; ≤ 40 characters; required; single source */
  ecToken: string
  /** 证件类型; ≤ 64 characters; required; confirmed; 01 is the identity card. */
  idType: string
  /** 证件号码; ≤ 64 characters; required; single source */
  idNo: string
  /** 姓名; ≤ 64 characters; required; single source */
  userName: string
}

/** The answer of 电子凭证令牌校验 (`localEcTokenCheck`). */
export interface TokenCheckResponse extends UnreadFields {
  /** 校验结果; ≤ 4 characters; required; single source; 1 valid, 0 not valid. */
  flag: string
}

/** 扩展参数. */
export interface HosInsuredQueryExtData {
  /** 系统编号; ≤ 64 characters; optional; assumption; The length is not public; ours is generous. */
  systemNo?: string | undefined
}

/** The body of 参保人信息查询 (`hos.query.insu`). */
export interface HosInsuredQueryRequest {
  /** 应用渠道编号; ≤ 64 characters; optional; assumption; The length is not public; ours is generous. */
  appId?: string | undefined
  /** 机构编码; ≤ 40 characters; required; single source; H or P and 11 digits; the length is that of orgId. */
  orgCodg: string
  /** 诊疗类别; ≤ 6 characters; optional; table `medType`; assumption; The length is not public; ours is generous. */
  medType?: MedTypeCode | undefined
  /** 电子凭证授权; ≤ 40 characters; optional; single source; The length is that at the terminal. */
  ecToken?: string | undefined
  /** 证件号码; ≤ 64 characters; optional; assumption; The length is not public; ours is generous. */
  idNo?: string | undefined
  /** 姓名; ≤ 64 characters; optional; assumption; The length is not public; ours is generous. */
  userName?: string | undefined
  /** 证件类别; ≤ 64 characters; optional; table `idType`; assumption; The length is not public; ours is generous. */
  idType?: IdTypeCode | undefined
  /** 参保地; ≤ 6 characters; optional; single source */
  insuCode?: string | undefined
  /** 扩展参数; optional; single source */
  extData?: HosInsuredQueryExtData | undefined
}

/** 扩展参数. */
export interface HosInsuredQueryInsuExtDataResponse {
  /** 参保地医保区划; ≤ 6 characters; optional; assumption; The length is not public; ours is generous. */
  insuplcAdmdvs?: string | undefined
  /** 单位名称; ≤ 200 characters; optional; assumption; The length is not public; ours is generous. */
  empName?: string | undefined
}

/** 参保信息. */
export interface HosInsuredQueryInsuResponse {
  /** 人员类别; ≤ 6 characters; optional; assumption; The length is not public; ours is generous. */
  psnType?: string | undefined
  /** 险种类型; ≤ 6 characters; optional; table `insutype`; assumption; The length is not public; ours is generous. */
  insutype?: InsutypeCode | undefined
  /** 账户余额; yuan as text with two decimals; optional; single source */
  acctBalc?: Yuan | undefined
  /** 扩展参数; optional; single source */
  extData?: HosInsuredQueryInsuExtDataResponse | undefined
}

/** 病情信息. */
export interface HosInsuredQueryCondResponse {
  /** 病情编码; ≤ 30 characters; optional; assumption; The length is not public; ours is generous. */
  condCodg?: string | undefined
  /** 病情名称; ≤ 500 characters; optional; assumption; The length is not public; ours is generous. */
  condName?: string | undefined
  /** 主要病情描述; ≤ 1000 characters; optional; assumption; The length is not public; ours is generous. */
  mainCondDscr?: string | undefined
}

/** 就诊备案信息. */
export type HosInsuredQueryMdtrtprovResponse = Record<never, never>

/** 基本信息. */
export interface HosInsuredQueryExtDataBaseinfoResponse {
  /** 人员编号; ≤ 30 characters; optional; assumption; The length is not public; ours is generous. */
  psnNo?: string | undefined
  /** 证件号码; ≤ 50 characters; optional; assumption; The length is not public; ours is generous. */
  certno?: string | undefined
  /** 人员姓名; ≤ 50 characters; optional; assumption; The length is not public; ours is generous. */
  psnName?: string | undefined
  /** 出生日期; ≤ 10 characters; optional; assumption; The length is not public; ours is generous. */
  brdy?: string | undefined
}

/** 扩展参数. */
export interface HosInsuredQueryExtDataResponse {
  /** 基本信息; optional; single source */
  baseinfo?: HosInsuredQueryExtDataBaseinfoResponse | undefined
}

/** The answer of 参保人信息查询 (`hos.query.insu`). */
export interface HosInsuredQueryResponse extends UnreadFields {
  /** 参保信息; optional; single source */
  insuList?: HosInsuredQueryInsuResponse[] | undefined
  /** 病情信息; optional; assumption; The members are not public; those of the upload. */
  condList?: HosInsuredQueryCondResponse[] | undefined
  /** 就诊备案信息; optional; assumption; The members are not public. */
  mdtrtprovList?: HosInsuredQueryMdtrtprovResponse[] | undefined
  /** 扩展参数; optional; single source */
  extData?: HosInsuredQueryExtDataResponse | undefined
}

/** 收费明细. */
export interface HosFeeUploadExtDataList {
  /** 处方明细号; ≤ 30 characters; optional; assumption; The length is not public; ours is generous. */
  rxDetlNo?: string | undefined
  /** 收费项目种类; ≤ 6 characters; optional; table `chrgitmType`; assumption; The length is not public; ours is generous. */
  chrgitmType?: ChrgitmTypeCode | undefined
  /** 收费类别; ≤ 6 characters; optional; table `chrgType`; assumption; The length is not public; ours is generous. */
  chrgType?: ChrgTypeCode | undefined
  /** 收费项目中心编码; ≤ 50 characters; optional; assumption; The length is not public; ours is generous. */
  chigitmCentCodg?: string | undefined
  /** 用法; ≤ 200 characters; optional; assumption; The length is not public; ours is generous. */
  used?: string | undefined
  /** 最小单位; ≤ 30 characters; optional; assumption; The length is not public; ours is generous. */
  minunt?: string | undefined
  /** 全额自费标志; ≤ 3 characters; optional; table `yesNo`; assumption; The length is not public; ours is generous. */
  fulamtOwnpayFlag?: YesNoCode | undefined
}

/** 扩展参数. */
export interface HosFeeUploadExtData {
  /** 经办人; ≤ 50 characters; optional; assumption; The length is not public; ours is generous. */
  opter?: string | undefined
  /** 个人编号; ≤ 64 characters; optional; assumption; The length is not public; ours is generous. */
  psnNum?: string | undefined
  /** 单据号; ≤ 64 characters; optional; assumption; The length is not public; ours is generous. */
  docno?: string | undefined
  /** 系统编号; ≤ 64 characters; optional; assumption; The length is not public; ours is generous. */
  systemNo?: string | undefined
  /** 本次收费次数; a whole number as text, ≤ 6 digits; optional; assumption; Length, flag and form are not public. */
  crtChrgCnt?: string | undefined
  /** 本次挂号次数; a whole number as text, ≤ 6 digits; optional; assumption; Length, flag and form are not public. */
  crtRgstCnt?: string | undefined
  /** 收费明细; optional; single source */
  list?: HosFeeUploadExtDataList[] | undefined
}

/** 诊断信息. */
export interface HosDiagnosis {
  /** 诊断类别; ≤ 3 characters; optional; table `diagType`; assumption; The length is not public; ours is generous. */
  diseDetlType?: DiagTypeCode | undefined
  /** 诊断排序号; a whole number as text, ≤ 2 digits; optional; assumption; The length is not public; ours is generous. */
  diseDetlSrtNo?: string | undefined
  /** 诊断代码; ≤ 30 characters; optional; assumption; The length is not public; ours is generous. */
  diseDetlCodg?: string | undefined
  /** 诊断名称; ≤ 500 characters; optional; assumption; The length is not public; ours is generous. */
  diseDetlName?: string | undefined
  /** 主诊断标志; ≤ 3 characters; optional; table `yesNo`; assumption; The length is not public; ours is generous. */
  maindiagFlag?: YesNoCode | undefined
}

/** 处方明细. */
export interface PrescriptionLine {
  /** 处方号; ≤ 30 characters; optional; assumption; The length is not public; ours is generous. */
  rxno?: string | undefined
  /** 处方明细号; ≤ 30 characters; required; assumption; The length is not public; ours is generous. */
  rxDetlNo: string
  /** 项目编码; ≤ 50 characters; optional; assumption; The length is not public; ours is generous. */
  itemNo?: string | undefined
  /** 医药机构目录编码; ≤ 150 characters; optional; assumption; The length is not public; ours is generous. */
  medinsListCodg?: string | undefined
  /** 项目名称; ≤ 500 characters; optional; assumption; The length is not public; ours is generous. */
  itemName?: string | undefined
  /** 单价; a number as text, N16.6; optional; assumption; Length, flag and form are not public. */
  itemPric?: string | undefined
  /** 计价单位; ≤ 30 characters; optional; assumption; The length is not public; ours is generous. */
  itemEmp?: string | undefined
  /** 规格; ≤ 500 characters; optional; assumption; The length is not public; ours is generous. */
  itemSpec?: string | undefined
  /** 数量; a number as text, N16.4; optional; assumption; Length, flag and form are not public. */
  itemCnt?: string | undefined
  /** 金额; yuan as text with two decimals; required; assumption; Length, flag and form are not public. */
  itemAmt: Yuan
  /** 商品条码; ≤ 64 characters; optional; assumption; The length is not public; ours is generous. */
  prodBarc?: string | undefined
  /** 用药频次; ≤ 200 characters; optional; assumption; The length is not public; ours is generous. */
  drugFrqu?: string | undefined
  /** 用药剂量; ≤ 200 characters; optional; assumption; The length is not public; ours is generous. */
  drugDos?: string | undefined
  /** 用药天数; a number as text, N6.2; optional; assumption; Length, flag and form are not public. */
  drutDays?: string | undefined
  /** 剂型; ≤ 100 characters; optional; assumption; The length is not public; ours is generous. */
  dosform?: string | undefined
  /** 用药单位; ≤ 30 characters; optional; assumption; The length is not public; ours is generous. */
  empMedcEmp?: string | undefined
  /** 药品总量; a number as text, N16.4; optional; assumption; Length, flag and form are not public. */
  drugTotlnt?: string | undefined
  /** 药品总量单位; ≤ 30 characters; optional; assumption; The length is not public; ours is generous. */
  drugTotlntEmp?: string | undefined
  /** 给药途径; ≤ 200 characters; optional; assumption; The length is not public; ours is generous. */
  drugDelvWay?: string | undefined
  /** 药量天数; a number as text, N6.2; optional; assumption; Length, flag and form are not public. */
  drugCntDays?: string | undefined
  /** 医生姓名; ≤ 50 characters; optional; assumption; The length is not public; ours is generous. */
  drName?: string | undefined
  /** 医生证件号; ≤ 50 characters; optional; assumption; The length is not public; ours is generous. */
  drCertNo?: string | undefined
  /** 处方日期; yyyy-MM-dd; optional; single source */
  rxDate?: string | undefined
  /** 处方时间; HHmmss; optional; single source */
  rxTime?: string | undefined
  /** 处方科室编码; ≤ 30 characters; optional; assumption; The length is not public; ours is generous. */
  rxDeptCodg?: string | undefined
  /** 处方科室名称; ≤ 100 characters; optional; assumption; The length is not public; ours is generous. */
  rxDept?: string | undefined
  /** 外购处方标志; ≤ 3 characters; optional; table `yesNo`; assumption; The length is not public; ours is generous. */
  rxCircFlag?: YesNoCode | undefined
  /** 受单科室编码; ≤ 30 characters; optional; assumption; The length is not public; ours is generous. */
  acordDeptCodg?: string | undefined
  /** 受单科室名称; ≤ 100 characters; optional; assumption; The length is not public; ours is generous. */
  acordDeptName?: string | undefined
  /** 受单医生编码; ≤ 30 characters; optional; assumption; The length is not public; ours is generous. */
  ordersDrCode?: string | undefined
  /** 受单医生姓名; ≤ 50 characters; optional; assumption; The length is not public; ours is generous. */
  ordersDrName?: string | undefined
  /** 医院审批标志; ≤ 3 characters; optional; table `hospApprFlag`; assumption; The length is not public; ours is generous. */
  hospApprFlag?: HospApprFlagCode | undefined
  /** 中药使用方式; ≤ 6 characters; optional; assumption; The length is not public; ours is generous. */
  tcmdrugUsedWay?: string | undefined
  /** 外检标志; ≤ 3 characters; optional; table `yesNo`; assumption; The length is not public; ours is generous. */
  etipFlag?: YesNoCode | undefined
  /** 外检医院编码; ≤ 30 characters; optional; assumption; The length is not public; ours is generous. */
  etipHospCode?: string | undefined
  /** 出院带药标志; ≤ 3 characters; optional; table `yesNo`; assumption; The length is not public; ours is generous. */
  dscgTkdrugFlag?: YesNoCode | undefined
  /** 生育费用标志; ≤ 6 characters; optional; assumption; The length is not public; ours is generous. */
  matnFeeFlag?: string | undefined
}

/** 病情信息. */
export interface HosFeeUploadCond {
  /** 病情编码; ≤ 30 characters; optional; assumption; The length is not public; ours is generous. */
  condCodg?: string | undefined
  /** 病情名称; ≤ 500 characters; optional; assumption; The length is not public; ours is generous. */
  condName?: string | undefined
  /** 主要病情描述; ≤ 1000 characters; optional; assumption; The length is not public; ours is generous. */
  mainCondDscr?: string | undefined
}

/** The body of 费用上传 (`hos.upload.fee`). */
export interface HosFeeUploadRequest {
  /** 应用渠道编号; ≤ 64 characters; optional; assumption; The length is not public; ours is generous. */
  appId?: string | undefined
  /** 机构编码; ≤ 40 characters; required; single source; H or P and 11 digits; the length is that of orgId. */
  orgCodg: string
  /** 医疗目录编码; ≤ 50 characters; optional; assumption; The length is not public; ours is generous. */
  medListCodg?: string | undefined
  /** 电子凭证机构号; ≤ 40 characters; optional; single source */
  orgId?: string | undefined
  /** 电子凭证授权; ≤ 40 characters; optional; single source; The length is that at the terminal. */
  ecToken?: string | undefined
  /** 参保地; ≤ 6 characters; optional; single source */
  insuCode?: string | undefined
  /** 证件号码; ≤ 64 characters; optional; assumption; The length is not public; ours is generous. */
  idNo?: string | undefined
  /** 姓名; ≤ 64 characters; optional; assumption; The length is not public; ours is generous. */
  userName?: string | undefined
  /** 证件类别; ≤ 64 characters; optional; table `idType`; assumption; The length is not public; ours is generous. */
  idType?: IdTypeCode | undefined
  /** 医药机构订单号; ≤ 64 characters; required; single source; Unique per institution; the length is one caller’s bound. */
  medOrgOrd: string
  /** 要续方的原处方流水; ≤ 64 characters; optional; assumption; The length is not public; ours is generous. */
  initRxOrd?: string | undefined
  /** 急诊标志; ≤ 3 characters; optional; assumption; The length is not public; ours is generous. */
  erFlag?: string | undefined
  /** 外伤标志; ≤ 3 characters; optional; table `yesNo`; assumption; The length is not public; ours is generous. */
  trumFlag?: YesNoCode | undefined
  /** 费用类别; ≤ 6 characters; required; table `feeType`; assumption; The length is not public; ours is generous. */
  feeType: FeeTypeCode
  /** 门诊类别; ≤ 6 characters; required; assumption; The length is not public; ours is generous. */
  otpType: string
  /** 诊疗类别; ≤ 6 characters; required; table `medType`; assumption; The length is not public; ours is generous. */
  medType: MedTypeCode
  /** 费用总额; yuan as text with two decimals; required; single source */
  feeSumamt: Yuan
  /** 收费日期; yyyyMMdd; required; single source */
  chrgDate: string
  /** 收费时间; HHmmss; required; single source */
  chrgTime: string
  /** 挂号流水号; ≤ 64 characters; optional; assumption; The length is not public; ours is generous. */
  rgstSn?: string | undefined
  /** 挂号费; yuan as text with two decimals; required; single source */
  rgstFee: Yuan
  /** 挂号科室名称; ≤ 100 characters; optional; assumption; The length is not public; ours is generous. */
  rgstDeptName?: string | undefined
  /** 医生姓名; ≤ 50 characters; required; assumption; The length is not public; ours is generous. */
  drName: string
  /** 医改试点标志; ≤ 3 characters; required; table `letterFlag`; assumption; The length is not public; ours is generous. */
  medreformDot: LetterFlagCode
  /** 医生科室编码; ≤ 30 characters; required; assumption; The length is not public; ours is generous. */
  drDeptCodg: string
  /** 科别; ≤ 30 characters; optional; assumption; The length is not public; ours is generous. */
  caty?: string | undefined
  /** 医生证件号; ≤ 50 characters; required; assumption; The length is not public; ours is generous. */
  drCertNo: string
  /** 明细数量; a whole number as text, ≤ 6 digits; required; assumption; Length, flag and form are not public. */
  rxItemVal: string
  /** 住院类别; ≤ 6 characters; optional; assumption; The length is not public; ours is generous. */
  iptType?: string | undefined
  /** 住院/门诊号; ≤ 30 characters; required; assumption; The length is not public; ours is generous. */
  iptOpNo: string
  /** 住院科室编码; ≤ 30 characters; optional; assumption; The length is not public; ours is generous. */
  iptDeptCodg?: string | undefined
  /** 住院科室名称; ≤ 100 characters; optional; assumption; The length is not public; ours is generous. */
  iptDeptName?: string | undefined
  /** 住院开始日期; yyyyMMdd; optional; assumption; Length, flag and form are not public. */
  iptBegnDate?: string | undefined
  /** 住院结束日期; yyyyMMdd; optional; assumption; Length, flag and form are not public. */
  iptEndDate?: string | undefined
  /** 离院方式; ≤ 6 characters; optional; assumption; The length is not public; ours is generous. */
  dscgWay?: string | undefined
  /** 住院天数; a whole number as text, ≤ 6 digits; optional; assumption; Length, flag and form are not public. */
  iptDays?: string | undefined
  /** 计划生育手术类别; ≤ 6 characters; optional; table `birctrlType`; assumption; The length is not public; ours is generous. */
  birctrlType?: BirctrlTypeCode | undefined
  /** 生育方式; ≤ 6 characters; optional; assumption; The length is not public; ours is generous. */
  birmtd?: string | undefined
  /** 婴儿数; a whole number as text, ≤ 3 digits; optional; assumption; Length, flag and form are not public. */
  babyNum?: string | undefined
  /** 计划生育手术日期; yyyyMMdd; optional; assumption; Length, flag and form are not public. */
  birctrlDate?: string | undefined
  /** 怀孕天数; a whole number as text, ≤ 6 digits; optional; assumption; Length, flag and form are not public. */
  prgDays?: string | undefined
  /** 险种类型; ≤ 6 characters; required; table `insutype`; assumption; The length is not public; ours is generous. */
  insuType: InsutypeCode
  /** 人员编号; ≤ 30 characters; required; assumption; The length is not public; ours is generous. */
  psnNo: string
  /** 入院诊断描述; ≤ 1000 characters; optional; assumption; Length, flag and form are not public. */
  admDiagDscr?: string | undefined
  /** 入院科室编码; ≤ 30 characters; optional; assumption; Length, flag and form are not public. */
  admDeptCodg?: string | undefined
  /** 入院科室名称; ≤ 100 characters; optional; assumption; Length, flag and form are not public. */
  admDeptName?: string | undefined
  /** 入院床位; ≤ 30 characters; optional; assumption; Length, flag and form are not public. */
  admBed?: string | undefined
  /** 中途结算标志; ≤ 3 characters; optional; table `yesNo`; assumption; The length is not public; ours is generous. */
  midSetlFlag?: YesNoCode | undefined
  /** 收费批次号; ≤ 30 characters; required; assumption; The length is not public; ours is generous. */
  chrgBchno: string
  /** 个人结算方式; ≤ 6 characters; required; table `psnSetlway`; assumption; The length is not public; ours is generous. */
  psnSetlway: PsnSetlwayCode
  /** 电子处方流转标志; ≤ 3 characters; optional; table `yesNo`; assumption; Default 0. */
  rxCircFlag?: YesNoCode | undefined
  /** 扩展参数; optional; single source */
  extData?: HosFeeUploadExtData | undefined
  /** 诊断信息; optional; single source */
  diseList?: HosDiagnosis[] | undefined
  /** 处方明细; optional; single source */
  rxList?: PrescriptionLine[] | undefined
  /** 病情信息; optional; single source */
  condList?: HosFeeUploadCond[] | undefined
}

/** 明细审核结果. */
export interface HosFeeUploadExtDataResultResponse {
  /** 处方流水号; ≤ 64 characters; optional; assumption; The length is not public; ours is generous. */
  rxSn?: string | undefined
  /** 医院处方明细号; ≤ 64 characters; optional; assumption; The length is not public; ours is generous. */
  hosRxDetlNo?: string | undefined
  /** 金额; yuan as text with two decimals; optional; single source */
  amt?: Yuan | undefined
  /** 自理金额; yuan as text with two decimals; optional; single source */
  pfoAmt?: Yuan | undefined
  /** 自费金额; yuan as text with two decimals; optional; single source */
  ownpayAmt?: Yuan | undefined
  /** 超限价自付金额; yuan as text with two decimals; optional; single source */
  overlmtSelfpayAmt?: Yuan | undefined
  /** 收费项目等级; ≤ 6 characters; optional; assumption; The length is not public; ours is generous. */
  chrgItemLv?: string | undefined
  /** 全额自费标志; ≤ 3 characters; optional; table `yesNo`; assumption; The length is not public; ours is generous. */
  fulamtOwnpayFlag?: YesNoCode | undefined
  /** 自费原因; ≤ 500 characters; optional; assumption; The length is not public; ours is generous. */
  ownpayRea?: string | undefined
  /** 医保限价; ≤ 32 characters; optional; assumption; Length, flag and form are not public. */
  hiLmtpric?: string | undefined
  /** 自付比例; ≤ 32 characters; optional; assumption; Length, flag and form are not public. */
  selfpayProp?: string | undefined
}

/** 扩展参数. */
export interface HosFeeUploadExtDataResponse {
  /** 明细审核结果; optional; single source */
  result?: HosFeeUploadExtDataResultResponse[] | undefined
}

/** The answer of 费用上传 (`hos.upload.fee`). */
export interface HosFeeUploadResponse extends UnreadFields {
  /** 支付订单号; ≤ 64 characters; required; confirmed; Seen as ORD (or ord), a 6-digit area, yyyyMMddHHmmss and 7 digits. */
  payOrdId: string
  /** 支付令牌; ≤ 256 characters; required; assumption; A credential: never log it. The length is ours. */
  payToken: string
  /** 扩展参数; optional; single source */
  extData?: HosFeeUploadExtDataResponse | undefined
}

/** The body of 查询订单结算状态 (`hos.query`). */
export interface HosSettlementQueryRequest {
  /** 应用渠道编号; ≤ 64 characters; optional; assumption; The length is not public; ours is generous. */
  appId?: string | undefined
  /** 支付订单号; ≤ 64 characters; optional; confirmed; Seen as ORD (or ord), a 6-digit area, yyyyMMddHHmmss and 7 digits. */
  payOrdId?: string | undefined
  /** 医药机构订单号; ≤ 64 characters; optional; assumption; Ours, instead of payOrdId when the answer to an upload is lost; no public text allows or forbids it. */
  medOrgOrd?: string | undefined
  /** 机构编码; ≤ 40 characters; required; single source; H or P and 11 digits; the length is that of orgId. */
  orgCodg: string
  /** 支付令牌; ≤ 256 characters; optional; assumption; Required with payOrdId. A credential: never log it. */
  payToken?: string | undefined
  /** 证件号码; ≤ 50 characters; optional; single source; Length as in the core interfaces 2203/2204. */
  idNo?: string | undefined
  /** 姓名; ≤ 50 characters; optional; single source; Length as in the core interfaces 2203/2204. */
  userName?: string | undefined
  /** 证件类别; ≤ 6 characters; optional; table `idType`; single source; Length as in the core interfaces 2203/2204. */
  idType?: IdTypeCode | undefined
  /** 扩展参数; ≤ 204800 characters; optional; confirmed */
  extData?: Extension | undefined
}

/** The answer of 查询订单结算状态 (`hos.query`). */
export interface HosSettlementQueryResponse extends UnreadFields {
  /** 支付订单号; ≤ 64 characters; required; confirmed */
  payOrdId: string
  /** 医药机构订单号; ≤ 64 characters; optional; single source */
  medOrgOrd?: string | undefined
  /** 订单状态; ≤ 6 characters; required; table `ordStas`; confirmed */
  ordStas: OrdStasCode
  /** 费用总额; yuan as text with two decimals; optional; confirmed */
  feeSumamt?: Yuan | undefined
  /** 现金支付; yuan as text with two decimals; optional; confirmed */
  ownPayAmt?: Yuan | undefined
  /** 个人账户支出; yuan as text with two decimals; optional; confirmed */
  psnAcctPay?: Yuan | undefined
  /** 医保基金支付; yuan as text with two decimals; optional; confirmed */
  fundPay?: Yuan | undefined
  /** 住院押金; yuan as text with two decimals; optional; confirmed; Not above the cash due. */
  deposit?: Yuan | undefined
  /** 其他费用金额; yuan as text with two decimals; optional; confirmed; Since V2.2.5 of the centre; counts towards the total. */
  othFeeAmt?: Yuan | undefined
  /** 医院负担金额; yuan as text with two decimals; optional; single source; Since V2.2.5 of the centre. */
  hospPartAmt?: Yuan | undefined
  /** 个人账户共济支付; yuan as text with two decimals; optional; single source; Since V2.2.5 of the centre. */
  acctMulaidPay?: Yuan | undefined
  /** 本人个人账户支付; yuan as text with two decimals; optional; single source; Since V2.2.5 of the centre. */
  selfAcctPay?: Yuan | undefined
  /** 配送费; yuan as text with two decimals; optional; single source; Since V2.2.5 of the centre. */
  delvFee?: Yuan | undefined
  /** 结算类型; ≤ 8 characters; optional; table `setlType`; assumption; The length is not public; ours is generous. */
  setlType?: SetlTypeCode | undefined
  /** 回调类型; ≤ 8 characters; optional; table `callType`; single source */
  callType?: CallTypeCode | undefined
  /** 订单跟踪时间; ≤ 40 characters; optional; single source; The form is not public; the Chinese name is ours. */
  traceTime?: string | undefined
  /** 授权冲正令牌; ≤ 64 characters; optional; single source; Reverses the payment when the in-hospital settlement fails. */
  revsToken?: string | undefined
  /** 医保结算时间; ≤ 40 characters; optional; assumption; Length, flag and form are not public. */
  hiChrgTime?: string | undefined
  /** 医保单据号; ≤ 64 characters; optional; assumption; The length is not public; ours is generous. */
  hiDocSn?: string | undefined
  /** 医保挂号流水; ≤ 64 characters; optional; assumption; The length is not public; ours is generous. */
  hiRgstSn?: string | undefined
  /** 机构名称; ≤ 200 characters; optional; assumption; The length is not public; ours is generous. */
  orgName?: string | undefined
  /** 机构编码; ≤ 40 characters; optional; single source; The length is that of orgId. */
  orgCode?: string | undefined
  /** 电子凭证码; ≤ 512 characters; optional; assumption; The length is not public; ours is generous. */
  ecCode?: string | undefined
  /** 扩展参数; ≤ 204800 characters; optional; single source */
  extData?: Extension | undefined
}

/** The body of 支付结果推送 (`hos.push`). */
export type HosPushRequest = Record<never, never>

/** 结算信息. */
export interface HosPushExtDataSetlinfoResponse {
  /** 结算ID; ≤ 30 characters; optional; assumption; The length is not public; ours is generous. */
  setlId?: string | undefined
  /** 就诊ID; ≤ 30 characters; optional; assumption; The length is not public; ours is generous. */
  mdtrtId?: string | undefined
  /** 医疗费总额; yuan as text with two decimals; optional; single source */
  medfeeSumamt?: Yuan | undefined
  /** 基本医疗保险统筹基金支出; yuan as text with two decimals; optional; single source */
  hifpPay?: Yuan | undefined
  /** 基金支付总额; yuan as text with two decimals; optional; single source */
  fundPaySumamt?: Yuan | undefined
  /** 个人负担金额; yuan as text with two decimals; optional; single source */
  psnPay?: Yuan | undefined
  /** 个人账户支出; yuan as text with two decimals; optional; single source */
  acctPay?: Yuan | undefined
  /** 个人现金支出; yuan as text with two decimals; optional; single source */
  psnCashPay?: Yuan | undefined
  /** 医疗救助基金支出; yuan as text with two decimals; optional; single source */
  mafPay?: Yuan | undefined
}

/** 基金支付明细. */
export interface HosPushExtDataSetldetailResponse {
  /** 基金支付类型; ≤ 6 characters; optional; table `fund_pay_type`; single source */
  fundpaytype?: FundPayTypeCode | undefined
  /** 符合政策范围金额; yuan as text with two decimals; optional; single source */
  inscpscpamt?: Yuan | undefined
  /** 本次可支付限额金额; yuan as text with two decimals; optional; single source */
  crtpayblmtamt?: Yuan | undefined
  /** 基金支付金额; yuan as text with two decimals; optional; single source */
  fundpayamt?: Yuan | undefined
  /** 基金支付类型名称; ≤ 200 characters; optional; single source */
  fundpaytypename?: string | undefined
  /** 结算过程信息; ≤ 4000 characters; optional; single source */
  setlprocinfo?: string | undefined
}

/** 扩展参数. */
export interface HosPushExtDataResponse {
  /** 结算信息; optional; single source */
  setlinfo?: HosPushExtDataSetlinfoResponse[] | undefined
  /** 基金支付明细; optional; single source */
  setldetail?: HosPushExtDataSetldetailResponse[] | undefined
}

/** The answer of 支付结果推送 (`hos.push`). */
export interface HosPushResponse extends UnreadFields {
  /** 支付订单号; ≤ 64 characters; required; confirmed */
  payOrdId: string
  /** 医药机构订单号; ≤ 64 characters; optional; single source */
  medOrgOrd?: string | undefined
  /** 订单状态; ≤ 6 characters; optional; table `ordStas`; assumption; The length is not public; ours is generous. */
  ordStas?: OrdStasCode | undefined
  /** 费用总额; yuan as text with two decimals; optional; single source */
  feeSumamt?: Yuan | undefined
  /** 现金支付; yuan as text with two decimals; optional; single source; Lower-case p in this generation. */
  ownpayAmt?: Yuan | undefined
  /** 个人账户支出; yuan as text with two decimals; optional; single source */
  psnAcctPay?: Yuan | undefined
  /** 医保基金支付; yuan as text with two decimals; optional; single source */
  fundPay?: Yuan | undefined
  /** 结算类型; ≤ 8 characters; optional; table `setlType`; assumption; The length is not public; ours is generous. */
  setlType?: SetlTypeCode | undefined
  /** 回调类型; ≤ 8 characters; optional; table `callType`; single source */
  callType?: CallTypeCode | undefined
  /** 订单跟踪时间; ≤ 40 characters; optional; single source; The form is not public; the Chinese name is ours. */
  traceTime?: string | undefined
  /** 授权冲正令牌; ≤ 64 characters; optional; single source; Reverses the payment when the in-hospital settlement fails. */
  revsToken?: string | undefined
  /** 医保结算时间; ≤ 40 characters; optional; assumption; Length, flag and form are not public. */
  hiChrgTime?: string | undefined
  /** 医保单据号; ≤ 64 characters; optional; assumption; The length is not public; ours is generous. */
  hiDocSn?: string | undefined
  /** 医保挂号流水; ≤ 64 characters; optional; assumption; The length is not public; ours is generous. */
  hiRgstSn?: string | undefined
  /** 机构名称; ≤ 200 characters; optional; assumption; The length is not public; ours is generous. */
  orgName?: string | undefined
  /** 机构编码; ≤ 40 characters; optional; single source; The length is that of orgId. */
  orgCode?: string | undefined
  /** 电子凭证码; ≤ 512 characters; optional; assumption; The length is not public; ours is generous. */
  ecCode?: string | undefined
  /** 扩展参数; optional; single source */
  extData?: HosPushExtDataResponse | undefined
}

/** 扩展参数. */
export interface HosFeeRevokeExtData {
  /** 系统编号; ≤ 64 characters; optional; assumption; The length is not public; ours is generous. */
  systemNo?: string | undefined
}

/** The body of 撤销费用明细上传 (`hos.revoke.order`). */
export interface HosFeeRevokeRequest {
  /** 应用渠道编号; ≤ 64 characters; optional; assumption; The length is not public; ours is generous. */
  appId?: string | undefined
  /** 支付订单号; ≤ 64 characters; required; confirmed; Seen as ORD (or ord), a 6-digit area, yyyyMMddHHmmss and 7 digits. */
  payOrdId: string
  /** 机构编码; ≤ 40 characters; required; single source; H or P and 11 digits; the length is that of orgId. */
  orgCodg: string
  /** 支付令牌; ≤ 256 characters; required; assumption; A credential: never log it. The length is ours. */
  payToken: string
  /** 证件号码; ≤ 64 characters; required; assumption; The length is not public; ours is generous. */
  idNo: string
  /** 姓名; ≤ 64 characters; required; assumption; The length is not public; ours is generous. */
  userName: string
  /** 证件类别; ≤ 64 characters; required; table `idType`; assumption; The length is not public; ours is generous. */
  idType: IdTypeCode
  /** 扩展参数; optional; single source */
  extData?: HosFeeRevokeExtData | undefined
}

/** The answer of 撤销费用明细上传 (`hos.revoke.order`). */
export interface HosFeeRevokeResponse extends UnreadFields {
  /** 是否成功; ≤ 5 characters; optional; assumption; A truth value in JSON; read as text. */
  success?: string | undefined
  /** 返回信息; ≤ 200 characters; optional; assumption; Length, flag and form are not public. */
  message?: string | undefined
}

/** 扩展参数. */
export interface HosRefundExtData {
  /** 经办人; ≤ 50 characters; optional; assumption; The length is not public; ours is generous. */
  opter?: string | undefined
  /** 系统编号; ≤ 64 characters; optional; assumption; The length is not public; ours is generous. */
  systemNo?: string | undefined
}

/** The body of 医保退费 (`hos.refund.setl`). */
export interface HosRefundRequest {
  /** 应用渠道编号; ≤ 64 characters; optional; assumption; The length is not public; ours is generous. */
  appId?: string | undefined
  /** 支付订单号; ≤ 64 characters; required; confirmed; Seen as ORD (or ord), a 6-digit area, yyyyMMddHHmmss and 7 digits. */
  payOrdId: string
  /** 应用退款流水号; ≤ 64 characters; required; assumption; Unique per institution. */
  appRefdSn: string
  /** 应用退款时间; yyyyMMddHHmmss; required; confirmed */
  appRefdTime: string
  /** 总退费金额; yuan as text with two decimals; required; confirmed */
  totlRefdAmt: Yuan
  /** 个人账户退费金额; yuan as text with two decimals; optional; confirmed */
  psnAcctRefdAmt?: Yuan | undefined
  /** 基金退费金额; yuan as text with two decimals; optional; confirmed */
  fundRefdAmt?: Yuan | undefined
  /** 现金退费金额; yuan as text with two decimals; optional; confirmed */
  cashRefdAmt?: Yuan | undefined
  /** 退款类型; ≤ 8 characters; required; table `refdType`; confirmed */
  refdType: RefdTypeCode
  /** 电子凭证授权; ≤ 40 characters; optional; single source; The length is that at the terminal. */
  ecToken?: string | undefined
  /** 扩展参数; optional; single source */
  extData?: HosRefundExtData | undefined
}

/** The answer of 医保退费 (`hos.refund.setl`). */
export interface HosRefundResponse extends UnreadFields {
  /** 结算中心退款流水号; ≤ 64 characters; optional; assumption; The length is not public; ours is generous. */
  refdSn?: string | undefined
  /** 医保退费流水号; ≤ 64 characters; optional; assumption; Spelled with F; absent for pure cash refunds. The length is ours. */
  hiFefdSn?: string | undefined
  /** 医保交易日期; ≤ 20 characters; optional; assumption; Length, flag and form are not public. */
  hiTrnsDate?: string | undefined
  /** 医保交易时间; ≤ 20 characters; optional; assumption; Length, flag and form are not public. */
  hiTrnsTime?: string | undefined
  /** 退款状态; ≤ 8 characters; optional; table `refStatus`; assumption; The answer of generation A is not public; this is that of 6203. */
  refStatus?: RefStatusCode | undefined
  /** 扩展参数; ≤ 204800 characters; optional; single source */
  extData?: Extension | undefined
}

/** The bodies of every message, by its name. */
export interface MessageBodies {
  '6201': { request: FeeUploadRequest; response: FeeUploadResponse }
  '6202': { request: PlaceOrderRequest; response: PlaceOrderResponse }
  '6203': { request: RefundOrderRequest; response: RefundOrderResponse }
  '6301': { request: SettlementQueryRequest; response: SettlementQueryResponse }
  '6302': { request: SettlementPushRequest; response: SettlementPushResponse }
  '6401': { request: FeeRevokeRequest; response: FeeRevokeResponse }
  'ec.query': { request: EcQueryRequest; response: EcQueryResponse }
  'cn.nhsa.qrcode.get': { request: QrcodeGetRequest; response: QrcodeGetResponse }
  'cn.nhsa.ec.auth': { request: EcAuthRequest; response: EcAuthResponse }
  'cn.nhsa.auth.check': { request: AuthCheckRequest; response: AuthCheckResponse }
  'cn.nhsa.cert.get': { request: CertGetRequest; response: CertGetResponse }
  'cn.nhsa.settle.notify': { request: SettleNotifyRequest; response: SettleNotifyResponse }
  localEcTokenCheck: { request: TokenCheckRequest; response: TokenCheckResponse }
  'hos.query.insu': { request: HosInsuredQueryRequest; response: HosInsuredQueryResponse }
  'hos.upload.fee': { request: HosFeeUploadRequest; response: HosFeeUploadResponse }
  'hos.query': { request: HosSettlementQueryRequest; response: HosSettlementQueryResponse }
  'hos.push': { request: HosPushRequest; response: HosPushResponse }
  'hos.revoke.order': { request: HosFeeRevokeRequest; response: HosFeeRevokeResponse }
  'hos.refund.setl': { request: HosRefundRequest; response: HosRefundResponse }
}
