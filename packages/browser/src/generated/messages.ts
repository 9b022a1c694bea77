// Written by `npm run docs` from the field table of @nationec/protocol.
/** An extension: an object, or its JSON text. */
export type Extension = { readonly [key: string]: unknown } | string

/** A field that no reader of this project could read; its value is left out. */
export interface UnreadField {
  readonly path: string
  readonly rule: string
  readonly text: { readonly zh: string; readonly en: string }
}

/** What stands beside the fields of an answer. */
interface MayBeUnread {
  /** Side fields that could not be read. Absent when everything was. */
  readonly unreadFields?: readonly UnreadField[]
}

/**
 * 个人账户使用标志; other values pass. 0 不使用; 1 使用
 */
export type AcctUsedFlag = '0' | '1' | (string & Record<never, never>)

/**
 * 计划生育手术类别; other values pass. 1 放置宫内节育器; 2 取出宫内节育器; 3 流产术; 4 引产术; 5 绝育手术; 6 绝育复通手术; 9 其他
 */
export type BirctrlType = '1' | '2' | '3' | '4' | '5' | '6' | '9' | (string & Record<never, never>)

/**
 * 结算场景; other values pass. register 挂号窗口; settle 诊间
 */
export type BizType = 'register' | 'settle' | (string & Record<never, never>)

/**
 * 电子凭证用码业务类型; other values pass. 01101 挂号; 01102 住院建档; 01103 入院登记; 01104 缴纳预缴金; 01201 问诊; 01202 预约检查;
 * 01203 检查; 01204 治疗; 01301 结算; 01302 取药; 01303 取报告; 01304 打印票据和清单; 01305 病历材料复印; 02121 药店购药; 02122
 * 下载外购处方; 03131 医疗类 APP 线上身份认证; 03132 医疗类 APP 线上结算; 04106 线上身份核验业务; 04107 医保移动支付业务
 */
export type BusinessType =
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
export type CallType = '02' | (string & Record<never, never>)

/**
 * 收费类别（海南）; other values pass. 11 西药; 12 中成药; 13 中草药; 21 检查; 22 特殊检查; 23 输氧; 24 手术; 25 化验; 26 输血; 27
 * 诊查; 31 治疗; 32 特殊治疗; 33 护理; 34 床位; 35 取暖; 41 医疗服务; 42 麻醉; 91 其他
 */
export type ChrgType =
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
export type ChrgitmType = '1' | '2' | '3' | (string & Record<never, never>)

/**
 * 设备类型; other values pass. SelfService 自助机
 */
export type DeviceType = 'SelfService' | (string & Record<never, never>)

/**
 * 诊断类别; other values pass. 1 西医诊断; 2 中医主病诊断; 3 中医主证诊断
 */
export type DiagType = '1' | '2' | '3' | (string & Record<never, never>)

/**
 * 费用类别; other values pass. 01 门诊; 02 住院
 */
export type FeeType = '01' | '02' | (string & Record<never, never>)

/**
 * 基金支付类型; other values pass. 310100 职工统筹; 310200 个人账户; 320100 公务员补助; 330100 大额补助; 340100 离休; 350100
 * 残疾军人; 370100 企业补充; 390100 居民基本; 390200 居民大病; 510100 生育; 610100 医疗救助; 999996 医院垫付; 999997 其他
 */
export type FundPayType =
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
export type Gender = '男' | '女' | (string & Record<never, never>)

/**
 * 医院审批标志; other values pass. 0 按目录处理; 1 限制用药范围内，纳入报销；非限制项目按目录处理; 2 自费
 */
export type HospApprFlag = '0' | '1' | '2' | (string & Record<never, never>)

/**
 * 证件类别; other values pass. 01 居民身份证
 */
export type IdType = '01' | (string & Record<never, never>)

/**
 * 险种类型; other values pass. 310 职工基本医疗保险; 320 公务员医疗补助; 330 大额医疗费用补助; 340 离休人员医疗保障; 350 一至六级残废军人医疗补助; 360
 * 老红军医疗保障; 370 企业补充医疗保险; 380 新型农村合作医疗; 390 城乡居民基本医疗保险; 391 城镇居民基本医疗保险; 392 城乡居民大病医疗保险; 399 其他特殊人员医疗保障;
 * 410 长期照护保险; 510 生育保险
 */
export type Insutype =
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
export type LetterFlag = 'Y' | 'N' | (string & Record<never, never>)

/**
 * 生育类别; other values pass. 1 正常产; 2 助娩产; 3 剖宫产; 9 其他
 */
export type MatnType = '1' | '2' | '3' | '9' | (string & Record<never, never>)

/**
 * 就诊凭证类型; other values pass. 01 医保电子凭证; 02 居民身份证; 03 社会保障卡; 04 电子社保卡
 */
export type MdtrtCertType = '01' | '02' | '03' | '04' | (string & Record<never, never>)

/**
 * 医疗类别; other values pass. 11 普通门诊; 12 门诊挂号; 13 急诊; 14 门诊慢特病; 19 意外伤害门诊; 21 普通住院; 22 外伤住院; 23 转外诊治住院;
 * 24 急诊转住院; 41 定点药店购药; 51 生育门诊; 52 生育住院; 53 计划生育手术费; 9901 重大疾病门诊; 9921 新生儿随母住院
 */
export type MedType =
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
export type MedicalSettleState = 'SUCCESS' | 'FAIL' | (string & Record<never, never>)

/**
 * 订单状态; other values pass. 0 已保存; 1 预结算完成; 2 结算中; 3 自费完成; 4 医保支付完成; 5 院内结算完成; 6 结算完成; 7 已退款; 8 已医保全部退款;
 * 9 仅自费全部退款; 10 仅自费部分退款; 11 医保全部退自费部分退款; 12 已撤销; 13 医保已撤销; 14 异常; 15 结算失败; 16 医保结算失败自费冲正失败; 17 含义未公开;
 * 18 含义未公开; 19 含义未公开; 20 含义未公开; 21 含义未公开; 22 含义未公开; 23 含义未公开; 24 含义未公开; 25 含义未公开
 */
export type OrdStas =
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
export type PsnSetlway = '01' | '02' | (string & Record<never, never>)

/**
 * 退款状态; other values pass. SUCC 成功; FAIL 失败; EXP 异常
 */
export type RefStatus = 'SUCC' | 'FAIL' | 'EXP' | (string & Record<never, never>)

/**
 * 退款类型; other values pass. ALL 全部; CASH 只退现金; HI 只退医保
 */
export type RefdType = 'ALL' | 'CASH' | 'HI' | (string & Record<never, never>)

/**
 * 结算类型; other values pass. ALL 全部; CASH 只结现金; HI 只结医保
 */
export type SetlType = 'ALL' | 'CASH' | 'HI' | (string & Record<never, never>)

/**
 * 是否标志（0/1）; other values pass. 0 否; 1 是
 */
export type YesNo = '0' | '1' | (string & Record<never, never>)

/** The body of 电子凭证二维码解码 (`ec.query`). */
export interface QueryCredentialBody {
  /** 机构编号; ≤ 40 characters */
  readonly orgId?: string | undefined
  /** 用码业务类型; ≤ 5 characters; Table C.1, e.g. 01101. */
  readonly businessType: BusinessType
  /** 收款员编号; ≤ 20 characters; 64 characters in Jiangsu: set it in a profile. */
  readonly operatorId: string
  /** 收款员姓名; ≤ 30 characters; 64 characters in Jiangsu: set it in a profile. */
  readonly operatorName: string
  /** 医保科室编号; ≤ 20 characters */
  readonly officeId: string
  /** 科室名称; ≤ 30 characters */
  readonly officeName: string
  /** 设备类型; ≤ 30 characters; SelfService on a self-service machine, otherwise left out. */
  readonly deviceType?: DeviceType | undefined
  /** 扩展参数; ≤ 204800 characters */
  readonly extra?: Extension | undefined
}

/** The answer of 电子凭证二维码解码 (`ec.query`). */
export interface QueryCredentialAnswer extends MayBeUnread {
  /** 证件号码; ≤ 64 characters */
  readonly idNo: string
  /** 证件类别; ≤ 64 characters */
  readonly idType: IdType
  /** 姓名; ≤ 64 characters */
  readonly userName: string
  /** 电子凭证令牌; ≤ 40 characters */
  readonly ecToken: string
  /** 参保地区编码; ≤ 6 characters */
  readonly insuOrg: string
  /** 电子凭证索引号; ≤ 32 characters; 32 upper-case hex digits in samples. */
  readonly ecIndexNo?: string | undefined
  /** 性别; ≤ 2 characters */
  readonly gender?: Gender | undefined
  /** 出生日期; ≤ 10 characters; Samples write 1998.01.01, with dots instead of the format of clause 2.2.1. */
  readonly birthday?: string | undefined
  /** 国籍; ≤ 32 characters; Often the text "null". */
  readonly nationality?: string | undefined
  /** 电子邮箱; ≤ 32 characters; Often the text "null". */
  readonly email?: string | undefined
  /** 核身授权码; ≤ 64 characters; Often the text "null". */
  readonly authNo?: string | undefined
  /** 渠道编号; ≤ 64 characters; Often the text "null". The length is ours. */
  readonly chnlId?: string | undefined
  /** 电子凭证二维码; ≤ 512 characters; Often the text "null". The length is ours. */
  readonly ecQrCode?: string | undefined
  /** 扩展参数; ≤ 204800 characters; Text or object; some callers read extra. */
  readonly extData?: Extension | undefined
}

/** The body of 终端扫码获取电子凭证 (`cn.nhsa.qrcode.get`). */
export interface ScanQrCodeBody {
  /** 机构编号; ≤ 40 characters */
  readonly orgId?: string | undefined
  /** 用码业务类型; ≤ 5 characters; Table C.1, e.g. 01101. */
  readonly businessType: BusinessType
  /** 收款员编号; ≤ 20 characters; 64 characters in Jiangsu: set it in a profile. */
  readonly operatorId: string
  /** 收款员姓名; ≤ 30 characters; 64 characters in Jiangsu: set it in a profile. */
  readonly operatorName: string
  /** 医保科室编号; ≤ 20 characters */
  readonly officeId: string
  /** 科室名称; ≤ 30 characters */
  readonly officeName: string
}

