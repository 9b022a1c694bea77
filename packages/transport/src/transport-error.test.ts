import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { isNationEcError, NationEcError } from '@nationec/errors'
import { isTransportError, libraryReturnError, transportError, transportErrors } from '@nationec/transport'

describe('transportError', () => {
  it('makes an error of nationec that names the transport', () => {
    const error = transportError('dll', 'TIMEOUT')
    assert.ok(isNationEcError(error, 'TIMEOUT'))
    assert.ok(isTransportError(error, 'TIMEOUT'))
    assert.ok(!isTransportError(error, 'ABORTED'))
    assert.equal(error.name, 'TransportError')
    assert.equal(error.toJSON()['transport'], 'dll')
    assert.equal(error.delivery, 'unknown')
  })

  it('is not mistaken for another error of nationec', () => {
    assert.ok(!isTransportError(new NationEcError({ code: 'X', entry: transportErrors.TIMEOUT })))
    assert.ok(!isTransportError(Object.assign(new Error('x'), { transport: 'dll' })))
    assert.ok(!isTransportError(undefined))
  })

  it('has texts in both languages for every code', () => {
    for (const [code, { summary, advice, layer, delivery }] of Object.entries(transportErrors)) {
      for (const text of [summary, advice]) assert.ok(text.en.endsWith('.') && text.zh.endsWith('。'), code)
      assert.ok(layer && delivery, code)
    }
  })
})

describe('libraryReturnError', () => {
  it('shows a bare code', () => {
    for (const returned of ['0001', '-1', '-99', 'DZPZ002']) {
      assert.ok(libraryReturnError('dll', returned).message.includes(`It returned ${returned}.`))
    }
  })

  it('keeps a text, which may be about a person, in the cause only', () => {
    for (const returned of ['患者张三未参保', 'E 330102199001011234', '330102199001011234', '']) {
      const error = libraryReturnError('dll', returned)
      assert.deepEqual(error.details, [])
      assert.equal((error.cause as { libraryReturn?: unknown }).libraryReturn, returned)
      assert.deepEqual([error.layer, error.delivery], ['library', 'unknown'])
    }
  })
})
