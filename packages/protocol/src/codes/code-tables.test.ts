import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { codeTable, codeTables, ordStas, refdType } from '@nationec/protocol'

const everyEntry = [...codeTables.values()].flatMap((table) => table.entries.map((entry) => ({ table, entry })))

describe('code tables', () => {
  it('finds every code, in both languages', () => {
    for (const { table, entry } of everyEntry) {
      const found = table.get(entry.code)
      assert.equal(found, entry, `${table.name} ${entry.code}`)
      assert.notEqual(found?.zh.trim(), '')
      assert.match(found?.en ?? '', /^[\x20-\x7e]+$/, `${table.name} ${entry.code} in English`)
    }
  })

  it('holds every code once', () => {
    for (const table of codeTables.values()) {
      assert.equal(new Set(table.entries.map(({ code }) => code)).size, table.entries.length, table.name)
    }
  })

  it('finds every entry by its Chinese, its English and its code', () => {
    for (const { table, entry } of everyEntry) {
      for (const wanted of [entry.zh, entry.en.toUpperCase(), entry.code]) {
        assert.ok(table.search(wanted).includes(entry), `${table.name} ${wanted}`)
      }
    }
    assert.deepEqual(refdType.search(' '), [])
  })

  it('is open: an unknown code is undefined', () => {
    for (const table of codeTables.values()) assert.equal(table.get('no such code'), undefined)
    assert.equal(refdType.get('toString'), undefined)
  })

  it('iterates in the order of the documents', () => {
    assert.deepEqual(
      [...refdType].map(({ code }) => code),
      ['ALL', 'CASH', 'HI'],
    )
  })

  it('has the sizes of the published tables', () => {
    const sizes = Object.fromEntries([...codeTables].map(([name, { entries }]) => [name, entries.length]))
    assert.deepEqual(sizes, {
      businessType: 19,
      ordStas: 26,
      refdType: 3,
      setlType: 3,
      refStatus: 3,
      callType: 1,
      feeType: 2,
      psnSetlway: 2,
      insutype: 14,
      medType: 15,
      fund_pay_type: 13,
      mdtrtCertType: 4,
      idType: 1,
      gender: 2,
      deviceType: 1,
      diagType: 3,
      chrgitmType: 3,
      chrgType: 18,
      matnType: 4,
      birctrlType: 7,
      acctUsedFlag: 2,
      hospApprFlag: 3,
      er_flag: 4,
      yesNo: 2,
      letterFlag: 2,
      medicalSettleState: 2,
      bizType: 2,
      ampOrderStatus: 5,
    })
  })

  it('is made by users too', () => {
    const local = codeTable('local', '本地表', 'Local table', [
      { code: '1', zh: '甲', en: 'first', evidence: 'assumption' },
    ])
    assert.equal(local.get('1')?.en, 'first')
  })
})

describe('ordStas', () => {
  it('puts the states in classes and leaves 17 to 25 without one', () => {
    const codes: Record<string, string> = {}
    for (const { code, class: name = 'none' } of ordStas) {
      codes[name] = codes[name] === undefined ? code : `${codes[name]} ${code}`
    }
    assert.deepEqual(codes, {
      pending: '0 1 2',
      completing: '3 4 5',
      settled: '6',
      refunded: '7',
      'partly-refunded': '8 9 10 11',
      revoked: '12 13',
      failed: '14 15 16',
      none: '17 18 19 20 21 22 23 24 25',
    })
  })
})
