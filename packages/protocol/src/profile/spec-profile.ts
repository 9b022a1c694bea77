import { defineProfile } from './define-profile.ts'

/** The specification V1.1.0 to the letter, where public practice departs from it. */
export const specProfile = defineProfile({
  name: 'spec-v1.1.0',
  requestData: 'json-text',
  extensionKey: 'extData',
  charset: 'utf-8',
  timestampForm: 'yyyyMMddHHmmss',
  evidence: {
    requestData: { evidence: 'confirmed', note: 'clause 2.2.4.1: JSON 格式字符串' },
    extensionKey: { evidence: 'confirmed', note: 'clause 2.2.4.1: extData' },
    charset: { evidence: 'confirmed', note: 'clause 2.1: UTF-8 throughout' },
    timestampForm: { evidence: 'confirmed', note: 'clause 2.2.1: YYYYMMDDHHMMSS' },
  },
})
