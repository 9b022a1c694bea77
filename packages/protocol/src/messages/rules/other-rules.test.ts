import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import {
  checkRequestBody,
  defaultProfile,
  drugListText,
  hosSettlementQuery,
  settlementQuery,
  settleNotify,
  yuan,
} from '@nationec/protocol'

const orgCodg = 'H33010200001'

describe('which order a query means', () => {
  for (const message of [settlementQuery, hosSettlementQuery]) {
    const broken = (body: object) =>
      checkRequestBody(message, body, defaultProfile).map(({ path, rule }) => `${path} ${rule}`)

    it(`${message.name}: payOrdId with its payToken, or medOrgOrd`, () => {
      assert.deepEqual(broken({ orgCodg, payOrdId: 'ORD1', payToken: 'T' }), [])
      assert.deepEqual(broken({ orgCodg, medOrgOrd: 'M1' }), [])
      assert.deepEqual(broken({ orgCodg }), ['payOrdId one-of'])
      assert.deepEqual(broken({ orgCodg, payOrdId: 'ORD1' }), ['payToken required'])
      assert.deepEqual(broken({ orgCodg, payOrdId: 'ORD1', medOrgOrd: 'M1' }), ['payToken required'])
    })
  }
})

describe('drugList of the settlement notice', () => {
  const notice = {
    outBizNo: '1',
    medicalSettleState: 'SUCCESS',
    operatorId: '007',
    operatorName: '测试收费员',
    totalFee: yuan('5'),
    bizType: 'settle',
    idNo: '999999196202140011',
    userName: '测试患者甲',
    setlTime: '20250310093015',
    hospitalName: '测试医院',
    officeId: '03',
    officeName: '内科',
    doctorName: '测试医生一',
  }
  const broken = (drugList?: string) =>
    checkRequestBody(settleNotify, { ...notice, ...(drugList === undefined ? {} : { drugList }) }, defaultProfile).map(
      ({ path, rule }) => `${path} ${rule}`,
    )

  it('takes a list, a single drug, or nothing', () => {
    const drug = {
      ITEM_NO: 'X1',
      ITEMNAME: '维生素C片',
      HI_ITEM: 'Y',
      PRIC: '0.05',
      ITEM_CNT: '100',
      ITEM_AMT: yuan('5'),
    }
    assert.deepEqual(broken(drugListText([drug])), [])
    assert.deepEqual(broken(JSON.stringify(drug)), [])
    assert.deepEqual(broken(), [])
  })

  it('refuses what is not JSON text of drugs', () => {
    for (const drugList of ['[', 'null', '[1]', '"text"', 'X1|维生素C片'])
      assert.deepEqual(broken(drugList), ['drugList format'])
  })
})
