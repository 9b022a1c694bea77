import { text } from '../../description/field.ts'
import { confirmed } from '../../description/field-facts.ts'
import { defineStandardMessage } from '../../description/message.ts'

/**
 * Asks whether an ecToken still holds, right before a settlement. The body is sent bare, to an address of its own that
 * ends in `localEcTokenCheck`; the name is that of the address, because there is no transType.
 */
export const tokenCheck = defineStandardMessage({
  name: 'localEcTokenCheck',
  title: '电子凭证令牌校验',
  english: 'Check a credential token',
  evidence: 'single source',
  moves: 'nothing',
  bare: true,
  request: {
    ecToken: text('电子凭证令牌', 40, { required: true, sensitive: 'token' }),
    idType: text('证件类型', 64, { ...confirmed, required: true, note: '01 is the identity card.' }),
    idNo: text('证件号码', 64, { required: true, sensitive: 'number' }),
    userName: text('姓名', 64, { required: true, sensitive: 'name' }),
  },
  response: {
    flag: text('校验结果', 4, { required: true, note: '1 valid, 0 not valid.' }),
  },
})