/** The answer of 终端扫码获取电子凭证 (`cn.nhsa.qrcode.get`). */
export interface ScanQrCodeAnswer extends MayBeUnread {
  /** 证件号码; ≤ 64 characters */
  readonly idNo: string
  /** 证件类别; ≤ 64 characters */
  readonly idType: IdType
  /** 姓名; ≤ 64 characters */
  readonly userName: string
  /** 电子凭证令牌; ≤ 40 characters */
  readonly ecToken: string
  /** 参保地区编码; ≤ 6 characters */
  readonly insuOrg: string
  /** 电子凭证索引号; ≤ 32 characters; 32 upper-case hex digits in samples. */
  readonly ecIndexNo?: string | undefined
  /** 性别; ≤ 2 characters */
  readonly gender?: Gender | undefined
  /** 出生日期; ≤ 10 characters; Samples write 1998.01.01, with dots instead of the format of clause 2.2.1. */
  readonly birthday?: string | undefined
  /** 国籍; ≤ 32 characters; Often the text "null". */
  readonly nationality?: string | undefined
  /** 电子邮箱; ≤ 32 characters; Often the text "null". */
  readonly email?: string | undefined
  /** 核身授权码; ≤ 64 characters; Often the text "null". */
  readonly authNo?: string | undefined
  /** 渠道编号; ≤ 64 characters; Often the text "null". The length is ours. */
  readonly chnlId?: string | undefined
  /** 电子凭证二维码; ≤ 512 characters; Often the text "null". The length is ours. */
  readonly ecQrCode?: string | undefined
  /** 扩展参数; ≤ 204800 characters; Text or object; some callers read extra. */
  readonly extData?: Extension | undefined
}

/** The body of 刷脸核身授权 (`cn.nhsa.ec.auth`). */
export interface AuthoriseFaceBody {
  /** 机构编号; ≤ 40 characters */
  readonly orgId?: string | undefined
  /** 用码业务类型; ≤ 5 characters; Table C.1, e.g. 01101. */
  readonly businessType: BusinessType
  /** 收款员编号; ≤ 20 characters; 64 characters in Jiangsu: set it in a profile. */
  readonly operatorId: string
  /** 收款员姓名; ≤ 30 characters; 64 characters in Jiangsu: set it in a profile. */
  readonly operatorName: string
  /** 医保科室编号; ≤ 20 characters */
  readonly officeId: string
  /** 科室名称; ≤ 30 characters */
  readonly officeName: string
  /** 业务流水号; ≤ 64 characters; New for every request. */
  readonly outBizNo?: string | undefined
  /** 扩展参数; ≤ 204800 characters; JSON text in public callers. */
  readonly extData?: Extension | undefined
}

/** The answer of 刷脸核身授权 (`cn.nhsa.ec.auth`). */
export interface AuthoriseFaceAnswer extends MayBeUnread {
  /** 核身授权码; ≤ 64 characters; Seen as ano and 25 digits. */
  readonly authNo: string
  /** 业务流水号; ≤ 64 characters */
  readonly outBizNo?: string | undefined
  /** 扩展参数; ≤ 204800 characters */
  readonly extData?: Extension | undefined
}

/** The body of 核身授权结果查询 (`cn.nhsa.auth.check`). */
export interface CheckAuthorisationBody {
  /** 机构编号; ≤ 40 characters */
  readonly orgId?: string | undefined
  /** 用码业务类型; ≤ 5 characters; Table C.1, e.g. 01101. */
  readonly businessType: BusinessType
  /** 收款员编号; ≤ 20 characters; 64 characters in Jiangsu: set it in a profile. */
  readonly operatorId: string
  /** 收款员姓名; ≤ 30 characters; 64 characters in Jiangsu: set it in a profile. */
  readonly operatorName: string
  /** 医保科室编号; ≤ 20 characters */
  readonly officeId: string
  /** 科室名称; ≤ 30 characters */
  readonly officeName: string
  /** 业务流水号; ≤ 64 characters; New for every request. */
  readonly outBizNo?: string | undefined
  /** 扩展参数; ≤ 204800 characters; JSON text in public callers. */
  readonly extData?: Extension | undefined
  /** 核身授权码; ≤ 64 characters */
  readonly authNo: string
}

/** The answer of 核身授权结果查询 (`cn.nhsa.auth.check`). */
export interface CheckAuthorisationAnswer extends MayBeUnread {
  /** 证件号码; ≤ 64 characters */
  readonly idNo: string
  /** 证件类别; ≤ 64 characters */
  readonly idType: IdType
  /** 姓名; ≤ 64 characters */
  readonly userName: string
  /** 电子凭证令牌; ≤ 40 characters */
  readonly ecToken: string
  /** 参保地区编码; ≤ 6 characters */
  readonly insuOrg: string
  /** 电子凭证索引号; ≤ 32 characters; 32 upper-case hex digits in samples. */
  readonly ecIndexNo?: string | undefined
  /** 性别; ≤ 2 characters */
  readonly gender?: Gender | undefined
  /** 出生日期; ≤ 10 characters; Samples write 1998.01.01, with dots instead of the format of clause 2.2.1. */
  readonly birthday?: string | undefined
  /** 国籍; ≤ 32 characters; Often the text "null". */
  readonly nationality?: string | undefined
  /** 电子邮箱; ≤ 32 characters; Often the text "null". */
  readonly email?: string | undefined
  /** 核身授权码; ≤ 64 characters; Often the text "null". */
  readonly authNo?: string | undefined
  /** 渠道编号; ≤ 64 characters; Often the text "null". The length is ours. */
  readonly chnlId?: string | undefined
  /** 电子凭证二维码; ≤ 512 characters; Often the text "null". The length is ours. */
  readonly ecQrCode?: string | undefined
  /** 扩展参数; ≤ 204800 characters; Text or object; some callers read extra. */
  readonly extData?: Extension | undefined
  /** 授权密钥; ≤ 256 characters; The length is not public; ours is generous. */
  readonly authkey?: string | undefined
  /** 绑定授权码; ≤ 256 characters; The length is not public; ours is generous. */
  readonly bindauthcode?: string | undefined
  /** 数据编号; ≤ 64 characters; The length is not public; ours is generous. */
  readonly dbid?: string | undefined
  /** 默认支付渠道编号; ≤ 64 characters; The length is not public; ours is generous. */
  readonly defpaychnlid?: string | undefined
  /** 经纬度; ≤ 64 characters; The length is not public; ours is generous. */
  readonly latlnt?: string | undefined
  /** 展码类型; ≤ 16 characters; The length is not public; ours is generous. */
  readonly showcodetype?: string | undefined
  /** 签约合同号; ≤ 64 characters; The length is not public; ours is generous. */
  readonly signcntrno?: string | undefined
  /** 签约标志; ≤ 16 characters; The length is not public; ours is generous. */
  readonly signflag?: string | undefined
}

/** The body of 读取居民身份证 (`cn.nhsa.cert.get`). */
export interface ReadIdCardBody {
  /** 机构编号; ≤ 40 characters */
  readonly orgId?: string | undefined
  /** 用码业务类型; ≤ 5 characters; Table C.1, e.g. 01101. */
  readonly businessType: BusinessType
  /** 收款员编号; ≤ 20 characters; 64 characters in Jiangsu: set it in a profile. */
  readonly operatorId: string
  /** 收款员姓名; ≤ 30 characters; 64 characters in Jiangsu: set it in a profile. */
  readonly operatorName: string
  /** 医保科室编号; ≤ 20 characters */
  readonly officeId: string
  /** 科室名称; ≤ 30 characters */
  readonly officeName: string
}

/** The answer of 读取居民身份证 (`cn.nhsa.cert.get`). */
export interface ReadIdCardAnswer extends MayBeUnread {
  /** 证件号码; ≤ 64 characters; Length, flag and form are not public. */
  readonly idNo: string
  /** 证件类别; ≤ 64 characters; Length, flag and form are not public. */
  readonly idType?: IdType | undefined
  /** 姓名; ≤ 64 characters; Length, flag and form are not public. */
  readonly userName: string
  /** 电子凭证令牌; ≤ 40 characters; Length, flag and form are not public. */
  readonly ecToken?: string | undefined
  /** 参保地区编码; ≤ 6 characters; Length, flag and form are not public. */
  readonly insuOrg?: string | undefined
  /** 电子凭证索引号; ≤ 32 characters; 32 upper-case hex digits in samples. */
  readonly ecIndexNo?: string | undefined
  /** 性别; ≤ 2 characters; Length, flag and form are not public. */
  readonly gender?: Gender | undefined
  /** 出生日期; ≤ 10 characters; Samples write 1998.01.01, with dots instead of the format of clause 2.2.1. */
  readonly birthday?: string | undefined
  /** 国籍; ≤ 32 characters; Often the text "null". */
  readonly nationality?: string | undefined
  /** 电子邮箱; ≤ 32 characters; Often the text "null". */
  readonly email?: string | undefined
  /** 核身授权码; ≤ 64 characters; Often the text "null". */
  readonly authNo?: string | undefined
  /** 渠道编号; ≤ 64 characters; Often the text "null". The length is ours. */
  readonly chnlId?: string | undefined
  /** 电子凭证二维码; ≤ 512 characters; Often the text "null". The length is ours. */
  readonly ecQrCode?: string | undefined
  /** 扩展参数; ≤ 204800 characters; Text or object; some callers read extra. */
  readonly extData?: Extension | undefined
}

