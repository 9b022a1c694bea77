// @everyday node
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { writeXlsx } from 'hucre/xlsx'
import { LedgerError } from '../../errors/ledger-error.ts'
import { cellsOf, expected, HEADER, rows } from '../fixtures/files.ts'
import { DayFileError, type Fault } from '../table/faults.ts'
import { loadHucre, type SheetCell } from './load-hucre.ts'
import { readXlsx, type XlsxOptions } from './read-xlsx.ts'

const workbook = (...sheets: readonly (readonly (readonly SheetCell[])[])[]): Promise<Uint8Array> =>
  writeXlsx({
    sheets: sheets.map((cells, index) => ({ name: `清单${index + 1}`, rows: cells.map((row) => [...row]) })),
  })

async function faultsOf(file: Uint8Array, options?: XlsxOptions): Promise<readonly Fault[]> {
  const error = await readXlsx(file, options).catch((caught: unknown) => caught)
  assert.ok(error instanceof DayFileError, String(error))
  return error.faults
}

/** An amount or a position as a sheet that counts with it has it. */
function asNumbers(cells: readonly string[]): SheetCell[] {
  return cells.map((cell) => (/^-?\d+\.\d\d$/.test(cell) ? Number(cell) : cell))
}

describe('readXlsx', () => {
  it('reads any rows, with amounts as text and as numbers, below a title and above a sum', async () => {
    const form = fc.record({ minus: fc.boolean(), numbers: fc.boolean(), title: fc.boolean(), footer: fc.boolean() })
    await fc.assert(
      fc.asyncProperty(rows, form, async (list, { minus, numbers, title, footer }) => {
        const file = await workbook([
          ...(title ? [['某医院对账单'], []] : []),
          HEADER,
          ...list.map((row) => (numbers ? asNumbers(cellsOf(row, minus)) : cellsOf(row, minus))),
          ...(footer ? [['合计', null, null, null, null, null, 12.5]] : []),
        ])
        const read = await readXlsx(file, { headerLine: title ? 3 : 1, footerLines: footer ? 1 : 0 })
        assert.deepEqual(read, expected(list, title ? 4 : 2))
      }),
      { numRuns: 50 },
    )
  })

  it('takes a number with the digits that a sheet shows, and refuses one that has lost some', async () => {
    const header = ['medOrgOrd', 'total', 'time']
    const time = new Date(Date.UTC(2026, 10, 29, 8, 1, 2))
    const read = await readXlsx(
      await workbook([header, [20261129001, 0.1 + 0.2, time], ['0012', 150.51999999999998, null]]),
    )
    assert.deepEqual(
      read.map(({ medOrgOrd, total, time: read }) => [medOrgOrd, total, read]),
      [
        ['20261129001', '0.30', '2026-11-29 08:01:02'],
        ['0012', '150.52', undefined],
      ],
    )
    assert.deepEqual(await faultsOf(await workbook([header, [123456789012345680, 1.005, 46355.5]])), [
      { rule: 'exponent', line: 2, column: 1, field: 'medOrgOrd' },
      { rule: 'time', line: 2, column: 3, field: 'time' },
      { rule: 'amount', line: 2, column: 2, field: 'total' },
    ])
  })

  it('takes the only sheet that has rows, or the one that is named', async () => {
    const sheet = (total: number) => [
      ['medOrgOrd', 'total'],
      ['M1', total],
    ]
    assert.equal((await readXlsx(await workbook([], sheet(1))))[0]?.total, '1.00')
    const both = await workbook(sheet(1), sheet(2))
    assert.deepEqual(await faultsOf(both), [{ rule: 'many-sheets' }])
    assert.equal((await readXlsx(both, { sheet: '清单2' }))[0]?.total, '2.00')
    assert.deepEqual(await faultsOf(both, { sheet: '清单3' }), [{ rule: 'no-sheet' }])
    assert.deepEqual(await faultsOf(await workbook([])), [{ rule: 'empty' }])
  })

  it('says what other files are, and ends on any bytes', async () => {
    assert.deepEqual(await faultsOf(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0)), [{ rule: 'old-workbook' }])
    assert.deepEqual(await faultsOf(new TextEncoder().encode('medOrgOrd,total\n')), [{ rule: 'not-workbook' }])
    const whole = await workbook([
      ['medOrgOrd', 'total'],
      ['M1', 1],
    ])
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(255), async (place, byte) => {
        const damaged = Uint8Array.from(whole)
        damaged[place] = byte
        for (const file of [damaged, whole.subarray(0, place)]) {
          const error = await readXlsx(file).catch((caught: unknown) => caught)
          assert.ok(Array.isArray(error) || error instanceof DayFileError)
        }
      }),
      { numRuns: 100 },
    )
  })

  it('names the package that is missing, and the command that installs it', async () => {
    const error = await loadHucre('hucre-that-is-not-there').catch((caught: unknown) => caught)
    assert.ok(error instanceof LedgerError)
    assert.equal(error.code, 'XLSX_LIBRARY_MISSING')
    assert.match(error.message, /npm install hucre/)
  })
})
