import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { defaultProfile, defineProfile, findMessage, messageOf, operationOf } from '@nationec/protocol'

describe('the message behind a transType', () => {
  const region = defineProfile({
    name: 'region',
    transTypes: { queryCredential: 'region.read', uploadFees: 'region.upload' },
  })
  const older = defineProfile({ name: 'older', generation: 'hos' })

  it('is the one of the profile, in the generation of the profile', () => {
    assert.equal(findMessage('region.read', region)?.name, 'ec.query')
    assert.equal(findMessage('region.upload', region)?.name, '6201')
    assert.equal(findMessage('hos.upload.fee', defaultProfile)?.name, '6201')
    assert.equal(findMessage('hos.upload.fee', older)?.name, 'hos.upload.fee')
    assert.equal(messageOf('refund', older).name, 'hos.refund.setl')
  })

  it('is otherwise the one of that public name, and none for a name that neither knows', () => {
    assert.equal(findMessage('ec.query', region)?.name, 'ec.query')
    assert.equal(findMessage('hos.query.insu', defaultProfile)?.moves, 'nothing')
    assert.equal(findMessage('6201', region)?.moves, 'money')
    for (const name of ['region.read', 'toString', '']) assert.equal(findMessage(name, defaultProfile), undefined)
  })

  it('belongs to an operation, under either name', () => {
    assert.equal(operationOf('region.upload', region), 'uploadFees')
    assert.equal(operationOf('6203', defaultProfile), 'refund')
    assert.equal(operationOf('hos.refund.setl', defaultProfile), 'refund')
    assert.equal(operationOf('hos.query.insu', defaultProfile), undefined)
  })
})
