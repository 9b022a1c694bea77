import type { BilingualText } from '@nationec/errors'

/** One return code of the simulator. */
export interface SimulatedCode extends BilingualText {
  readonly code: number
}

/**
 * The return codes of the simulator's refusals.
 *
 * They are the simulator's own and stand in no document: table A.4 (返回值代码表) is not public. A real terminal
 * answers with other numbers, so no program may decide anything by these; `code !== 0` is all that is sure.
 */
export const simulatedCodes = {
  TRANS_TYPE_UNKNOWN: { code: 9001, en: 'the transType is not known', zh: '交易类型未知' },
  REQUEST_UNREADABLE: { code: 9002, en: 'the request is no envelope', zh: '请求报文无法读取' },
  REQUEST_INVALID: { code: 9003, en: 'fields are wrong', zh: '请求字段不符合规定' },
  ENVELOPE_REFUSED: {
    code: 9004,
    en: 'the envelope cannot be decrypted or its signature is wrong',
    zh: '报文解密或验签失败',
  },
  INSTITUTION_MISMATCH: {
    code: 9005,
    en: 'the institution is not the one of the envelope',
    zh: '机构编码与报文所属机构不一致',
  },
  CREDENTIAL_INVALID: {
    code: 9011,
    en: 'the ecToken is not known, has expired or was used',
    zh: '电子凭证令牌无效、已过期或已使用',
  },
  PAYMENT_AUTHORISATION_INVALID: {
    code: 9012,
    en: 'the payAuthNo is not known, has expired or was used',
    zh: '支付授权码无效、已过期或已使用',
  },
  FACE_AUTHORISATION_INVALID: { code: 9013, en: 'the authNo is not known', zh: '核身授权码无效' },
  PERSON_MISMATCH: {
    code: 9014,
    en: 'the person is not the one of the order or of the credential',
    zh: '人员信息不一致',
  },
  PATIENT_REFUSED: { code: 9015, en: 'the patient walked away from the terminal', zh: '患者已取消操作' },
  ORDER_UNKNOWN: { code: 9021, en: 'there is no such order', zh: '订单不存在' },
  PAY_TOKEN_WRONG: { code: 9022, en: 'the payToken is not that of the order', zh: '支付令牌不正确' },
  STATE_FORBIDS: { code: 9023, en: 'the state of the order does not allow this', zh: '订单当前状态不允许该操作' },
  ORDER_NUMBER_USED: { code: 9024, en: 'the medOrgOrd was used before', zh: '医药机构订单号重复' },
  BUSINESS_NUMBER_USED: { code: 9025, en: 'the orgBizSer was used before', zh: '机构业务流水重复' },
  BATCH_MISMATCH: { code: 9026, en: 'the chrgBchno is not that of the upload', zh: '收费批次号与上传不一致' },
  QUERY_BY_ORDER_NUMBER_OFF: {
    code: 9027,
    en: 'queries by medOrgOrd are switched off',
    zh: '不支持按医药机构订单号查询',
  },
  REFUND_NUMBER_USED: { code: 9031, en: 'the appRefdSn was used before', zh: '应用退款流水号重复' },
  REFUND_TOO_MUCH: { code: 9032, en: 'more than is left of a part', zh: '退费金额超出该部分可退余额' },
  REFUND_PARTS_WRONG: { code: 9033, en: 'the parts do not fit the refdType', zh: '退费各部分金额与退款类型不符' },
  REFUND_INSURANCE_IN_PART: {
    code: 9034,
    en: 'the insurance part can only be refunded in full',
    zh: '医保部分只能全额退费',
  },
  BUSY: { code: 9091, en: 'the terminal is busy (a simulated fault)', zh: '终端忙（模拟故障）' },
  REFUSED: { code: 9092, en: 'refused (a simulated fault)', zh: '交易被拒绝（模拟故障）' },
} as const satisfies Record<string, SimulatedCode>

export type SimulatedCodeName = keyof typeof simulatedCodes
