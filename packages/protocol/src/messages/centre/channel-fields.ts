import { text } from '../../description/field.ts'
import { ownLength } from '../../description/field-facts.ts'

/** What one patients' app adds for its payment channel; their Chinese names are ours. */
export const channelFields = {
  backUrl: text('返回地址', 2048, { ...ownLength, sensitive: 'token' }),
  medicalCardId: text('医保卡标识', 64, { ...ownLength, sensitive: 'number' }),
  medicalCardInstId: text('医保卡发卡机构标识', 64, ownLength),
  obid: text('渠道用户标识', 64, { ...ownLength, sensitive: 'token' }),
  spbillCreateIp: text('终端 IP', 64, { ...ownLength, sensitive: 'number' }),
} as const