/** The body of 结算结果通知终端 (`cn.nhsa.settle.notify`). */
export interface NotifySettlementBody {
  /** 机构编号; ≤ 40 characters; Almost every body repeats it; the one source of this message does not list it. */
  readonly orgId?: string | undefined
  /** 业务流水号; ≤ 64 characters; That of the identity step, so that the terminal can match. */
  readonly outBizNo?: string | undefined
  /** 结算状态; ≤ 64 characters */
  readonly medicalSettleState: MedicalSettleState
  /** 核身授权码; ≤ 64 characters */
  readonly authNo?: string | undefined
  /** 收款员编号; ≤ 20 characters */
  readonly operatorId: string
  /** 收款员姓名; ≤ 30 characters */
  readonly operatorName: string
  /** 总费用; yuan as text with two decimals */
  readonly totalFee: string
  /** 结算场景; ≤ 30 characters */
  readonly bizType: BizType
  /** 证件号码; ≤ 64 characters */
  readonly idNo: string
  /** 姓名; ≤ 64 characters */
  readonly userName: string
  /** 结算时间; yyyyMMddHHmmss; The form is that of clause 2.2.1; the one source does not state it. */
  readonly setlTime: string
  /** 医院名称; ≤ 200 characters; The length is not public; ours is generous. */
  readonly hospitalName: string
  /** 医保科室编号; ≤ 20 characters */
  readonly officeId: string
  /** 科室名称; ≤ 30 characters */
  readonly officeName: string
  /** 医生姓名; ≤ 50 characters; The length is not public; ours is generous. */
  readonly doctorName: string
  /** 医保结算号; ≤ 64 characters */
  readonly medicalSettleNo?: string | undefined
  /** 自费金额; yuan as text with two decimals */
  readonly ownAmt?: string | undefined
  /** 医保报销金额; yuan as text with two decimals */
  readonly hifAmt?: string | undefined
  /** 个人账户支出; yuan as text with two decimals */
  readonly acctAmt?: string | undefined
  /** 统筹基金支出; yuan as text with two decimals */
  readonly hifpAmt?: string | undefined
  /** 大额医疗保险支出; yuan as text with two decimals */
  readonly hifmiAmt?: string | undefined
  /** 公务员补助; yuan as text with two decimals */
  readonly cvlservAmt?: string | undefined
  /** 医疗救助; yuan as text with two decimals */
  readonly maAmt?: string | undefined
  /** 单病种定点机构垫支; yuan as text with two decimals */
  readonly hosPreAmt?: string | undefined
  /** 药品超标扣款; yuan as text with two decimals */
  readonly medOverLmtAmt?: string | undefined
  /** 扶贫救助; yuan as text with two decimals */
  readonly mafAmt?: string | undefined
  /** 历史起付公务员返还; yuan as text with two decimals */
  readonly cvlservDedcAmt?: string | undefined
  /** 账户余额; yuan as text with two decimals */
  readonly balance?: string | undefined
  /** 药品清单; ≤ 204800 characters; JSON text: a list of drugs; one source sends a single one. drugListText writes it. */
  readonly drugList?: string | undefined
}

/** The answer of 结算结果通知终端 (`cn.nhsa.settle.notify`). */
export interface NotifySettlementAnswer extends MayBeUnread {
  /** 业务流水号; ≤ 64 characters */
  readonly outBizNo?: string | undefined
  /** 扩展参数; ≤ 204800 characters */
  readonly extData?: Extension | undefined
}

/** 费用明细. */
export interface UploadFeesFeedetail {
  /** 费用明细流水号; ≤ 30 characters; Unique within the visit. */
  readonly feedetlSn: string
  /** 就诊ID; ≤ 30 characters; Core 2204 demands it; an upload by ecToken may have none yet. */
  readonly mdtrtId?: string | undefined
  /** 人员编号; ≤ 30 characters; Length and flag as in the core interfaces 2203/2204. */
  readonly psnNo: string
  /** 收费批次号; ≤ 30 characters; One batch carries one 病种编码. */
  readonly chrgBchno: string
  /** 病种编码; ≤ 30 characters; Length as in the core interfaces 2203/2204. */
  readonly diseCodg?: string | undefined
  /** 处方号; ≤ 30 characters; Length as in the core interfaces 2203/2204. */
  readonly rxno?: string | undefined
  /** 外购处方标志; ≤ 3 characters; Length as in the core interfaces 2203/2204. */
  readonly rxCircFlag: YesNo
  /** 费用发生时间; yyyy-MM-dd HH:mm:ss; Length and flag as in the core interfaces 2203/2204. */
  readonly feeOcurTime: string
  /** 医疗目录编码; ≤ 50 characters; Length and flag as in the core interfaces 2203/2204. */
  readonly medListCodg: string
  /** 医药机构目录编码; ≤ 150 characters; Length and flag as in the core interfaces 2203/2204. */
  readonly medinsListCodg: string
  /** 明细项目费用总额; yuan as text with two decimals; Length and flag as in the core interfaces 2203/2204. */
  readonly detItemFeeSumamt: string
  /** 数量; a number as text, N16.4; Length and flag as in the core interfaces 2203/2204. */
  readonly cnt: string
  /** 单价; a number as text, N16.6; Length and flag as in the core interfaces 2203/2204. */
  readonly pric: string
  /** 单次剂量描述; ≤ 200 characters; Length as in the core interfaces 2203/2204. */
  readonly sinDosDscr?: string | undefined
  /** 使用频次描述; ≤ 200 characters; Length as in the core interfaces 2203/2204. */
  readonly usedFrquDscr?: string | undefined
  /** 用药途径描述; ≤ 200 characters; Length as in the core interfaces 2203/2204. */
  readonly medcWayDscr?: string | undefined
  /** 周期天数; a number as text, N4.2; Length as in the core interfaces 2203/2204. */
  readonly prdDays?: string | undefined
  /** 开单科室编码; ≤ 30 characters; Length and flag as in the core interfaces 2203/2204. */
  readonly bilgDeptCodg: string
  /** 开单科室名称; ≤ 100 characters; Length and flag as in the core interfaces 2203/2204. */
  readonly bilgDeptName: string
  /** 开单医生编码; ≤ 30 characters; The national code of the doctor. */
  readonly bilgDrCodg: string
  /** 开单医生姓名; ≤ 50 characters; Length and flag as in the core interfaces 2203/2204. */
  readonly bilgDrName: string
  /** 受单科室编码; ≤ 30 characters; Length as in the core interfaces 2203/2204. */
  readonly acordDeptCodg?: string | undefined
  /** 受单科室名称; ≤ 100 characters; Length as in the core interfaces 2203/2204. */
  readonly acordDeptName?: string | undefined
  /** 受单医生编码; ≤ 30 characters; Length as in the core interfaces 2203/2204. */
  readonly ordersDrCode?: string | undefined
  /** 受单医生姓名; ≤ 50 characters; Length as in the core interfaces 2203/2204. */
  readonly ordersDrName?: string | undefined
  /** 医院审批标志; ≤ 3 characters; Length as in the core interfaces 2203/2204. */
  readonly hospApprFlag: HospApprFlag
  /** 中药使用方式; ≤ 6 characters; Length as in the core interfaces 2203/2204. */
  readonly tcmdrugUsedWay?: string | undefined
  /** 外检标志; ≤ 3 characters; Length as in the core interfaces 2203/2204. */
  readonly etipFlag?: YesNo | undefined
  /** 外检医院编码; ≤ 30 characters; Length as in the core interfaces 2203/2204. */
  readonly etipHospCode?: string | undefined
  /** 出院带药标志; ≤ 3 characters; Length as in the core interfaces 2203/2204. */
  readonly dscgTkdrugFlag?: YesNo | undefined
  /** 生育费用标志; ≤ 6 characters; 6 characters in one implementation of core 2204, 3 in the other. */
  readonly matnFeeFlag?: string | undefined
  /** 原费用明细流水号; ≤ 30 characters; The length is that of feedetlSn. */
  readonly initFeedetlSn?: string | undefined
  /** 医嘱号; ≤ 64 characters; The length is not public; ours is generous. */
  readonly drordNo?: string | undefined
  /** 医疗类别; ≤ 6 characters; The length is not public; ours is generous. */
  readonly medType?: MedType | undefined
  /** 备注; ≤ 500 characters; The length is not public; ours is generous. */
  readonly memo?: string | undefined
  /** 医疗目录名称; ≤ 500 characters; The length is not public; ours is generous. */
  readonly medListName?: string | undefined
  /** 医疗目录规格; ≤ 500 characters; The length is not public; ours is generous. */
  readonly medListSpc?: string | undefined
  /** 扩展参数; ≤ 204800 characters; The length is not public; ours is generous. */
  readonly extData?: Extension | undefined
}

/** 诊断信息. */
export interface UploadFeesDiseinfo {
  /** 诊断类别; ≤ 3 characters; Length as in the core interfaces 2203/2204. */
  readonly diagType: DiagType
  /** 诊断排序号; a whole number as text, ≤ 2 digits; Length and flag as in the core interfaces 2203/2204. */
  readonly diagSrtNo: string
  /** 诊断代码; ≤ 20 characters; Length and flag as in the core interfaces 2203/2204. */
  readonly diagCode: string
  /** 诊断名称; ≤ 100 characters; Length and flag as in the core interfaces 2203/2204. */
  readonly diagName: string
  /** 诊断科室; ≤ 50 characters; Length and flag as in the core interfaces 2203/2204. */
  readonly diagDept: string
  /** 诊断医生编码; ≤ 30 characters; Length and flag as in the core interfaces 2203/2204. */
  readonly diseDorNo: string
  /** 诊断医生姓名; ≤ 50 characters; Length and flag as in the core interfaces 2203/2204. */
  readonly diseDorName: string
  /** 诊断时间; yyyy-MM-dd HH:mm:ss; Length and flag as in the core interfaces 2203/2204. */
  readonly diagTime: string
  /** 有效标志; ≤ 3 characters; Length as in the core interfaces 2203/2204. */
  readonly valiFlag: YesNo
}

