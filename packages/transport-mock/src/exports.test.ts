import assert from 'node:assert/strict'
import { it } from 'node:test'
import * as transportMock from '@nationec/transport-mock'

it('exports these names and no others', () => {
  assert.deepEqual(Object.keys(transportMock).sort(), [
    'mockLink',
    'mockTransport',
    'record',
    'replayTransport',
    'tapeErrors',
  ])
})
