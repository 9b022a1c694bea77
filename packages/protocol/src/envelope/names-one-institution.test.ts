import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { defaultProfile, defineProfile, encodeRequest, settlementQuery } from '@nationec/protocol'

const request = (orgId: string, orgCodg: string) => ({
  orgId,
  transType: '6301',
  data: { orgCodg, medOrgOrd: 'B1' },
})

describe('the institution of a body', () => {
  it('is that of the envelope, or nothing is sent', () => {
    assert.match(encodeRequest(settlementQuery, request('H33010200001', 'H33010200001')), /H33010200001/)
    assert.throws(
      () => encodeRequest(settlementQuery, request('H99999999999', 'P33010200001')),
      (error: Error & { code?: string; delivery?: string }) => {
        assert.deepEqual([error.code, error.delivery], ['REQUEST_INVALID', 'not-sent'])
        assert.match(error.message, /data\.orgCodg: must be the orgId of the envelope/)
        assert.doesNotMatch(error.message, /H99999999999|P33010200001/)
        return true
      },
    )
  })

  it('may be a branch where the profile has a head office', () => {
    const headOffice = defineProfile({ name: 'head-office', orgCodg: 'any' })
    assert.match(encodeRequest(settlementQuery, request('H99999999999', 'P33010200001'), headOffice), /P33010200001/)
    assert.equal(defaultProfile.orgCodg, 'same-as-orgId')
  })
})