/** The body of 费用明细上传 (`6201`). */
export interface UploadFeesBody {
  /** 电子凭证授权; ≤ 40 characters; The length is that at the terminal. */
  readonly ecToken?: string | undefined
  /** 支付授权码; ≤ 40 characters; AUTH, a 6-digit area, yyyyMMddHHmmss and 7 digits; lives 5 to 10 minutes, works once. */
  readonly payAuthNo?: string | undefined
  /** 机构编码; ≤ 40 characters; H or P and 11 digits; the length is that of orgId. */
  readonly orgCodg?: string | undefined
  /** 电子凭证机构号; ≤ 40 characters */
  readonly orgId?: string | undefined
  /** 人员编号; ≤ 30 characters; Length and flag as in the core interfaces 2203/2204. */
  readonly psnNo: string
  /** 险种类型; ≤ 6 characters; Length as in the core interfaces 2203/2204. */
  readonly insutype: Insutype
  /** 医药机构订单号; ≤ 64 characters; Unique per institution; the length is one caller’s bound. */
  readonly medOrgOrd?: string | undefined
  /** 要续方的原处方流水; ≤ 64 characters; The length is not public; ours is generous. */
  readonly initRxOrd?: string | undefined
  /** 电子处方流转标志; ≤ 3 characters; Length as in the core interfaces 2203/2204. */
  readonly rxCircFlag?: YesNo | undefined
  /** 证件号码; ≤ 50 characters; Length and flag as in the core interfaces 2203/2204. */
  readonly idNo: string
  /** 姓名; ≤ 50 characters; Length and flag as in the core interfaces 2203/2204. */
  readonly userName: string
  /** 证件类别; ≤ 6 characters; Length as in the core interfaces 2203/2204. */
  readonly idType: IdType
  /** 参保地; ≤ 6 characters; Length and flag as in the core interfaces 2203/2204. */
  readonly insuCode: string
  /** 参保地医保区划; ≤ 6 characters; Length as in the core interfaces 2203/2204. */
  readonly insuplcAdmdvs?: string | undefined
  /** 开始时间; yyyy-MM-dd HH:mm:ss; One caller writes this form, another yyyyMMddHHmmss: the profile decides. */
  readonly begntime: string
  /** 出院时间; yyyy-MM-dd HH:mm:ss; The form is that of begntime. */
  readonly endtime?: string | undefined
  /** 住院/门诊号; ≤ 30 characters; Length and flag as in the core interfaces 2203/2204. */
  readonly iptOtpNo: string
  /** 医师编码; ≤ 30 characters; The national code of the doctor. */
  readonly atddrNo?: string | undefined
  /** 医师姓名; ≤ 50 characters; Length as in the core interfaces 2203/2204. */
  readonly drName?: string | undefined
  /** 科室编码; ≤ 30 characters; Length and flag as in the core interfaces 2203/2204. */
  readonly deptCode: string
  /** 科室名称; ≤ 100 characters; Length and flag as in the core interfaces 2203/2204. */
  readonly deptName: string
  /** 科别; ≤ 30 characters; The length is not public; ours is generous. */
  readonly caty: string
  /** 就诊ID; ≤ 30 characters; Needed when there is no ecToken. */
  readonly mdtrtId?: string | undefined
  /** 医疗类别; ≤ 6 characters; Length as in the core interfaces 2203/2204. */
  readonly medType: MedType
  /** 费用类别; ≤ 6 characters; The length is not public; ours is generous. */
  readonly feeType: FeeType
  /** 主要病情描述; ≤ 1000 characters; Length as in the core interfaces 2203/2204. */
  readonly mainCondDscr?: string | undefined
  /** 病种编码; ≤ 30 characters; Length as in the core interfaces 2203/2204. */
  readonly diseCodg?: string | undefined
  /** 病种名称; ≤ 500 characters; Length as in the core interfaces 2203/2204. */
  readonly diseName?: string | undefined
  /** 手术操作代码; ≤ 30 characters; The length is not public; ours is generous. */
  readonly oprnOprtCode?: string | undefined
  /** 手术操作名称; ≤ 500 characters; The length is not public; ours is generous. */
  readonly oprnOprtName?: string | undefined
  /** 个人结算方式; ≤ 6 characters; Length as in the core interfaces 2203/2204. */
  readonly psnSetlway: PsnSetlway
  /** 医疗费总额; yuan as text with two decimals; The sum of the fee lines. */
  readonly medfeeSumamt: string
  /** 个人账户使用标志; ≤ 1 characters; Length as in the core interfaces 2203/2204. */
  readonly acctUsedFlag?: AcctUsedFlag | undefined
  /** 收费批次号; ≤ 30 characters; The same value in the fee lines and in 6202. */
  readonly chrgBchno: string
  /** 公立医院改革标志; ≤ 3 characters; Length as in the core interfaces 2203/2204. */
  readonly pubHospRfomFlag: YesNo
  /** 发票号; ≤ 20 characters; Length as in the core interfaces 2203/2204. */
  readonly invono?: string | undefined
  /** 全自费金额; yuan as text with two decimals; Length as in the core interfaces 2203/2204. */
  readonly fulamtOwnpayAmt?: string | undefined
  /** 先行自付金额; yuan as text with two decimals; Length as in the core interfaces 2203/2204. */
  readonly preselfpayAmt?: string | undefined
  /** 符合政策范围金额; yuan as text with two decimals; Length as in the core interfaces 2203/2204. */
  readonly inscpScpAmt?: string | undefined
  /** 超限价金额; yuan as text with two decimals; Length as in the core interfaces 2203/2204. */
  readonly overlmtSelfpay?: string | undefined
  /** 孕周数; a whole number as text, ≤ 3 digits; Length, flag and form are not public. */
  readonly gesoVal?: string | undefined
  /** 胎次; a whole number as text, ≤ 3 digits; Length, flag and form are not public. */
  readonly fetts?: string | undefined
  /** 胎儿数; a whole number as text, ≤ 3 digits; Length, flag and form are not public. */
  readonly fetusCnt?: string | undefined
  /** 生育类别; ≤ 6 characters; Length as in the core interfaces 2203/2204. */
  readonly matnType?: MatnType | undefined
  /** 计划生育服务证号; ≤ 50 characters; The length is not public; ours is generous. */
  readonly fpscNo?: string | undefined
  /** 晚育标志; ≤ 3 characters; The length is not public; ours is generous. */
  readonly latechbFlag?: YesNo | undefined
  /** 早产标志; ≤ 3 characters; The length is not public; ours is generous. */
  readonly pretFlag?: YesNo | undefined
  /** 计划生育手术类别; ≤ 6 characters; Length as in the core interfaces 2203/2204. */
  readonly birctrlType?: BirctrlType | undefined
  /** 计划生育手术或生育日期; yyyy-MM-dd; Length, flag and form are not public. */
  readonly birctrlMatnDate?: string | undefined
  /** 并发症标志; ≤ 3 characters; The length is not public; ours is generous. */
  readonly copFlag?: YesNo | undefined
  /** 出院科室编码; ≤ 30 characters; The length is not public; ours is generous. */
  readonly dscgDeptCodg?: string | undefined
  /** 出院科室名称; ≤ 100 characters; The length is not public; ours is generous. */
  readonly dscgDeptName?: string | undefined
  /** 出院床位; ≤ 30 characters; Spelled so; the length is ours. */
  readonly dscgDed?: string | undefined
  /** 离院方式; ≤ 6 characters; The length is not public; ours is generous. */
  readonly dscgWay?: string | undefined
  /** 死亡日期; yyyy-MM-dd; Length, flag and form are not public. */
  readonly dieDate?: string | undefined
  /** 中途结算标志; ≤ 3 characters; The length is not public; ours is generous. */
  readonly midSetlFlag?: YesNo | undefined
  /** 入院诊断描述; ≤ 1000 characters; The length is not public; ours is generous. */
  readonly admDiagDscr?: string | undefined
  /** 入院科室编码; ≤ 30 characters; The length is not public; ours is generous. */
  readonly admDeptCodg?: string | undefined
  /** 入院科室名称; ≤ 100 characters; The length is not public; ours is generous. */
  readonly admDeptName?: string | undefined
  /** 入院床位; ≤ 30 characters; The length is not public; ours is generous. */
  readonly admBed?: string | undefined
  /** 就诊凭证类型; ≤ 3 characters; Length as in the core interfaces 2203/2204. */
  readonly mdtrtCertType?: MdtrtCertType | undefined
  /** 经纬度; ≤ 64 characters; lng,lat; "0,0" is seen as filler. */
  readonly uldLatlnt?: string | undefined
  /** 扩展参数; ≤ 204800 characters; An object or its JSON text. */
  readonly extData?: Extension | undefined
  /** 费用明细; at least one; One channel sends the list as JSON text. */
  readonly feedetailList: readonly UploadFeesFeedetail[]
  /** 诊断信息; One channel sends the list as JSON text. */
  readonly diseinfoList?: readonly UploadFeesDiseinfo[] | undefined
  /** 返回地址; ≤ 2048 characters; The length is not public; ours is generous. */
  readonly backUrl?: string | undefined
  /** 医保卡标识; ≤ 64 characters; The length is not public; ours is generous. */
  readonly medicalCardId?: string | undefined
  /** 医保卡发卡机构标识; ≤ 64 characters; The length is not public; ours is generous. */
  readonly medicalCardInstId?: string | undefined
  /** 渠道用户标识; ≤ 64 characters; The length is not public; ours is generous. */
  readonly obid?: string | undefined
  /** 终端 IP; ≤ 64 characters; The length is not public; ours is generous. */
  readonly spbillCreateIp?: string | undefined
}

/** The answer of 费用明细上传 (`6201`). */
export interface UploadFeesAnswer extends MayBeUnread {
  /** 支付订单号; ≤ 64 characters; Seen as ORD (or ord), a 6-digit area, yyyyMMddHHmmss and 7 digits. */
  readonly payOrdId: string
  /** 支付令牌; ≤ 256 characters; A credential: never log it. The length is ours. */
  readonly payToken: string
  /** 就诊ID; ≤ 30 characters; Here or inside extData. */
  readonly mdtrtId?: string | undefined
  /** 扩展参数; ≤ 204800 characters; Sometimes with a cashier URL. */
  readonly extData?: Extension | undefined
}

/** The body of 医保订单结算结果查询 (`6301`). */
export interface QuerySettlementBody {
  /** 支付订单号; ≤ 64 characters; Seen as ORD (or ord), a 6-digit area, yyyyMMddHHmmss and 7 digits. */
  readonly payOrdId?: string | undefined
  /** 医药机构订单号; ≤ 64 characters; Ours, instead of payOrdId when the answer to an upload is lost; no public text allows or forbids it. */
  readonly medOrgOrd?: string | undefined
  /** 机构编码; ≤ 40 characters; H or P and 11 digits; the length is that of orgId. */
  readonly orgCodg?: string | undefined
  /** 支付令牌; ≤ 256 characters; Required with payOrdId. A credential: never log it. */
  readonly payToken?: string | undefined
  /** 证件号码; ≤ 50 characters; Length as in the core interfaces 2203/2204. */
  readonly idNo?: string | undefined
  /** 姓名; ≤ 50 characters; Length as in the core interfaces 2203/2204. */
  readonly userName?: string | undefined
  /** 证件类别; ≤ 6 characters; Length as in the core interfaces 2203/2204. */
  readonly idType?: IdType | undefined
  /** 扩展参数; ≤ 204800 characters */
  readonly extData?: Extension | undefined
}

