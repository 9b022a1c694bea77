import assert from 'node:assert/strict'
import { it } from 'node:test'
import * as transport from '@nationec/transport'
import * as conformance from '@nationec/transport/conformance'
import * as httpOnce from '@nationec/transport/http-once'

it('exports these names and no others', () => {
  assert.deepEqual(Object.keys(transport).sort(), [
    'TransportError',
    'aTransport',
    'aWait',
    'createDeadline',
    'defineTransport',
    'intercept',
    'isTransportError',
    'isWait',
    'libraryReturnError',
    'observe',
    'optionErrorOf',
    'share',
    'specificationLimits',
    'systemTimers',
    'transportError',
    'transportErrors',
  ])
  assert.deepEqual(Object.keys(conformance).sort(), [
    'conformanceCases',
    'declareCases',
    'runConformanceCase',
    'scriptPeer',
    'testTransport',
    'within',
  ])
  assert.deepEqual(Object.keys(httpOnce).sort(), ['HttpOnceError', 'collectBody', 'sendHttpOnce'])
})
