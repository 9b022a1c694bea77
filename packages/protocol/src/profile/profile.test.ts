import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { defaultProfile, defineProfile, ProtocolError, specProfile } from '@nationec/protocol'

describe('a profile', () => {
  it('that all clients share cannot be changed by one of them', () => {
    for (const profile of [defaultProfile, specProfile]) {
      assert.ok(
        Object.isFrozen(profile) && Object.isFrozen(profile.transTypes) && Object.isFrozen(profile.orderClasses),
      )
      assert.throws(() => Object.assign(profile.transTypes, { refund: 'other' }), TypeError)
    }
  })

  it('merges tables entry by entry and replaces everything else', () => {
    const region = defineProfile({ name: 'region', extensionKey: 'extData', transTypes: { querySettlement: 'hos.x' } })
    assert.equal(region.transTypes.querySettlement, 'hos.x')
    assert.equal(region.transTypes.uploadFees, defaultProfile.transTypes.uploadFees)
    assert.equal(region.requestData, 'object')
    assert.ok(Object.isFrozen(region.transTypes))
    assert.equal(defineProfile({ name: 'more', base: region }).extensionKey, 'extData')
  })

  it('names every setting that does not fit', () => {
    const messages = { 'ec.query': { lengths: { operatorId: -1 } } }
    const settings = { name: '', requestData: 'xml', transTypes: { refund: '' }, lenghts: {}, messages }
    assert.throws(
      () => defineProfile(settings as never),
      (error) => {
        assert.ok(error instanceof ProtocolError)
        assert.equal(error.code, 'PROFILE_INVALID')
        const paths = error.issues.map(({ path }) => path)
        for (const path of ['name', 'requestData', 'transTypes.refund', 'messages.ec.query.lengths.operatorId'])
          assert.ok(paths.includes(path), path)
        return error.issues.some(({ rule }) => rule === 'unknown-field')
      },
    )
  })

  it('says in words what does not fit', () => {
    const settings = { name: '', requestData: 'xml', messages: { 'ec.query': { lengths: { operatorId: -1 } } } }
    assert.throws(
      () => defineProfile(settings as never),
      (error) => {
        assert.ok(error instanceof ProtocolError)
        assert.deepEqual(
          error.issues.map(({ path, text }) => [path, text.en, text.zh]),
          [
            ['name', 'must have 1 to 64 characters', '必须为 1 至 64 个字符'],
            ['requestData', 'must be one of object, json-text', '只能取：object、json-text'],
            ['messages.ec.query.lengths.operatorId', 'must be a whole number above 0', '必须为正整数'],
          ],
        )
        return true
      },
    )
  })

  it('refuses a departure from a message or a field that does not exist', () => {
    const messages = {
      'ec.qury': {},
      constructor: {},
      'ec.query': { lengths: { operatorID: 64 }, required: { officeId: false } },
      '6201': { lengths: { 'feedetailList.matnFeeFlag': 3 }, timeForms: { 'feedetailList.x': 'yyyyMMdd' as const } },
      '6203': { repeatedInAnswer: ['appRefdSn', 'refdSn'] },
      '6301': { extraFields: { 'nowhere.x': { title: '无', length: 1 } } },
    }
    assert.throws(
      () => defineProfile({ name: 'region', messages }),
      (error) => {
        assert.ok(error instanceof ProtocolError)
        assert.deepEqual(error.issues.map(({ path }) => path).toSorted(), [
          'messages.6201.timeForms.feedetailList.x',
          'messages.6203.repeatedInAnswer.refdSn',
          'messages.6301.extraFields.nowhere.x',
          'messages.constructor',
          'messages.ec.query.lengths.operatorID',
          'messages.ec.qury',
        ])
        return true
      },
    )
  })

  it('changes nothing that it was given, and drops the evidence of what was replaced', () => {
    const settings = {
      name: 'region',
      charset: 'gb18030' as const,
      messages: { 'ec.query': { lengths: { operatorId: 64 } } },
    }
    const region = defineProfile(settings)
    assert.equal(Object.isFrozen(settings.messages), false)
    assert.equal(region.evidence['charset'], undefined)
    assert.ok(region.evidence['requestData'])
  })

  it('gives its evidence for every setting that public material does not settle', () => {
    for (const operation of Object.keys(defaultProfile.transTypes)) {
      assert.ok(defaultProfile.evidence[`transTypes.${operation}`], operation)
    }
    const { name: _, transTypes: __, messages: ___, evidence, ...settings } = defaultProfile
    for (const setting of Object.keys(settings)) {
      assert.ok(evidence[setting], setting)
    }
  })

  it('of the specification follows its text where practice departs from it', () => {
    const { requestData, extensionKey, charset, timestampForm } = specProfile
    assert.deepEqual(
      [requestData, extensionKey, charset, timestampForm],
      ['json-text', 'extData', 'utf-8', 'yyyyMMddHHmmss'],
    )
  })
})