/** The answer of 医保订单结算结果查询 (`6301`). */
export interface QuerySettlementAnswer extends MayBeUnread {
  /** 支付订单号; ≤ 64 characters */
  readonly payOrdId: string
  /** 医药机构订单号; ≤ 64 characters */
  readonly medOrgOrd?: string | undefined
  /** 订单状态; ≤ 6 characters */
  readonly ordStas: OrdStas
  /** 费用总额; yuan as text with two decimals */
  readonly feeSumamt?: string | undefined
  /** 现金支付; yuan as text with two decimals */
  readonly ownPayAmt?: string | undefined
  /** 个人账户支出; yuan as text with two decimals */
  readonly psnAcctPay?: string | undefined
  /** 医保基金支付; yuan as text with two decimals */
  readonly fundPay?: string | undefined
  /** 住院押金; yuan as text with two decimals; Not above the cash due. */
  readonly deposit?: string | undefined
  /** 其他费用金额; yuan as text with two decimals; Since V2.2.5 of the centre; counts towards the total. */
  readonly othFeeAmt?: string | undefined
  /** 医院负担金额; yuan as text with two decimals; Since V2.2.5 of the centre. */
  readonly hospPartAmt?: string | undefined
  /** 个人账户共济支付; yuan as text with two decimals; Since V2.2.5 of the centre. */
  readonly acctMulaidPay?: string | undefined
  /** 本人个人账户支付; yuan as text with two decimals; Since V2.2.5 of the centre. */
  readonly selfAcctPay?: string | undefined
  /** 配送费; yuan as text with two decimals; Since V2.2.5 of the centre. */
  readonly delvFee?: string | undefined
  /** 结算类型; ≤ 8 characters; The length is not public; ours is generous. */
  readonly setlType?: SetlType | undefined
  /** 回调类型; ≤ 8 characters */
  readonly callType?: CallType | undefined
  /** 订单跟踪时间; ≤ 40 characters; The form is not public; the Chinese name is ours. */
  readonly traceTime?: string | undefined
  /** 授权冲正令牌; ≤ 64 characters; Reverses the payment when the in-hospital settlement fails. */
  readonly revsToken?: string | undefined
  /** 医保结算时间; ≤ 40 characters; Length, flag and form are not public. */
  readonly hiChrgTime?: string | undefined
  /** 医保单据号; ≤ 64 characters; The length is not public; ours is generous. */
  readonly hiDocSn?: string | undefined
  /** 医保挂号流水; ≤ 64 characters; The length is not public; ours is generous. */
  readonly hiRgstSn?: string | undefined
  /** 机构名称; ≤ 200 characters; The length is not public; ours is generous. */
  readonly orgName?: string | undefined
  /** 机构编码; ≤ 40 characters; The length is that of orgId. */
  readonly orgCode?: string | undefined
  /** 电子凭证码; ≤ 512 characters; The length is not public; ours is generous. */
  readonly ecCode?: string | undefined
  /** 扩展参数; ≤ 204800 characters */
  readonly extData?: Extension | undefined
}

/** The body of 支付下单 (`6202`). */
export interface PlaceOrderBody {
  /** 支付授权码; ≤ 40 characters; AUTH, a 6-digit area, yyyyMMddHHmmss and 7 digits; lives 5 to 10 minutes, works once. */
  readonly payAuthNo: string
  /** 支付订单号; ≤ 64 characters; Seen as ORD (or ord), a 6-digit area, yyyyMMddHHmmss and 7 digits. */
  readonly payOrdId: string
  /** 支付令牌; ≤ 256 characters; A credential: never log it. The length is ours. */
  readonly payToken?: string | undefined
  /** 机构编码; ≤ 40 characters; H or P and 11 digits; the length is that of orgId. */
  readonly orgCodg?: string | undefined
  /** 机构业务流水; ≤ 64 characters; Unique per institution. */
  readonly orgBizSer?: string | undefined
  /** 收费批次号; ≤ 30 characters; That of the upload. */
  readonly chrgBchno: string
  /** 费用类别; ≤ 6 characters; The length is not public; ours is generous. */
  readonly feeType: FeeType
  /** 就诊ID; ≤ 30 characters; Length as in the core interfaces 2203/2204. */
  readonly mdtrtId: string
  /** 个人账户使用标志; ≤ 1 characters */
  readonly acctUsedFlag?: AcctUsedFlag | undefined
  /** 押金; yuan as text with two decimals; Not above the cash due. */
  readonly deposit?: string | undefined
}

/** 基金支付明细. */
export interface PlaceOrderExtDataPreSetlSetldetailAnswer {
  /** 基金支付类型; ≤ 6 characters */
  readonly fund_pay_type?: FundPayType | undefined
  /** 符合政策范围金额; yuan as text with two decimals */
  readonly inscp_scp_amt?: string | undefined
  /** 本次可支付限额金额; yuan as text with two decimals */
  readonly crt_payb_lmt_amt?: string | undefined
  /** 基金支付金额; yuan as text with two decimals */
  readonly fund_payamt?: string | undefined
  /** 基金支付类型名称; ≤ 200 characters */
  readonly fund_pay_type_name?: string | undefined
  /** 结算过程信息; ≤ 4000 characters */
  readonly setl_proc_info?: string | undefined
}

/** 预结算结果. */
export interface PlaceOrderExtDataPreSetlAnswer {
  /** 就诊ID; ≤ 30 characters */
  readonly mdtrt_id?: string | undefined
  /** 人员编号; ≤ 30 characters */
  readonly psn_no?: string | undefined
  /** 人员姓名; ≤ 50 characters */
  readonly psn_name?: string | undefined
  /** 人员证件类型; ≤ 6 characters */
  readonly psn_cert_type?: IdType | undefined
  /** 证件号码; ≤ 50 characters */
  readonly certno?: string | undefined
  /** 性别; ≤ 6 characters; The length is not public; ours is generous. */
  readonly gend?: string | undefined
  /** 民族; ≤ 3 characters; The length is not public; ours is generous. */
  readonly naty?: string | undefined
  /** 出生日期; ≤ 10 characters; The length is not public; ours is generous. */
  readonly brdy?: string | undefined
  /** 年龄; a number as text, N5.1; The length is not public; ours is generous. */
  readonly age?: string | undefined
  /** 险种类型; ≤ 6 characters */
  readonly insutype?: Insutype | undefined
  /** 人员类别; ≤ 6 characters; The length is not public; ours is generous. */
  readonly psn_type?: string | undefined
  /** 公务员标志; ≤ 3 characters; The length is not public; ours is generous. */
  readonly cvlserv_flag?: string | undefined
  /** 结算时间; ≤ 20 characters; The length is not public; ours is generous. */
  readonly setl_time?: string | undefined
  /** 就诊凭证类型; ≤ 3 characters */
  readonly mdtrt_cert_type?: MdtrtCertType | undefined
  /** 医疗类别; ≤ 6 characters */
  readonly med_type?: MedType | undefined
  /** 医疗费总额; yuan as text with two decimals */
  readonly medfee_sumamt?: string | undefined
  /** 全自费金额; yuan as text with two decimals */
  readonly fulamt_ownpay_amt?: string | undefined
  /** 超限价自费费用; yuan as text with two decimals */
  readonly overlmt_selfpay?: string | undefined
  /** 先行自付金额; yuan as text with two decimals */
  readonly preselfpay_amt?: string | undefined
  /** 符合政策范围金额; yuan as text with two decimals */
  readonly inscp_scp_amt?: string | undefined
  /** 实际支付起付线; yuan as text with two decimals */
  readonly act_pay_dedc?: string | undefined
  /** 基本医疗保险统筹基金支出; yuan as text with two decimals */
  readonly hifp_pay?: string | undefined
  /** 基本医疗保险统筹基金支付比例; a number as text, N5.4 */
  readonly pool_prop_selfpay?: string | undefined
  /** 公务员医疗补助资金支出; yuan as text with two decimals */
  readonly cvlserv_pay?: string | undefined
  /** 企业补充医疗保险基金支出; yuan as text with two decimals */
  readonly hifes_pay?: string | undefined
  /** 居民大病保险资金支出; yuan as text with two decimals */
  readonly hifmi_pay?: string | undefined
  /** 职工大额医疗费用补助基金支出; yuan as text with two decimals */
  readonly hifob_pay?: string | undefined
  /** 医疗救助基金支出; yuan as text with two decimals */
  readonly maf_pay?: string | undefined
  /** 其他支出; yuan as text with two decimals */
  readonly oth_pay?: string | undefined
  /** 基金支付总额; yuan as text with two decimals */
  readonly fund_pay_sumamt?: string | undefined
  /** 个人负担总金额; yuan as text with two decimals */
  readonly psn_part_amt?: string | undefined
  /** 个人账户支出; yuan as text with two decimals */
  readonly acct_pay?: string | undefined
  /** 个人现金支出; yuan as text with two decimals */
  readonly psn_cash_pay?: string | undefined
  /** 医院负担金额; yuan as text with two decimals */
  readonly hosp_part_amt?: string | undefined
  /** 余额; yuan as text with two decimals */
  readonly balc?: string | undefined
  /** 个人账户共济支付金额; yuan as text with two decimals */
  readonly acct_mulaid_pay?: string | undefined
  /** 医药机构结算ID; ≤ 30 characters */
  readonly medins_setl_id?: string | undefined
  /** 清算经办机构; ≤ 6 characters; The length is not public; ours is generous. */
  readonly clr_optins?: string | undefined
  /** 清算方式; ≤ 30 characters; The length is not public; ours is generous. */
  readonly clr_way?: string | undefined
  /** 清算类别; ≤ 30 characters; The length is not public; ours is generous. */
  readonly clr_type?: string | undefined
  /** 基金支付明细 */
  readonly setldetail?: readonly PlaceOrderExtDataPreSetlSetldetailAnswer[] | undefined
}

/** 扩展参数. */
export interface PlaceOrderExtDataAnswer {
  /** 预结算结果 */
  readonly preSetl?: PlaceOrderExtDataPreSetlAnswer | undefined
}

/** The answer of 支付下单 (`6202`). */
export interface PlaceOrderAnswer extends MayBeUnread {
  /** 支付订单号; ≤ 64 characters; Seen as ORD (or ord), a 6-digit area, yyyyMMddHHmmss and 7 digits. */
  readonly payOrdId: string
  /** 订单状态; ≤ 6 characters */
  readonly ordStas: OrdStas
  /** 费用总额; yuan as text with two decimals */
  readonly feeSumamt?: string | undefined
  /** 现金支付; yuan as text with two decimals */
  readonly ownPayAmt?: string | undefined
  /** 个人账户支出; yuan as text with two decimals */
  readonly psnAcctPay?: string | undefined
  /** 医保基金支付; yuan as text with two decimals */
  readonly fundPay?: string | undefined
  /** 住院押金; yuan as text with two decimals; Not above the cash due. */
  readonly deposit?: string | undefined
  /** 其他费用金额; yuan as text with two decimals; Since V2.2.5 of the centre; counts towards the total. */
  readonly othFeeAmt?: string | undefined
  /** 医院负担金额; yuan as text with two decimals; Since V2.2.5 of the centre. */
  readonly hospPartAmt?: string | undefined
  /** 个人账户共济支付; yuan as text with two decimals; Since V2.2.5 of the centre. */
  readonly acctMulaidPay?: string | undefined
  /** 本人个人账户支付; yuan as text with two decimals; Since V2.2.5 of the centre. */
  readonly selfAcctPay?: string | undefined
  /** 配送费; yuan as text with two decimals; Since V2.2.5 of the centre. */
  readonly delvFee?: string | undefined
  /** 扩展参数 */
  readonly extData?: PlaceOrderExtDataAnswer | undefined
}

