import { object } from '../../description/field.ts'
import { defineStandardMessage } from '../../description/message.ts'
import { revokeResponse } from '../centre/fee-revoke.ts'
import { orgCodg, payOrdId, payToken } from '../centre/order-fields.ts'
import { appId, hosRequiredPersonFields, systemNo } from './common-fields.ts'

/** 撤销费用明细上传 of generation A (clause 4.4). */
export const hosFeeRevoke = defineStandardMessage({
  name: 'hos.revoke.order',
  title: '撤销费用明细上传',
  english: 'Revoke an upload (generation A)',
  clause: '4.4',
  evidence: 'single source',
  moves: 'money',
  request: {
    appId,
    payOrdId,
    orgCodg,
    payToken,
    ...hosRequiredPersonFields,
    extData: object('扩展参数', { systemNo }),
  },
  response: revokeResponse,
  echoes: ['payOrdId', 'orgCodg'],
})
