import type { Gender, IdType } from '../../codes/certificate.ts'
import { code, json, requiredCode, text } from '../../description/field.ts'
import { confirmed, EXTENSION_LENGTH, ownLength } from '../../description/field-facts.ts'

/**
 * Who the patient is.
 *
 * The five required ones are those that every public caller reads; without them nothing can be uploaded.
 */
export const identityFields = {
  idNo: text('证件号码', 64, { ...confirmed, required: true, sensitive: 'number' }),
  idType: requiredCode<IdType>('证件类别', 64, { ...confirmed, table: 'idType' }),
  userName: text('姓名', 64, { ...confirmed, required: true, sensitive: 'name' }),
  ecToken: text('电子凭证令牌', 40, { ...confirmed, required: true, sensitive: 'token' }),
  insuOrg: text('参保地区编码', 6, { ...confirmed, required: true }),
  ecIndexNo: text('电子凭证索引号', 32, { sensitive: 'number', note: '32 upper-case hex digits in samples.' }),
  gender: code<Gender>('性别', 2, { sensitive: 'name', table: 'gender' }),
  birthday: text('出生日期', 10, {
    sensitive: 'number',
    note: 'Samples write 1998.01.01, with dots instead of the format of clause 2.2.1.',
  }),
  nationality: text('国籍', 32, { sensitive: 'name', note: 'Often the text "null".' }),
  email: text('电子邮箱', 32, { sensitive: 'name', note: 'Often the text "null".' }),
  authNo: text('核身授权码', 64, { ...confirmed, sensitive: 'token', note: 'Often the text "null".' }),
  chnlId: text('渠道编号', 64, { ...ownLength, note: 'Often the text "null". The length is ours.' }),
  ecQrCode: text('电子凭证二维码', 512, {
    ...ownLength,
    sensitive: 'token',
    note: 'Often the text "null". The length is ours.',
  }),
  extData: json('扩展参数', EXTENSION_LENGTH, { aliases: ['extra'], note: 'Text or object; some callers read extra.' }),
} as const