/** The body of 费用明细上传撤销 (`6401`). */
export interface RevokeFeesBody {
  /** 支付订单号; ≤ 64 characters; Seen as ORD (or ord), a 6-digit area, yyyyMMddHHmmss and 7 digits. */
  readonly payOrdId: string
  /** 机构编码; ≤ 40 characters; H or P and 11 digits; the length is that of orgId. */
  readonly orgCodg?: string | undefined
  /** 支付令牌; ≤ 256 characters; A credential: never log it. The length is ours. */
  readonly payToken?: string | undefined
  /** 证件号码; ≤ 50 characters; Length and flag as in the core interfaces 2203/2204. */
  readonly idNo: string
  /** 姓名; ≤ 50 characters; Length and flag as in the core interfaces 2203/2204. */
  readonly userName: string
  /** 证件类别; ≤ 6 characters; Length as in the core interfaces 2203/2204. */
  readonly idType: IdType
  /** 扩展参数; ≤ 204800 characters */
  readonly extData?: Extension | undefined
}

/** The answer of 费用明细上传撤销 (`6401`). */
export interface RevokeFeesAnswer extends MayBeUnread {
  /** 是否成功; ≤ 5 characters; A truth value in JSON; read as text. */
  readonly success?: string | undefined
  /** 返回信息; ≤ 200 characters; Length, flag and form are not public. */
  readonly message?: string | undefined
}

/** The body of 医保退费 (`6203`). */
export interface RefundBody {
  /** 支付订单号; ≤ 64 characters; Seen as ORD (or ord), a 6-digit area, yyyyMMddHHmmss and 7 digits. */
  readonly payOrdId: string
  /** 应用退款流水号; ≤ 64 characters; Unique per institution. */
  readonly appRefdSn?: string | undefined
  /** 应用退款时间; yyyyMMddHHmmss */
  readonly appRefdTime?: string | undefined
  /** 总退费金额; yuan as text with two decimals */
  readonly totlRefdAmt: string
  /** 个人账户退费金额; yuan as text with two decimals */
  readonly psnAcctRefdAmt?: string | undefined
  /** 基金退费金额; yuan as text with two decimals */
  readonly fundRefdAmt?: string | undefined
  /** 现金退费金额; yuan as text with two decimals */
  readonly cashRefdAmt?: string | undefined
  /** 退款类型; ≤ 8 characters */
  readonly refdType: RefdType
  /** 电子凭证授权; ≤ 40 characters; The length is that at the terminal. */
  readonly ecToken?: string | undefined
  /** 支付授权码; ≤ 40 characters; AUTH, a 6-digit area, yyyyMMddHHmmss and 7 digits; lives 5 to 10 minutes, works once. */
  readonly payAuthNo?: string | undefined
  /** 扩展参数; ≤ 204800 characters */
  readonly expContent?: Extension | undefined
}

/** The answer of 医保退费 (`6203`). */
export interface RefundAnswer extends MayBeUnread {
  /** 结算中心退款流水号; ≤ 64 characters; The length is not public; ours is generous. */
  readonly refdSn?: string | undefined
  /** 医保退费流水号; ≤ 64 characters; Spelled with F; absent for pure cash refunds. The length is ours. */
  readonly hiFefdSn?: string | undefined
  /** 医保交易日期; ≤ 20 characters; Length, flag and form are not public. */
  readonly hiTrnsDate?: string | undefined
  /** 医保交易时间; ≤ 20 characters; Length, flag and form are not public. */
  readonly hiTrnsTime?: string | undefined
  /** 退款状态; ≤ 8 characters */
  readonly refStatus: RefStatus
  /** 扩展参数; ≤ 204800 characters */
  readonly extData?: Extension | undefined
}

/** 收费明细. */
export interface HosUploadFeesExtDataList {
  /** 处方明细号; ≤ 30 characters; The length is not public; ours is generous. */
  readonly rxDetlNo?: string | undefined
  /** 收费项目种类; ≤ 6 characters; The length is not public; ours is generous. */
  readonly chrgitmType?: ChrgitmType | undefined
  /** 收费类别; ≤ 6 characters; The length is not public; ours is generous. */
  readonly chrgType?: ChrgType | undefined
  /** 收费项目中心编码; ≤ 50 characters; The length is not public; ours is generous. */
  readonly chigitmCentCodg?: string | undefined
  /** 用法; ≤ 200 characters; The length is not public; ours is generous. */
  readonly used?: string | undefined
  /** 最小单位; ≤ 30 characters; The length is not public; ours is generous. */
  readonly minunt?: string | undefined
  /** 全额自费标志; ≤ 3 characters; The length is not public; ours is generous. */
  readonly fulamtOwnpayFlag?: YesNo | undefined
}

/** 扩展参数. */
export interface HosUploadFeesExtData {
  /** 经办人; ≤ 50 characters; The length is not public; ours is generous. */
  readonly opter?: string | undefined
  /** 个人编号; ≤ 64 characters; The length is not public; ours is generous. */
  readonly psnNum?: string | undefined
  /** 单据号; ≤ 64 characters; The length is not public; ours is generous. */
  readonly docno?: string | undefined
  /** 系统编号; ≤ 64 characters; The length is not public; ours is generous. */
  readonly systemNo?: string | undefined
  /** 本次收费次数; a whole number as text, ≤ 6 digits; Length, flag and form are not public. */
  readonly crtChrgCnt?: string | undefined
  /** 本次挂号次数; a whole number as text, ≤ 6 digits; Length, flag and form are not public. */
  readonly crtRgstCnt?: string | undefined
  /** 收费明细 */
  readonly list?: readonly HosUploadFeesExtDataList[] | undefined
}

/** 诊断信息. */
export interface HosUploadFeesDise {
  /** 诊断类别; ≤ 3 characters; The length is not public; ours is generous. */
  readonly diseDetlType?: DiagType | undefined
  /** 诊断排序号; a whole number as text, ≤ 2 digits; The length is not public; ours is generous. */
  readonly diseDetlSrtNo?: string | undefined
  /** 诊断代码; ≤ 30 characters; The length is not public; ours is generous. */
  readonly diseDetlCodg?: string | undefined
  /** 诊断名称; ≤ 500 characters; The length is not public; ours is generous. */
  readonly diseDetlName?: string | undefined
  /** 主诊断标志; ≤ 3 characters; The length is not public; ours is generous. */
  readonly maindiagFlag?: YesNo | undefined
}

/** 处方明细. */
export interface HosUploadFeesRx {
  /** 处方号; ≤ 30 characters; The length is not public; ours is generous. */
  readonly rxno?: string | undefined
  /** 处方明细号; ≤ 30 characters; The length is not public; ours is generous. */
  readonly rxDetlNo: string
  /** 项目编码; ≤ 50 characters; The length is not public; ours is generous. */
  readonly itemNo?: string | undefined
  /** 医药机构目录编码; ≤ 150 characters; The length is not public; ours is generous. */
  readonly medinsListCodg?: string | undefined
  /** 项目名称; ≤ 500 characters; The length is not public; ours is generous. */
  readonly itemName?: string | undefined
  /** 单价; a number as text, N16.6; Length, flag and form are not public. */
  readonly itemPric?: string | undefined
  /** 计价单位; ≤ 30 characters; The length is not public; ours is generous. */
  readonly itemEmp?: string | undefined
  /** 规格; ≤ 500 characters; The length is not public; ours is generous. */
  readonly itemSpec?: string | undefined
  /** 数量; a number as text, N16.4; Length, flag and form are not public. */
  readonly itemCnt?: string | undefined
  /** 金额; yuan as text with two decimals; Length, flag and form are not public. */
  readonly itemAmt: string
  /** 商品条码; ≤ 64 characters; The length is not public; ours is generous. */
  readonly prodBarc?: string | undefined
  /** 用药频次; ≤ 200 characters; The length is not public; ours is generous. */
  readonly drugFrqu?: string | undefined
  /** 用药剂量; ≤ 200 characters; The length is not public; ours is generous. */
  readonly drugDos?: string | undefined
  /** 用药天数; a number as text, N6.2; Length, flag and form are not public. */
  readonly drutDays?: string | undefined
  /** 剂型; ≤ 100 characters; The length is not public; ours is generous. */
  readonly dosform?: string | undefined
  /** 用药单位; ≤ 30 characters; The length is not public; ours is generous. */
  readonly empMedcEmp?: string | undefined
  /** 药品总量; a number as text, N16.4; Length, flag and form are not public. */
  readonly drugTotlnt?: string | undefined
  /** 药品总量单位; ≤ 30 characters; The length is not public; ours is generous. */
  readonly drugTotlntEmp?: string | undefined
  /** 给药途径; ≤ 200 characters; The length is not public; ours is generous. */
  readonly drugDelvWay?: string | undefined
  /** 药量天数; a number as text, N6.2; Length, flag and form are not public. */
  readonly drugCntDays?: string | undefined
  /** 医生姓名; ≤ 50 characters; The length is not public; ours is generous. */
  readonly drName?: string | undefined
  /** 医生证件号; ≤ 50 characters; The length is not public; ours is generous. */
  readonly drCertNo?: string | undefined
  /** 处方日期; yyyy-MM-dd */
  readonly rxDate?: string | undefined
  /** 处方时间; HHmmss */
  readonly rxTime?: string | undefined
  /** 处方科室编码; ≤ 30 characters; The length is not public; ours is generous. */
  readonly rxDeptCodg?: string | undefined
  /** 处方科室名称; ≤ 100 characters; The length is not public; ours is generous. */
  readonly rxDept?: string | undefined
  /** 外购处方标志; ≤ 3 characters; The length is not public; ours is generous. */
  readonly rxCircFlag?: YesNo | undefined
  /** 受单科室编码; ≤ 30 characters; The length is not public; ours is generous. */
  readonly acordDeptCodg?: string | undefined
  /** 受单科室名称; ≤ 100 characters; The length is not public; ours is generous. */
  readonly acordDeptName?: string | undefined
  /** 受单医生编码; ≤ 30 characters; The length is not public; ours is generous. */
  readonly ordersDrCode?: string | undefined
  /** 受单医生姓名; ≤ 50 characters; The length is not public; ours is generous. */
  readonly ordersDrName?: string | undefined
  /** 医院审批标志; ≤ 3 characters; The length is not public; ours is generous. */
  readonly hospApprFlag?: HospApprFlag | undefined
  /** 中药使用方式; ≤ 6 characters; The length is not public; ours is generous. */
  readonly tcmdrugUsedWay?: string | undefined
  /** 外检标志; ≤ 3 characters; The length is not public; ours is generous. */
  readonly etipFlag?: YesNo | undefined
  /** 外检医院编码; ≤ 30 characters; The length is not public; ours is generous. */
  readonly etipHospCode?: string | undefined
  /** 出院带药标志; ≤ 3 characters; The length is not public; ours is generous. */
  readonly dscgTkdrugFlag?: YesNo | undefined
  /** 生育费用标志; ≤ 6 characters; The length is not public; ours is generous. */
  readonly matnFeeFlag?: string | undefined
}

