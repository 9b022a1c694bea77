import { code, json, text } from '../../description/field.ts'
import { confirmed, EXTENSION_LENGTH, ownForm } from '../../description/field-facts.ts'
import { defineStandardMessage } from '../../description/message.ts'
import { orgCodg, payOrdId, payToken } from './order-fields.ts'
import { personFields } from './person-fields.ts'

/** What both generations answer to a revoke. */
export const revokeResponse = {
  success: code<'true' | 'false'>('是否成功', 5, { ...ownForm, note: 'A truth value in JSON; read as text.' }),
  message: text('返回信息', 200, ownForm),
} as const

/** 费用明细上传撤销 (clause 4.4): takes back an upload that is not settled, so that the bill can be changed. */
export const feeRevoke = defineStandardMessage({
  name: '6401',
  title: '费用明细上传撤销',
  english: 'Revoke an upload',
  clause: '4.4',
  evidence: 'confirmed',
  moves: 'money',
  request: {
    payOrdId,
    orgCodg,
    payToken,
    ...personFields,
    extData: json('扩展参数', EXTENSION_LENGTH, confirmed),
  },
  response: revokeResponse,
  echoes: ['payOrdId', 'orgCodg'],
})
