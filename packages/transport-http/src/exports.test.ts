import assert from 'node:assert/strict'
import { it } from 'node:test'
import * as transportHttp from '@nationec/transport-http'

it('exports these names and no others', () => {
  assert.deepEqual(Object.keys(transportHttp).sort(), [
    'agentTransport',
    'defaultAgentAddress',
    'downloadFromAgent',
    'httpErrors',
    'httpTransport',
    'postToAgent',
  ])
})