/** 病情信息. */
export interface HosUploadFeesCond {
  /** 病情编码; ≤ 30 characters; The length is not public; ours is generous. */
  readonly condCodg?: string | undefined
  /** 病情名称; ≤ 500 characters; The length is not public; ours is generous. */
  readonly condName?: string | undefined
  /** 主要病情描述; ≤ 1000 characters; The length is not public; ours is generous. */
  readonly mainCondDscr?: string | undefined
}

/** The body of 费用上传 (`hos.upload.fee`). */
export interface HosUploadFeesBody {
  /** 应用渠道编号; ≤ 64 characters; The length is not public; ours is generous. */
  readonly appId?: string | undefined
  /** 机构编码; ≤ 40 characters; H or P and 11 digits; the length is that of orgId. */
  readonly orgCodg?: string | undefined
  /** 医疗目录编码; ≤ 50 characters; The length is not public; ours is generous. */
  readonly medListCodg?: string | undefined
  /** 电子凭证机构号; ≤ 40 characters */
  readonly orgId?: string | undefined
  /** 电子凭证授权; ≤ 40 characters; The length is that at the terminal. */
  readonly ecToken?: string | undefined
  /** 参保地; ≤ 6 characters */
  readonly insuCode?: string | undefined
  /** 证件号码; ≤ 64 characters; The length is not public; ours is generous. */
  readonly idNo?: string | undefined
  /** 姓名; ≤ 64 characters; The length is not public; ours is generous. */
  readonly userName?: string | undefined
  /** 证件类别; ≤ 64 characters; The length is not public; ours is generous. */
  readonly idType?: IdType | undefined
  /** 医药机构订单号; ≤ 64 characters; Unique per institution; the length is one caller’s bound. */
  readonly medOrgOrd?: string | undefined
  /** 要续方的原处方流水; ≤ 64 characters; The length is not public; ours is generous. */
  readonly initRxOrd?: string | undefined
  /** 急诊标志; ≤ 3 characters; The length is not public; ours is generous. */
  readonly erFlag?: string | undefined
  /** 外伤标志; ≤ 3 characters; The length is not public; ours is generous. */
  readonly trumFlag?: YesNo | undefined
  /** 费用类别; ≤ 6 characters; The length is not public; ours is generous. */
  readonly feeType: FeeType
  /** 门诊类别; ≤ 6 characters; The length is not public; ours is generous. */
  readonly otpType: string
  /** 诊疗类别; ≤ 6 characters; The length is not public; ours is generous. */
  readonly medType: MedType
  /** 费用总额; yuan as text with two decimals */
  readonly feeSumamt: string
  /** 收费日期; yyyyMMdd */
  readonly chrgDate: string
  /** 收费时间; HHmmss */
  readonly chrgTime: string
  /** 挂号流水号; ≤ 64 characters; The length is not public; ours is generous. */
  readonly rgstSn?: string | undefined
  /** 挂号费; yuan as text with two decimals */
  readonly rgstFee: string
  /** 挂号科室名称; ≤ 100 characters; The length is not public; ours is generous. */
  readonly rgstDeptName?: string | undefined
  /** 医生姓名; ≤ 50 characters; The length is not public; ours is generous. */
  readonly drName: string
  /** 医改试点标志; ≤ 3 characters; The length is not public; ours is generous. */
  readonly medreformDot: LetterFlag
  /** 医生科室编码; ≤ 30 characters; The length is not public; ours is generous. */
  readonly drDeptCodg: string
  /** 科别; ≤ 30 characters; The length is not public; ours is generous. */
  readonly caty?: string | undefined
  /** 医生证件号; ≤ 50 characters; The length is not public; ours is generous. */
  readonly drCertNo: string
  /** 明细数量; a whole number as text, ≤ 6 digits; Length, flag and form are not public. */
  readonly rxItemVal: string
  /** 住院类别; ≤ 6 characters; The length is not public; ours is generous. */
  readonly iptType?: string | undefined
  /** 住院/门诊号; ≤ 30 characters; The length is not public; ours is generous. */
  readonly iptOpNo: string
  /** 住院科室编码; ≤ 30 characters; The length is not public; ours is generous. */
  readonly iptDeptCodg?: string | undefined
  /** 住院科室名称; ≤ 100 characters; The length is not public; ours is generous. */
  readonly iptDeptName?: string | undefined
  /** 住院开始日期; yyyyMMdd; Length, flag and form are not public. */
  readonly iptBegnDate?: string | undefined
  /** 住院结束日期; yyyyMMdd; Length, flag and form are not public. */
  readonly iptEndDate?: string | undefined
  /** 离院方式; ≤ 6 characters; The length is not public; ours is generous. */
  readonly dscgWay?: string | undefined
  /** 住院天数; a whole number as text, ≤ 6 digits; Length, flag and form are not public. */
  readonly iptDays?: string | undefined
  /** 计划生育手术类别; ≤ 6 characters; The length is not public; ours is generous. */
  readonly birctrlType?: BirctrlType | undefined
  /** 生育方式; ≤ 6 characters; The length is not public; ours is generous. */
  readonly birmtd?: string | undefined
  /** 婴儿数; a whole number as text, ≤ 3 digits; Length, flag and form are not public. */
  readonly babyNum?: string | undefined
  /** 计划生育手术日期; yyyyMMdd; Length, flag and form are not public. */
  readonly birctrlDate?: string | undefined
  /** 怀孕天数; a whole number as text, ≤ 6 digits; Length, flag and form are not public. */
  readonly prgDays?: string | undefined
  /** 险种类型; ≤ 6 characters; The length is not public; ours is generous. */
  readonly insuType: Insutype
  /** 人员编号; ≤ 30 characters; The length is not public; ours is generous. */
  readonly psnNo: string
  /** 入院诊断描述; ≤ 1000 characters; Length, flag and form are not public. */
  readonly admDiagDscr?: string | undefined
  /** 入院科室编码; ≤ 30 characters; Length, flag and form are not public. */
  readonly admDeptCodg?: string | undefined
  /** 入院科室名称; ≤ 100 characters; Length, flag and form are not public. */
  readonly admDeptName?: string | undefined
  /** 入院床位; ≤ 30 characters; Length, flag and form are not public. */
  readonly admBed?: string | undefined
  /** 中途结算标志; ≤ 3 characters; The length is not public; ours is generous. */
  readonly midSetlFlag?: YesNo | undefined
  /** 收费批次号; ≤ 30 characters; The length is not public; ours is generous. */
  readonly chrgBchno: string
  /** 个人结算方式; ≤ 6 characters; The length is not public; ours is generous. */
  readonly psnSetlway: PsnSetlway
  /** 电子处方流转标志; ≤ 3 characters; Default 0. */
  readonly rxCircFlag?: YesNo | undefined
  /** 扩展参数 */
  readonly extData?: HosUploadFeesExtData | undefined
  /** 诊断信息 */
  readonly diseList?: readonly HosUploadFeesDise[] | undefined
  /** 处方明细 */
  readonly rxList?: readonly HosUploadFeesRx[] | undefined
  /** 病情信息 */
  readonly condList?: readonly HosUploadFeesCond[] | undefined
}

/** 明细审核结果. */
export interface HosUploadFeesExtDataResultAnswer {
  /** 处方流水号; ≤ 64 characters; The length is not public; ours is generous. */
  readonly rxSn?: string | undefined
  /** 医院处方明细号; ≤ 64 characters; The length is not public; ours is generous. */
  readonly hosRxDetlNo?: string | undefined
  /** 金额; yuan as text with two decimals */
  readonly amt?: string | undefined
  /** 自理金额; yuan as text with two decimals */
  readonly pfoAmt?: string | undefined
  /** 自费金额; yuan as text with two decimals */
  readonly ownpayAmt?: string | undefined
  /** 超限价自付金额; yuan as text with two decimals */
  readonly overlmtSelfpayAmt?: string | undefined
  /** 收费项目等级; ≤ 6 characters; The length is not public; ours is generous. */
  readonly chrgItemLv?: string | undefined
  /** 全额自费标志; ≤ 3 characters; The length is not public; ours is generous. */
  readonly fulamtOwnpayFlag?: YesNo | undefined
  /** 自费原因; ≤ 500 characters; The length is not public; ours is generous. */
  readonly ownpayRea?: string | undefined
  /** 医保限价; ≤ 32 characters; Length, flag and form are not public. */
  readonly hiLmtpric?: string | undefined
  /** 自付比例; ≤ 32 characters; Length, flag and form are not public. */
  readonly selfpayProp?: string | undefined
}

/** 扩展参数. */
export interface HosUploadFeesExtDataAnswer {
  /** 明细审核结果 */
  readonly result?: readonly HosUploadFeesExtDataResultAnswer[] | undefined
}

/** The answer of 费用上传 (`hos.upload.fee`). */
export interface HosUploadFeesAnswer extends MayBeUnread {
  /** 支付订单号; ≤ 64 characters; Seen as ORD (or ord), a 6-digit area, yyyyMMddHHmmss and 7 digits. */
  readonly payOrdId: string
  /** 支付令牌; ≤ 256 characters; A credential: never log it. The length is ours. */
  readonly payToken: string
  /** 扩展参数 */
  readonly extData?: HosUploadFeesExtDataAnswer | undefined
}

/** The body of 查询订单结算状态 (`hos.query`). */
export interface HosQuerySettlementBody {
  /** 应用渠道编号; ≤ 64 characters; The length is not public; ours is generous. */
  readonly appId?: string | undefined
  /** 支付订单号; ≤ 64 characters; Seen as ORD (or ord), a 6-digit area, yyyyMMddHHmmss and 7 digits. */
  readonly payOrdId?: string | undefined
  /** 医药机构订单号; ≤ 64 characters; Ours, instead of payOrdId when the answer to an upload is lost; no public text allows or forbids it. */
  readonly medOrgOrd?: string | undefined
  /** 机构编码; ≤ 40 characters; H or P and 11 digits; the length is that of orgId. */
  readonly orgCodg?: string | undefined
  /** 支付令牌; ≤ 256 characters; Required with payOrdId. A credential: never log it. */
  readonly payToken?: string | undefined
  /** 证件号码; ≤ 50 characters; Length as in the core interfaces 2203/2204. */
  readonly idNo?: string | undefined
  /** 姓名; ≤ 50 characters; Length as in the core interfaces 2203/2204. */
  readonly userName?: string | undefined
  /** 证件类别; ≤ 6 characters; Length as in the core interfaces 2203/2204. */
  readonly idType?: IdType | undefined
  /** 扩展参数; ≤ 204800 characters */
  readonly extData?: Extension | undefined
}

