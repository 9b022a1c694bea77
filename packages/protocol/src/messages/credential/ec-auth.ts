import { json, text } from '../../description/field.ts'
import { confirmed, EXTENSION_LENGTH } from '../../description/field-facts.ts'
import { defineStandardMessage } from '../../description/message.ts'
import { operatorFields } from './operator-fields.ts'

/** What the two steps of the face check ask for. */
export const faceCheckFields = {
  ...operatorFields,
  outBizNo: text('业务流水号', 64, { ...confirmed, required: true, note: 'New for every request.' }),
  extData: json('扩展参数', EXTENSION_LENGTH, { note: 'JSON text in public callers.' }),
} as const

/** 刷脸核身授权: face check on the terminal; blocks until the patient is done and answers with an authNo. */
export const ecAuth = defineStandardMessage({
  name: 'cn.nhsa.ec.auth',
  title: '刷脸核身授权',
  english: 'Authorise by face',
  evidence: 'confirmed',
  moves: 'nothing',
  request: faceCheckFields,
  response: {
    authNo: text('核身授权码', 64, {
      ...confirmed,
      required: true,
      sensitive: 'token',
      note: 'Seen as ano and 25 digits.',
    }),
    outBizNo: text('业务流水号', 64, confirmed),
    extData: json('扩展参数', EXTENSION_LENGTH),
  },
  echoes: ['outBizNo'],
})
