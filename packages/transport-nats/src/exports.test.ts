import assert from 'node:assert/strict'
import { it } from 'node:test'
import * as transportNats from '@nationec/transport-nats'

it('exports these names and no others', () => {
  assert.deepEqual(Object.keys(transportNats).sort(), [
    'askTill',
    'centrePermissions',
    'holdTill',
    'natsErrors',
    'natsTransport',
    'serveLeases',
    'serveTill',
    'tillPermissions',
    'volatileMemory',
  ])
})