/** The answer of 查询订单结算状态 (`hos.query`). */
export interface HosQuerySettlementAnswer extends MayBeUnread {
  /** 支付订单号; ≤ 64 characters */
  readonly payOrdId: string
  /** 医药机构订单号; ≤ 64 characters */
  readonly medOrgOrd?: string | undefined
  /** 订单状态; ≤ 6 characters */
  readonly ordStas: OrdStas
  /** 费用总额; yuan as text with two decimals */
  readonly feeSumamt?: string | undefined
  /** 现金支付; yuan as text with two decimals */
  readonly ownPayAmt?: string | undefined
  /** 个人账户支出; yuan as text with two decimals */
  readonly psnAcctPay?: string | undefined
  /** 医保基金支付; yuan as text with two decimals */
  readonly fundPay?: string | undefined
  /** 住院押金; yuan as text with two decimals; Not above the cash due. */
  readonly deposit?: string | undefined
  /** 其他费用金额; yuan as text with two decimals; Since V2.2.5 of the centre; counts towards the total. */
  readonly othFeeAmt?: string | undefined
  /** 医院负担金额; yuan as text with two decimals; Since V2.2.5 of the centre. */
  readonly hospPartAmt?: string | undefined
  /** 个人账户共济支付; yuan as text with two decimals; Since V2.2.5 of the centre. */
  readonly acctMulaidPay?: string | undefined
  /** 本人个人账户支付; yuan as text with two decimals; Since V2.2.5 of the centre. */
  readonly selfAcctPay?: string | undefined
  /** 配送费; yuan as text with two decimals; Since V2.2.5 of the centre. */
  readonly delvFee?: string | undefined
  /** 结算类型; ≤ 8 characters; The length is not public; ours is generous. */
  readonly setlType?: SetlType | undefined
  /** 回调类型; ≤ 8 characters */
  readonly callType?: CallType | undefined
  /** 订单跟踪时间; ≤ 40 characters; The form is not public; the Chinese name is ours. */
  readonly traceTime?: string | undefined
  /** 授权冲正令牌; ≤ 64 characters; Reverses the payment when the in-hospital settlement fails. */
  readonly revsToken?: string | undefined
  /** 医保结算时间; ≤ 40 characters; Length, flag and form are not public. */
  readonly hiChrgTime?: string | undefined
  /** 医保单据号; ≤ 64 characters; The length is not public; ours is generous. */
  readonly hiDocSn?: string | undefined
  /** 医保挂号流水; ≤ 64 characters; The length is not public; ours is generous. */
  readonly hiRgstSn?: string | undefined
  /** 机构名称; ≤ 200 characters; The length is not public; ours is generous. */
  readonly orgName?: string | undefined
  /** 机构编码; ≤ 40 characters; The length is that of orgId. */
  readonly orgCode?: string | undefined
  /** 电子凭证码; ≤ 512 characters; The length is not public; ours is generous. */
  readonly ecCode?: string | undefined
  /** 扩展参数; ≤ 204800 characters */
  readonly extData?: Extension | undefined
}

/** 扩展参数. */
export interface HosRevokeFeesExtData {
  /** 系统编号; ≤ 64 characters; The length is not public; ours is generous. */
  readonly systemNo?: string | undefined
}

/** The body of 撤销费用明细上传 (`hos.revoke.order`). */
export interface HosRevokeFeesBody {
  /** 应用渠道编号; ≤ 64 characters; The length is not public; ours is generous. */
  readonly appId?: string | undefined
  /** 支付订单号; ≤ 64 characters; Seen as ORD (or ord), a 6-digit area, yyyyMMddHHmmss and 7 digits. */
  readonly payOrdId: string
  /** 机构编码; ≤ 40 characters; H or P and 11 digits; the length is that of orgId. */
  readonly orgCodg?: string | undefined
  /** 支付令牌; ≤ 256 characters; A credential: never log it. The length is ours. */
  readonly payToken?: string | undefined
  /** 证件号码; ≤ 64 characters; The length is not public; ours is generous. */
  readonly idNo: string
  /** 姓名; ≤ 64 characters; The length is not public; ours is generous. */
  readonly userName: string
  /** 证件类别; ≤ 64 characters; The length is not public; ours is generous. */
  readonly idType: IdType
  /** 扩展参数 */
  readonly extData?: HosRevokeFeesExtData | undefined
}

/** The answer of 撤销费用明细上传 (`hos.revoke.order`). */
export interface HosRevokeFeesAnswer extends MayBeUnread {
  /** 是否成功; ≤ 5 characters; A truth value in JSON; read as text. */
  readonly success?: string | undefined
  /** 返回信息; ≤ 200 characters; Length, flag and form are not public. */
  readonly message?: string | undefined
}

/** 扩展参数. */
export interface HosRefundExtData {
  /** 经办人; ≤ 50 characters; The length is not public; ours is generous. */
  readonly opter?: string | undefined
  /** 系统编号; ≤ 64 characters; The length is not public; ours is generous. */
  readonly systemNo?: string | undefined
}

/** The body of 医保退费 (`hos.refund.setl`). */
export interface HosRefundBody {
  /** 应用渠道编号; ≤ 64 characters; The length is not public; ours is generous. */
  readonly appId?: string | undefined
  /** 支付订单号; ≤ 64 characters; Seen as ORD (or ord), a 6-digit area, yyyyMMddHHmmss and 7 digits. */
  readonly payOrdId: string
  /** 应用退款流水号; ≤ 64 characters; Unique per institution. */
  readonly appRefdSn?: string | undefined
  /** 应用退款时间; yyyyMMddHHmmss */
  readonly appRefdTime?: string | undefined
  /** 总退费金额; yuan as text with two decimals */
  readonly totlRefdAmt: string
  /** 个人账户退费金额; yuan as text with two decimals */
  readonly psnAcctRefdAmt?: string | undefined
  /** 基金退费金额; yuan as text with two decimals */
  readonly fundRefdAmt?: string | undefined
  /** 现金退费金额; yuan as text with two decimals */
  readonly cashRefdAmt?: string | undefined
  /** 退款类型; ≤ 8 characters */
  readonly refdType: RefdType
  /** 电子凭证授权; ≤ 40 characters; The length is that at the terminal. */
  readonly ecToken?: string | undefined
  /** 扩展参数 */
  readonly extData?: HosRefundExtData | undefined
}

/** The answer of 医保退费 (`hos.refund.setl`). */
export interface HosRefundAnswer extends MayBeUnread {
  /** 结算中心退款流水号; ≤ 64 characters; The length is not public; ours is generous. */
  readonly refdSn?: string | undefined
  /** 医保退费流水号; ≤ 64 characters; Spelled with F; absent for pure cash refunds. The length is ours. */
  readonly hiFefdSn?: string | undefined
  /** 医保交易日期; ≤ 20 characters; Length, flag and form are not public. */
  readonly hiTrnsDate?: string | undefined
  /** 医保交易时间; ≤ 20 characters; Length, flag and form are not public. */
  readonly hiTrnsTime?: string | undefined
  /** 退款状态; ≤ 8 characters; The answer of generation A is not public; this is that of 6203. */
  readonly refStatus?: RefStatus | undefined
  /** 扩展参数; ≤ 204800 characters */
  readonly extData?: Extension | undefined
}

/** The bodies of each method under the default generation (6201, 6301, …). */
export interface CentreMessages {
  readonly queryCredential: { readonly body: QueryCredentialBody; readonly answer: QueryCredentialAnswer }
  readonly scanQrCode: { readonly body: ScanQrCodeBody; readonly answer: ScanQrCodeAnswer }
  readonly authoriseFace: { readonly body: AuthoriseFaceBody; readonly answer: AuthoriseFaceAnswer }
  readonly checkAuthorisation: { readonly body: CheckAuthorisationBody; readonly answer: CheckAuthorisationAnswer }
  readonly readIdCard: { readonly body: ReadIdCardBody; readonly answer: ReadIdCardAnswer }
  readonly notifySettlement: { readonly body: NotifySettlementBody; readonly answer: NotifySettlementAnswer }
  readonly uploadFees: { readonly body: UploadFeesBody; readonly answer: UploadFeesAnswer }
  readonly querySettlement: { readonly body: QuerySettlementBody; readonly answer: QuerySettlementAnswer }
  readonly placeOrder: { readonly body: PlaceOrderBody; readonly answer: PlaceOrderAnswer }
  readonly revokeFees: { readonly body: RevokeFeesBody; readonly answer: RevokeFeesAnswer }
  readonly refund: { readonly body: RefundBody; readonly answer: RefundAnswer }
}

/** The bodies of each method where the agent’s profile has the generation `hos`. */
export interface HosMessages {
  readonly queryCredential: { readonly body: QueryCredentialBody; readonly answer: QueryCredentialAnswer }
  readonly scanQrCode: { readonly body: ScanQrCodeBody; readonly answer: ScanQrCodeAnswer }
  readonly authoriseFace: { readonly body: AuthoriseFaceBody; readonly answer: AuthoriseFaceAnswer }
  readonly checkAuthorisation: { readonly body: CheckAuthorisationBody; readonly answer: CheckAuthorisationAnswer }
  readonly readIdCard: { readonly body: ReadIdCardBody; readonly answer: ReadIdCardAnswer }
  readonly notifySettlement: { readonly body: NotifySettlementBody; readonly answer: NotifySettlementAnswer }
  readonly uploadFees: { readonly body: HosUploadFeesBody; readonly answer: HosUploadFeesAnswer }
  readonly querySettlement: { readonly body: HosQuerySettlementBody; readonly answer: HosQuerySettlementAnswer }
  readonly placeOrder: { readonly body: PlaceOrderBody; readonly answer: PlaceOrderAnswer }
  readonly revokeFees: { readonly body: HosRevokeFeesBody; readonly answer: HosRevokeFeesAnswer }
  readonly refund: { readonly body: HosRefundBody; readonly answer: HosRefundAnswer }
}
