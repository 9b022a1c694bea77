import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { checkRequestBody, defaultProfile, type FeeLine, feeUpload, yuan, yuanFromFen } from '@nationec/protocol'
import fc from 'fast-check'
import { bill, type FeeUploadBody, line } from '../../fixtures/bills.ts'

const runs = { numRuns: 100, seed: 41 }
const amounts = fc.array(fc.bigInt({ min: 1n, max: 10n ** 9n }), { minLength: 1, maxLength: 30 })

function broken(body: FeeUploadBody): string[] {
  return checkRequestBody(feeUpload, body, defaultProfile).map(({ path, rule }) => `${path} ${rule}`)
}

const linesOf = (fens: readonly bigint[]): FeeLine[] => fens.map((fen, index) => line(index, fen))

describe('fee lines make the total', () => {
  it('accepts any split that sums exactly, in any order', () => {
    fc.assert(
      fc.property(
        amounts.chain((fens) => fc.tuple(fc.constant(fens), fc.shuffledSubarray(fens, { minLength: fens.length }))),
        ([fens, shuffled]) => {
          const { medfeeSumamt } = bill(linesOf(fens))
          assert.deepEqual(broken(bill(linesOf(shuffled), { medfeeSumamt })), [])
        },
      ),
      runs,
    )
  })

  it('catches one fen, more or less, on any line', () => {
    fc.assert(
      fc.property(amounts, fc.nat(), fc.constantFrom(1n, -1n), (fens, place, slip) => {
        const { medfeeSumamt } = bill(linesOf(fens))
        const slipped = fens.map((fen, index) => (index === place % fens.length ? fen + slip : fen))
        assert.deepEqual(broken(bill(linesOf(slipped), { medfeeSumamt })), ['medfeeSumamt sum'])
      }),
      runs,
    )
  })

  it('says which sum, in both languages, without any amount', () => {
    const [issue] = checkRequestBody(feeUpload, bill([line(0, 4711n)], { medfeeSumamt: yuan('8.15') }), defaultProfile)
    assert.match(issue?.text.en ?? '', /feedetailList\[\]\.detItemFeeSumamt/)
    assert.match(issue?.text.zh ?? '', /之和/)
    assert.doesNotMatch(JSON.stringify(issue), /47\.11|8\.15|4711|815/)
  })
})

describe('coverage parts make the total', () => {
  const split = fc.tuple(
    fc.bigInt({ min: 0n, max: 10n ** 9n }),
    fc.bigInt({ min: 0n, max: 10n ** 9n }),
    fc.bigInt({ min: 0n, max: 10n ** 9n }),
  )

  it('accepts exact parts and catches one fen', () => {
    fc.assert(
      fc.property(split, ([self, first, counted]) => {
        const parts = {
          fulamtOwnpayAmt: yuanFromFen(self),
          preselfpayAmt: yuanFromFen(first),
          inscpScpAmt: yuanFromFen(counted),
        }
        const lines = [line(0, self + first + counted)]
        assert.deepEqual(broken(bill(lines, parts)), [])
        assert.deepEqual(broken(bill(lines, { ...parts, preselfpayAmt: yuanFromFen(first + 1n) })), ['inscpScpAmt sum'])
      }),
      runs,
    )
  })

  it('is silent unless all three are given', () => {
    assert.deepEqual(broken(bill([line(0, 100n)], { fulamtOwnpayAmt: yuan('7'), inscpScpAmt: yuan('9') })), [])
  })
})

describe('serial numbers of lines and diagnoses', () => {
  it('reports every repeated feedetlSn by its path', () => {
    const lines = [line(0, 1n), line(1, 1n), line(0, 1n), line(2, 1n), line(0, 1n)]
    assert.deepEqual(broken(bill(lines)), [
      'feedetailList[2].feedetlSn duplicate',
      'feedetailList[4].feedetlSn duplicate',
    ])
  })

  it('reports a repeated diagSrtNo; 1 and 01 are one number', () => {
    const diagnosis = {
      diagType: '1',
      diagSrtNo: '1',
      diagCode: 'I10.x00x002',
      diagName: '高血压',
      diagDept: '内科',
      diseDorNo: 'D999999000011',
      diseDorName: '测试医生一',
      diagTime: '2025-03-10 09:30:15',
      valiFlag: '1',
    }
    const diseinfoList = [diagnosis, { ...diagnosis, diagSrtNo: '2' }, { ...diagnosis, diagSrtNo: '01' }]
    assert.deepEqual(broken(bill([line(0, 1n)], { diseinfoList })), ['diseinfoList[2].diagSrtNo duplicate'])
  })
})

describe('one disease per batch', () => {
  it('reports another diseCodg in the same chrgBchno only', () => {
    const lines = [
      line(0, 1n, { diseCodg: 'M00500' }),
      line(1, 1n),
      line(2, 1n, { diseCodg: 'M01600' }),
      line(3, 1n, { diseCodg: 'M01600', chrgBchno: '2025031002' }),
    ]
    assert.deepEqual(broken(bill(lines)), ['feedetailList[2].diseCodg value'])
  })
})

describe('credential of an upload', () => {
  it('wants ecToken, or payAuthNo with mdtrtId', () => {
    const lines = [line(0, 1n)]
    const bare = bill(lines, { ecToken: undefined })
    assert.deepEqual(broken(bare), ['ecToken one-of', 'mdtrtId required'])
    assert.deepEqual(broken({ ...bare, payAuthNo: 'AUTH330100202503100930150000001' }), ['mdtrtId required'])
    assert.deepEqual(broken({ ...bare, payAuthNo: 'AUTH330100202503100930150000001', mdtrtId: '1' }), [])
  })
})
