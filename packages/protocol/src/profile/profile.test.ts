import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { defaultProfile, defineProfile, ProtocolError, specProfile } from '@nationec/protocol'

describe('a profile', () => {
  it('merges tables entry by entry and replaces everything else', () => {
    const region = defineProfile({ name: 'region', extensionKey: 'extData', transTypes: { querySettlement: 'hos.x' } })
    assert.equal(region.transTypes.querySettlement, 'hos.x')
    assert.equal(region.transTypes.uploadFees, defaultProfile.transTypes.uploadFees)
    assert.equal(region.requestData, 'object')
    assert.ok(Object.isFrozen(region.transTypes))
    assert.equal(defineProfile({ name: 'more', base: region }).extensionKey, 'extData')
  })

  it('names every setting that does not fit', () => {
    const settings = { name: '', requestData: 'xml', transTypes: { refund: '' }, lenghts: {}, messages: { a: { lengths: { b: -1 } } } }
    assert.throws(
      () => defineProfile(settings as never),
      (error) => {
        assert.ok(error instanceof ProtocolError)
        assert.equal(error.code, 'PROFILE_INVALID')
        const paths = error.issues.map(({ path }) => path)
        for (const path of ['name', 'requestData', 'transTypes.refund', 'messages.a.lengths.b']) assert.ok(paths.includes(path), path)
        return error.issues.some(({ rule }) => rule === 'unknown-field')
      },
    )
  })

  it('gives its evidence for every setting that public material does not settle', () => {
    for (const operation of Object.keys(defaultProfile.transTypes)) {
      assert.ok(defaultProfile.evidence[`transTypes.${operation}`], operation)
    }
    for (const setting of ['requestData', 'extensionKey', 'charset', 'timestampForm', 'lengthUnit', 'orderClasses']) {
      assert.ok(defaultProfile.evidence[setting], setting)
    }
  })

  it('of the specification follows its text where practice departs from it', () => {
    const { requestData, extensionKey, charset, timestampForm } = specProfile
    assert.deepEqual([requestData, extensionKey, charset, timestampForm], ['json-text', 'extData', 'utf-8', 'yyyyMMddHHmmss'])
  })
})
