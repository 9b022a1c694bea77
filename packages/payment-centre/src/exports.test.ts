import assert from 'node:assert/strict'
import { it } from 'node:test'
import * as centre from '@nationec/payment-centre'

it('exports these names and no others', () => {
  assert.deepEqual(Object.keys(centre).sort(), [
    'CentreError',
    'centreErrors',
    'createCentreClient',
    'createCentreCredentials',
    'createPushMemory',
    'defaultCentreProfile',
    'defineCentreProfile',
    'deriveDataKey',
    'isCentreError',
    'openEnvelope',
    'readTimestamp',
    'receivePush',
    'sealEnvelope',
    'stringToSign',
    'writeTimestamp',
  ])
})
