import { text } from '../../description/field.ts'
import { confirmed, ownLength } from '../../description/field-facts.ts'
import { defineStandardMessage } from '../../description/message.ts'
import { faceCheckFields } from './ec-auth.ts'
import { identityFields } from './identity-fields.ts'

/** Exchanges the authNo of a face check for the identity. Needs an outBizNo of its own. */
export const authCheck = defineStandardMessage({
  name: 'cn.nhsa.auth.check',
  title: '核身授权结果查询',
  english: 'Exchange a face authorisation for the identity',
  evidence: 'confirmed',
  moves: 'nothing',
  request: {
    ...faceCheckFields,
    authNo: text('核身授权码', 64, { ...confirmed, required: true, sensitive: 'token' }),
  },
  response: {
    ...identityFields,
    // One source lists the following eight; their Chinese names are ours.
    authkey: text('授权密钥', 256, { ...ownLength, sensitive: 'token' }),
    bindauthcode: text('绑定授权码', 256, { ...ownLength, sensitive: 'token' }),
    dbid: text('数据编号', 64, { ...ownLength, sensitive: 'number' }),
    defpaychnlid: text('默认支付渠道编号', 64, ownLength),
    latlnt: text('经纬度', 64, { ...ownLength, sensitive: 'number' }),
    showcodetype: text('展码类型', 16, ownLength),
    signcntrno: text('签约合同号', 64, { ...ownLength, sensitive: 'number' }),
    signflag: text('签约标志', 16, ownLength),
  },
})
