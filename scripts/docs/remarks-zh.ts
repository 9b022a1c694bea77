/**
 * The remarks of fields, codes, profiles and settings in Chinese, by their English text, which stands beside the data. A remark
 * without a line here fails the generation.
 */
const REMARKS: Readonly<Record<string, string>> = {
  // fields
  'The length is that at the terminal.': '长度与终端接口相同。',
  'AUTH, a 6-digit area, yyyyMMddHHmmss and 7 digits; lives 5 to 10 minutes, works once.':
    'AUTH、6 位区划、yyyyMMddHHmmss 与 7 位数字；有效 5 至 10 分钟，只能使用一次。',
  'H or P and 11 digits; the length is that of orgId.': 'H 或 P 加 11 位数字；长度与 orgId 相同。',
  'Length and flag as in the core interfaces 2203/2204.': '长度与必填标志同核心接口 2203、2204。',
  'Length as in the core interfaces 2203/2204.': '长度同核心接口 2203、2204。',
  'Unique per institution; the length is one caller’s bound.': '机构内唯一；长度为某调用方的上限。',
  'The length is not public; ours is generous.': '长度未公开，本项目取值偏宽。',
  'One caller writes this form, another yyyyMMddHHmmss: the profile decides.':
    '一个调用方用此格式，另一个用 yyyyMMddHHmmss：由地区配置决定。',
  'The form is that of begntime.': '格式与 begntime 相同。',
  'The national code of the doctor.': '医师的国家编码。',
  'Needed when there is no ecToken.': '没有 ecToken 时需要。',
  'The sum of the fee lines.': '费用明细之和。',
  'The same value in the fee lines and in 6202.': '与费用明细及 6202 中的值相同。',
  'Length, flag and form are not public.': '长度、必填标志与格式未公开。',
  'Spelled so; the length is ours.': '原文拼写如此；长度为本项目所定。',
  'lng,lat; "0,0" is seen as filler.': '经度,纬度；可见以 "0,0" 填充。',
  'An object or its JSON text.': '对象，或其 JSON 文本。',
  'One channel sends the list as JSON text.': '某渠道以 JSON 文本传递该列表。',
  'Unique within the visit.': '就诊内唯一。',
  'Core 2204 demands it; an upload by ecToken may have none yet.':
    '核心接口 2204 必填；凭 ecToken 上传时可能尚无此值。',
  'One batch carries one 病种编码.': '一个批次只对应一个病种编码。',
  '6 characters in one implementation of core 2204, 3 in the other.':
    '核心接口 2204 的一种实现为 6 个字符，另一种为 3 个。',
  'The length is that of feedetlSn.': '长度与 feedetlSn 相同。',
  'Seen as ORD (or ord), a 6-digit area, yyyyMMddHHmmss and 7 digits.':
    '所见为 ORD（或 ord）、6 位区划、yyyyMMddHHmmss 与 7 位数字。',
  'A credential: never log it. The length is ours.': '属于凭据，切勿写入日志。长度为本项目所定。',
  'Here or inside extData.': '在此处或 extData 中。',
  'Sometimes with a cashier URL.': '有时带有收银台地址。',
  'Unique per institution.': '机构内唯一。',
  'That of the upload.': '与费用上传相同。',
  'Not above the cash due.': '不超过应付现金。',
  'Since V2.2.5 of the centre; counts towards the total.': '支付中心 V2.2.5 起；计入总额。',
  'Since V2.2.5 of the centre.': '支付中心 V2.2.5 起。',
  'Spelled with F; absent for pure cash refunds. The length is ours.':
    '原文以 F 拼写；仅退现金时没有。长度为本项目所定。',
  'Ours, instead of payOrdId when the answer to an upload is lost; no public text allows or forbids it.':
    '本项目的做法：上传的应答丢失时代替 payOrdId；没有公开资料允许或禁止。',
  'Required with payOrdId. A credential: never log it.': '与 payOrdId 同时必填。属于凭据，切勿写入日志。',
  'The form is not public; the Chinese name is ours.': '格式未公开；中文名为本项目所定。',
  'Reverses the payment when the in-hospital settlement fails.': '院内结算失败时用于冲正支付。',
  'The length is that of orgId.': '长度与 orgId 相同。',
  'A truth value in JSON; read as text.': 'JSON 中为布尔值；按文本读取。',
  'Table C.1, e.g. 01101.': '表 C.1，如 01101。',
  '64 characters in Jiangsu: set it in a profile.': '江苏为 64 个字符：在地区配置中设置。',
  'SelfService on a self-service machine, otherwise left out.': '自助机上为 SelfService，其他情况不填。',
  '32 upper-case hex digits in samples.': '样例中为 32 位大写十六进制数字。',
  'Samples write 1998.01.01, with dots instead of the format of clause 2.2.1.':
    '样例写作 1998.01.01，用点分隔，与条款 2.2.1 的格式不同。',
  'Often the text "null".': '常为文本 "null"。',
  'Often the text "null". The length is ours.': '常为文本 "null"。长度为本项目所定。',
  'Text or object; some callers read extra.': '文本或对象；有调用方读取 extra。',
  'New for every request.': '每次请求都须更新。',
  'JSON text in public callers.': '公开的调用方为 JSON 文本。',
  'Seen as ano and 25 digits.': '所见为 ano 加 25 位数字。',
  'Almost every body repeats it; the one source of this message does not list it.':
    '几乎所有报文体都重复此字段；本报文的唯一来源没有列出。',
  'That of the identity step, so that the terminal can match.': '与身份步骤中的值相同，供终端比对。',
  'The form is that of clause 2.2.1; the one source does not state it.': '格式按条款 2.2.1；唯一来源没有说明。',
  'JSON text: a list of drugs; one source sends a single one. drugListText writes it.':
    'JSON 文本：药品列表；某来源只传一种。可由 drugListText 生成。',
  '01 is the identity card.': '01 为身份证。',
  '1 valid, 0 not valid.': '1 有效，0 无效。',
  'The members are not public; those of the upload.': '成员未公开，采用费用上传的成员。',
  'The members are not public.': '成员未公开。',
  'Default 0.': '默认 0。',
  'Lower-case p in this generation.': '这一代报文体中 p 为小写。',
  'The answer of generation A is not public; this is that of 6203.': 'A 代的应答未公开，此处采用 6203 的应答。',
  // codes
  'Not in table C.1; one author shows it as ol_biz_type_code.': '不在表 C.1 中；某作者以 ol_biz_type_code 列出。',
  'The value exists in a newer edition of the centre; treat the order as still open.':
    '支付中心的较新版本有此值；请视订单为尚未了结。',
  'May occur when insurance and cash are both refunded: query the order before anything else.':
    '医保与现金同时退费时可能出现：请先查询订单。',
  'Other values exist and are not published.': '另有其他值，未公开。',
  'Other values are not published.': '其他值未公开。',
  'Local.': '地方代码。',
  'Local tables list more.': '地方代码表另有更多取值。',
  'For an item that is not limited in use.': '用于没有限制使用范围的项目。',
  'clause 2.2.4.2': '条款 2.2.4.2',
  'one public caller': '一个公开的调用方',
  'one public caller, which shows no error for it': '一个公开的调用方，对此不显示错误',
  // profiles
  'six sources show the 62xx bodies, one the hos.* bodies': '六个来源为 62xx 报文体，一个为 hos.* 报文体',
  'nine sources': '九个来源',
  'two sources': '两个来源',
  'three sources': '三个来源',
  'one card reader': '一种读卡器',
  'one hospital system': '一个医院系统',
  'one hospital system; clause 4.1': '一个医院系统；条款 4.1',
  'the infno stands in: no transType is public': '以 infno 代替：没有公开的 transType',
  'the infno stands in: none is public; clause 4.2': '以 infno 代替：没有公开；条款 4.2',
  'one hospital system; clause 4.4': '一个医院系统；条款 4.4',
  'one hospital system; clause 4.5': '一个医院系统；条款 4.5',
  'both are H or P and 11 digits; no source shows two that differ':
    '两者均为 H 或 P 加 11 位数字；没有来源显示两者不同',
  'eight callers send an object, against the text of clause 2.2.4.1': '八个调用方发送对象，与条款 2.2.4.1 原文不同',
  'three callers send extra, against the text of clause 2.2.4.1': '三个调用方发送 extra，与条款 2.2.4.1 原文不同',
  'clause 2.1 says UTF-8; callers in the field marshal GBK': '条款 2.1 为 UTF-8；实际有调用方使用 GBK',
  'every caller sends Chinese as it is; escapes are our remedy': '所有调用方都直接发送中文；转义是本项目的补救办法',
  'clause 3.2 returns 0000; the OCX of two sources returns the answer itself':
    '条款 3.2 返回 0000；两个来源的 OCX 直接返回应答',
  'four sources milliseconds, two the fourteen digits': '四个来源为毫秒，两个为十四位数字',
  'the specification says 字符 and no more': '规范只写“字符”',
  'the full table has one source, the classes three': '完整代码表有一个来源，分类有三个来源',
  'clause 2.2.4.1: JSON 格式字符串': '条款 2.2.4.1：JSON 格式字符串',
  'clause 2.2.4.1: extData': '条款 2.2.4.1：extData',
  'clause 2.1: UTF-8 throughout': '条款 2.1：一律 UTF-8',
  'clause 2.2.1: YYYYMMDDHHMMSS': '条款 2.2.1：YYYYMMDDHHMMSS',
  // settings of the simulator
  'A real call blocks until the scan is done; `by hand` shows that.':
    '真实调用会一直等到扫码完成；`by hand` 可重现这一点。',
  'A person decides; the simulator decides nothing unless told.': '由患者决定；未作设置时模拟器不作决定。',
  'Nothing public. Open is the harder case: the patient may still pay, so the till must revoke.':
    '没有公开资料。保持未了结更为不利：患者仍可能支付，收费系统必须撤销。',
  'Invented. Real shares depend on region, catalogue and person.': '虚构。实际比例取决于地区、目录与人员。',
  'Invented, so that an ordinary bill moves money in all three parts.': '虚构，使普通账单的三个部分都有金额。',
  'Callers leave the flag empty and expect account amounts; the rule is not stated.':
    '调用方不填该标志并期待个人账户金额；规则没有说明。',
  'A payment channel lists a failed second check of the ecToken among the centre’s refusals.':
    '某支付渠道把 ecToken 二次校验失败列为支付中心的拒绝原因。',
  'One caller warns that a token may expire between decoding and settlement, without a time.':
    '某调用方提醒令牌可能在解码与结算之间过期，没有给出时间。',
  'Callers send one token for the core query, the upload and the refund.':
    '调用方在核心查询、上传与退费中使用同一令牌。',
  'Two sources: 5 to 10 minutes.': '两个来源：5 至 10 分钟。',
  'Two sources: single use. That the upload before the payment does not count is a reading of ours.':
    '两个来源：只能使用一次。支付之前的上传不计在内是本项目的理解。',
  'Every caller sends the person; what a wrong one leads to is not stated.':
    '所有调用方都发送人员信息；人员不符的后果没有说明。',
  'Unknown at the centre: an error, or the old payOrdId. Never a second order in either case.':
    '支付中心的做法未知：报错，或返回原 payOrdId。两种情况都不会产生第二笔订单。',
  'A new number is the safe reading of "unique per institution".': '“机构内唯一”的稳妥理解是使用新的号码。',
  'Unknown at the centre; a second refund never happens in either case.':
    '支付中心的做法未知；两种情况都不会产生第二笔退费。',
  'No public text allows or forbids it.': '没有公开资料允许或禁止。',
  'One caller calls it unsafe and queries first.': '某调用方认为不安全，先行查询。',
  'Unknown at the centre. A payment channel advises 30 minutes.': '支付中心的做法未知。某支付渠道建议 30 分钟。',
  'The answer of 6202 holds ordStas; its values are not stated.': '6202 的应答含 ordStas，其取值没有说明。',
  'One caller treats 3 to 6 as candidates for paid, another accepts only 6.':
    '一个调用方把 3 至 6 视为可能已支付，另一个只接受 6。',
  'The names of states 8 to 11 know cash in part, insurance only in full. In part, the state stays as it was.':
    '从状态 8 至 11 的名称看，现金可以部分退，医保只能全退。部分退费时状态不变。',
  'Both readings of the state names are possible.': '状态名称的两种理解都有可能。',
  'How often and how long the centre repeats a push is not public.': '支付中心重复推送的次数与时长未公开。',
  'Optional for the one caller that validates it.': '唯一检查该字段的调用方视为选填。',
  'Test amounts, as payment vendors have them; chosen so that no real-shaped bill meets one.':
    '与支付厂商的测试金额类似；所选数值不会与真实账单相遇。',
  'none: public answers of 6203 and 6401 show no number of their request':
    '无：公开资料中 6203 与 6401 的应答均不含请求中的号码',
  // test amounts and evidence
  confirmed: '已证实',
  'single source': '单一来源',
  assumption: '假设',
}

/** A remark in the language of the page. @throws {Error} for a remark that has no Chinese yet */
export function remark(text: string, language: Language): string {
  if (language === 'en' || text === '') return text
  const chinese = REMARKS[text]
  if (chinese === undefined) throw new Error(`scripts/docs/remarks-zh.ts has no Chinese for: ${text}`)
  return chinese
}

export type Language = 'zh' | 'en'
