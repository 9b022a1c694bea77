import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import {
  type CentreProfileSettings,
  defaultCentreProfile,
  defineCentreProfile,
  isCentreError,
} from '@nationec/payment-centre'
import { defineProfile } from '@nationec/protocol'

describe('a profile of the centre', () => {
  it('has evidence for every setting that public material does not settle', () => {
    const { name: _, messages: __, evidence, paths, ...settings } = defaultCentreProfile
    const expected = [
      ...Object.keys(settings).filter((name) => name !== 'paths'),
      ...Object.keys(paths).map((path) => `paths.${path}`),
    ]
    assert.deepEqual(Object.keys(evidence).sort(), expected.sort())
  })

  it('keeps what is left out, and drops the evidence of what is replaced', () => {
    const mine = defineCentreProfile({ name: 'mine', hexCase: 'lower', paths: { refund: '/x/refund_order' } })
    assert.equal(mine.version, '2.0.1')
    assert.equal(mine.paths.uploadFees, defaultCentreProfile.paths.uploadFees)
    assert.equal(mine.paths.refund, '/x/refund_order')
    assert.equal('hexCase' in mine.evidence, false)
    assert.equal('paths.refund' in mine.evidence, false)
    assert.equal('version' in mine.evidence, true)
    assert.ok(Object.isFrozen(mine) && Object.isFrozen(mine.paths))
  })

  it('leaves the settings of the caller alone', () => {
    const settings = {
      name: 'mine',
      paths: { refund: '/x' },
      evidence: { version: { evidence: 'confirmed', note: 'n' } },
    }
    defineCentreProfile(settings as CentreProfileSettings)
    const { paths, evidence } = settings
    assert.deepEqual([settings, paths, evidence, evidence.version].map(Object.isFrozen), [false, false, false, false])
  })

  it('builds on another one', () => {
    const base = defineCentreProfile({ name: 'base', version: null })
    assert.equal(defineCentreProfile({ name: 'next', base }).version, null)
  })

  it('writes the time as the messages’ profile says, unless it says otherwise itself', () => {
    const messages = defineProfile({ name: 'm', timestampForm: 'yyyyMMddHHmmss' })
    assert.equal(defineCentreProfile({ name: 'a', messages }).timestampForm, 'yyyyMMddHHmmss')
    assert.equal(
      defineCentreProfile({ name: 'b', messages, timestampForm: 'epoch-seconds' }).timestampForm,
      'epoch-seconds',
    )
  })

  it('refuses our own form where no rule gives one', () => {
    const strict = { name: 'strict', signedFormsRead: 'own form' } as const
    assert.throws(
      () => defineCentreProfile(strict),
      /`signedFormsRead` must be `every known form` while `emptyRemoval`/,
    )
    assert.ok(defineCentreProfile({ ...strict, emptyRemoval: 'null' }))
  })

  it('refuses settings that do not exist or do not fit, all at once', () => {
    const bad = {
      name: '',
      version: 'a b',
      timestampForm: 'iso',
      scalars: 'numbers',
      emptyRemoval: 'all',
      hexCase: 'mixed',
      unwrapLevels: 4,
      answerWindow: Number.NaN,
      pushesWithCode: true,
      signedFormsRead: 'any',
      paths: { refund: 'no-slash', uploadFees: '/a/../b', pay: '/x' },
      messages: defineProfile({ name: 'hos', generation: 'hos' }),
      surprise: 1,
    }
    assert.throws(
      () => defineCentreProfile(bad as unknown as CentreProfileSettings),
      (error: unknown) => {
        assert.ok(isCentreError(error, 'CENTRE_PROFILE_INVALID'))
        const names = error.details.map(({ en }) => en.slice(1, en.indexOf('`', 1)))
        assert.deepEqual(names.sort(), [
          'answerWindow',
          'emptyRemoval',
          'hexCase',
          'messages',
          'name',
          'paths.pay',
          'paths.refund',
          'paths.uploadFees',
          'pushesWithCode',
          'scalars',
          'signedFormsRead',
          'surprise',
          'timestampForm',
          'unwrapLevels',
          'version',
        ])
        // The Chinese text holds no English sentence, only names and values of settings.
        for (const { zh } of error.details)
          assert.doesNotMatch(zh, /must|not an option|text of|path that|table of|profile of/)
        return true
      },
    )
  })
})
