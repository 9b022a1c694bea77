import type { DeviceType } from '../../codes/certificate.ts'
import { code, json } from '../../description/field.ts'
import { EXTENSION_LENGTH } from '../../description/field-facts.ts'
import { defineStandardMessage } from '../../description/message.ts'
import { identityFields } from './identity-fields.ts'
import { operatorFields } from './operator-fields.ts'

/** 电子凭证二维码解码: waits for a scan and answers with the identity and its ecToken. */
export const ecQuery = defineStandardMessage({
  name: 'ec.query',
  title: '电子凭证二维码解码',
  english: 'Decode the credential code',
  evidence: 'confirmed',
  moves: 'nothing',
  request: {
    ...operatorFields,
    deviceType: code<DeviceType>('设备类型', 30, {
      table: 'deviceType',
      note: 'SelfService on a self-service machine, otherwise left out.',
    }),
    extra: json('扩展参数', EXTENSION_LENGTH, { aliases: ['extData'] }),
  },
  response: identityFields,
})
