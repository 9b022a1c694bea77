import { defineStandardMessage } from '../../description/message.ts'
import { identityFields } from './identity-fields.ts'
import { operatorFields } from './operator-fields.ts'

/** The terminal's own scanner reads the credential code and has it decoded. */
export const qrcodeGet = defineStandardMessage({
  name: 'cn.nhsa.qrcode.get',
  title: '终端扫码获取电子凭证',
  english: 'Scan the credential code on the terminal',
  evidence: 'confirmed',
  moves: 'nothing',
  request: operatorFields,
  response: identityFields,
})
