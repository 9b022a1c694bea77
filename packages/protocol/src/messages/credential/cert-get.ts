import type { Gender, IdType } from '../../codes/certificate.ts'
import { code, text } from '../../description/field.ts'
import { ownForm } from '../../description/field-facts.ts'
import { defineStandardMessage } from '../../description/message.ts'
import { identityFields } from './identity-fields.ts'
import { operatorFields } from './operator-fields.ts'

/**
 * Reads the identity card (身份证) on the terminal.
 *
 * One source names the call and none gives its fields: they are those of the other identity answers, and only what
 * every card holds is required.
 */
export const certGet = defineStandardMessage({
  name: 'cn.nhsa.cert.get',
  title: '读取居民身份证',
  english: 'Read the identity card',
  evidence: 'assumption',
  moves: 'nothing',
  request: operatorFields,
  response: {
    ...identityFields,
    idNo: text('证件号码', 64, { ...ownForm, required: true, sensitive: 'number' }),
    idType: code<IdType>('证件类别', 64, { ...ownForm, table: 'idType' }),
    userName: text('姓名', 64, { ...ownForm, required: true, sensitive: 'name' }),
    ecToken: text('电子凭证令牌', 40, { ...ownForm, sensitive: 'token' }),
    insuOrg: text('参保地区编码', 6, ownForm),
    gender: code<Gender>('性别', 2, { ...ownForm, sensitive: 'name', table: 'gender' }),
  },
})
