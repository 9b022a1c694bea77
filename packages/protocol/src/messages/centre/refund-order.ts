import { json } from '../../description/field.ts'
import { confirmed, EXTENSION_LENGTH } from '../../description/field-facts.ts'
import { defineStandardMessage } from '../../description/message.ts'
import { exactlyOneCredential } from '../rules/credential.ts'
import { refundIsAboveZero, refundPartsMakeTheTotal, refundTypeFitsItsParts } from '../rules/refund.ts'
import { ecToken, payAuthNo } from './order-fields.ts'
import { refundEchoes, refundRequestFields, refundResponseFields } from './refund-fields.ts'

/** 医保退费 (clause 4.5): gives paid fees back the way they came; only after settlement. */
export const refundOrder = defineStandardMessage({
  name: '6203',
  title: '医保退费',
  english: 'Refund',
  clause: '4.5',
  evidence: 'confirmed',
  moves: 'money',
  request: {
    ...refundRequestFields,
    ecToken,
    payAuthNo,
    expContent: json('扩展参数', EXTENSION_LENGTH, { ...confirmed, aliases: ['exp_content', 'extData'] }),
  },
  response: refundResponseFields,
  rules: [exactlyOneCredential, refundIsAboveZero, refundPartsMakeTheTotal, refundTypeFitsItsParts],
  echoes: refundEchoes,
  pair: { theirs: 'refdSn', ours: 'appRefdSn' },
})
