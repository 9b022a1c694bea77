// @everyday node
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { encodeGb18030 } from '@nationec/protocol/gb18030'
import fc from 'fast-check'
import { cellsOf, expected, HEADER, rows } from '../fixtures/files.ts'
import { DayFileError, type Fault } from '../table/faults.ts'
import { type CsvOptions, readCsv } from './read-csv.ts'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const gb18030 = (text: string): Uint8Array => encodeGb18030(text) ?? new Uint8Array()

function faultsOf(file: Uint8Array | string, options?: CsvOptions): readonly Fault[] {
  try {
    readCsv(file, options)
  } catch (error) {
    if (error instanceof DayFileError) return error.faults
    throw error
  }
  return assert.fail('was read')
}

const rulesOf = (file: Uint8Array | string, options?: CsvOptions): readonly string[] =>
  faultsOf(file, options).map(({ rule }) => rule)

describe('readCsv', () => {
  it('reads any rows in every form of the file', () => {
    const form = fc.record({
      delimiter: fc.constantFrom(',', '\t', ';', '|'),
      end: fc.constantFrom('\n', '\r\n', '\r'),
      quoted: fc.boolean(),
      minus: fc.boolean(),
      charset: fc.constantFrom('utf-8', 'utf-8 with a mark', 'gb18030'),
      title: fc.boolean(),
      footer: fc.boolean(),
    })
    fc.assert(
      fc.property(rows, form, (list, { delimiter, end, quoted, minus, charset, title, footer }) => {
        const line = (cells: readonly string[]): string =>
          cells.map((cell) => (quoted ? `"${cell}"` : cell)).join(delimiter)
        const text = [
          ...(title ? ['某医院对账单', ''] : []),
          line(HEADER),
          ...list.map((row) => line(cellsOf(row, minus))),
          ...(footer ? [line(['合计', ...HEADER.slice(1).map(() => '')])] : []),
        ].join(end)
        const bytes = charset === 'gb18030' ? gb18030(text) : utf8(charset === 'utf-8' ? text : `\uFEFF${text}`)
        const read = readCsv(bytes, { headerLine: title ? 3 : 1, footerLines: footer ? 1 : 0 })
        assert.deepEqual(read, expected(list, title ? 4 : 2))
      }),
      { numRuns: 150 },
    )
  })

  it('ends on any bytes: in rows, or in an error that tells nothing of them', () => {
    const marked = fc.constantFrom('机构订单号,总金额\n', 'M1,支付"', '张三丰', '="1"', ',', '\n', '1.23E+18', '"')
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 64 }),
      fc.array(marked, { maxLength: 12 }).map((parts) => utf8(parts.join(''))),
    )
    fc.assert(
      fc.property(bytes, (file) => {
        try {
          readCsv(file)
        } catch (error) {
          assert.ok(error instanceof DayFileError)
          assert.doesNotMatch(JSON.stringify(error), /张三丰|1\.23E\+18/)
        }
      }),
    )
  })

  it('names each place that is wrong, with what to do, and nothing of what stands there', () => {
    const file = [
      'medOrgOrd,total,status,time,姓名',
      'M1,1.23E+18,成功,2026-11-29,张三丰',
      '张三丰,12.50,成功,2026-11-29,x',
      'M3,12.50,张三丰,张三丰,x',
      ',12.50,成功,,x',
      'M5,,成功,,x',
      'M6,12.50,成功,,x,y',
      'M7,12.50',
      'M8,12.50,,,x',
    ].join('\n')
    const options = { columns: { medOrgOrd: 'medOrgOrd', total: 'total', status: 'status', time: 'time' } }
    assert.deepEqual(faultsOf(file, options), [
      { rule: 'exponent', line: 2, column: 2, field: 'total' },
      { rule: 'number', line: 3, column: 1, field: 'medOrgOrd' },
      { rule: 'time', line: 4, column: 4, field: 'time' },
      { rule: 'status', line: 4, column: 3, field: 'status' },
      { rule: 'no-number', line: 5 },
      { rule: 'missing', line: 6, column: 2, field: 'total' },
      { rule: 'too-many-cells', line: 7 },
      { rule: 'too-few-cells', line: 8 },
      { rule: 'missing', line: 9, column: 3, field: 'status' },
    ])
    const { message } = assertThrows(() => readCsv(file, options))
    assert.match(message, /line 2, column 2 \(B\), for total: Excel has shortened this number/)
    assert.match(message, /第 2 行，第 2 列（B），字段 total：长数字已被 Excel 截断/)
    assert.doesNotMatch(message, /张三丰|1\.23E/)
  })

  it('names at most twenty places', () => {
    const many = `medOrgOrd,total\n${'M1,x\n'.repeat(1_000)}`
    assert.equal(faultsOf(many).length, 20)
  })

  it('tells the charset by itself, or refuses', () => {
    const both = '机构订单号,总金额,状态\nM1,1,成功\n'
    assert.equal(readCsv(gb18030(both)).length, 1)
    assert.equal(readCsv(utf8(both)).length, 1)
    // Chinese in a column that is not read: either way the rows are the same.
    assert.equal(readCsv(utf8('medOrgOrd,total,x\nM1,1,成功\n')).length, 1)
    // Two meanings of one word, by charset.
    const word = new TextDecoder('gb18030').decode(utf8('成功'))
    const told = { statuses: { 成功: 'done', [word]: 'open' } } as const
    const ambiguous = utf8('medOrgOrd,total,status\nM1,1,成功\n')
    assert.deepEqual(rulesOf(ambiguous, told), ['charset-ambiguous'])
    assert.equal(readCsv(ambiguous, { ...told, charset: 'gb18030' })[0]?.status, 'open')
    assert.equal(readCsv(ambiguous, { ...told, charset: 'utf-8' })[0]?.status, 'done')
    assert.equal(readCsv(ambiguous)[0]?.status, 'done')
    assert.deepEqual(rulesOf(gb18030('机构订单号,总金额\n'), { charset: 'utf-8' }), ['charset'])
    assert.deepEqual(rulesOf(Uint8Array.of(0x41, 0xff, 0x41)), ['charset'])
  })

  it('says what other files are', () => {
    assert.deepEqual(rulesOf(Uint8Array.of(0x50, 0x4b, 3, 4, 0)), ['workbook'])
    assert.deepEqual(rulesOf(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0)), ['old-workbook'])
    assert.deepEqual(rulesOf(Uint8Array.of(0xff, 0xfe, 0x41, 0)), ['utf16'])
    assert.deepEqual(rulesOf(Uint8Array.of(0x41, 0, 0x42, 0)), ['charset'])
    assert.deepEqual(rulesOf(''), ['empty'])
    assert.deepEqual(readCsv('medOrgOrd,total\n'), [])
  })

  it('asks for what it cannot tell', () => {
    assert.deepEqual(rulesOf('medOrgOrd\tx,total\nM1,1\n'), ['no-header'])
    assert.deepEqual(rulesOf('M1,a;1\n', { headerLine: 0, columns: { medOrgOrd: 1, total: 2 } }), ['delimiter'])
    const positions = { headerLine: 0, columns: { medOrgOrd: 1, total: 2 }, delimiter: ';' } as const
    assert.equal(readCsv('M1;1\n', positions)[0]?.total, '1.00')
    assert.deepEqual(rulesOf('medOrgOrd,total,total\nM1,1,2\n'), ['header-twice'])
    assert.deepEqual(rulesOf('medOrgOrd,总额\nM1,1\n', { columns: { medOrgOrd: 'medOrgOrd', total: 'total' } }), [
      'no-header',
    ])
    assert.deepEqual(rulesOf('medOrgOrd,total,kind\nM1,1,撤销\n'), ['kind'])
  })

  it('takes a refund with either sign, and refuses signs that contradict', () => {
    const read = (kind: string, total: string, cash: string) =>
      readCsv(`medOrgOrd,kind,total,cash\nM1,${kind},${total},${cash}\n`)[0]
    for (const [total, cash] of [
      ['-3', '-1'],
      ['3', '1'],
      ['(3)', '(1)'],
    ] as const) {
      const row = read('退费', total, cash)
      assert.deepEqual([row?.kind, row?.total, row?.cash], ['refund', '3.00', '1.00'])
    }
    assert.deepEqual(rulesOf('medOrgOrd,kind,total,cash\nM1,退费,-3,1\nM1,支付,-3,\n'), ['sign', 'sign'])
    assert.deepEqual(
      readCsv('medOrgOrd,total\nM1,-3\nM2,3\n').map(({ kind }) => kind),
      ['refund', 'payment'],
    )
  })

  it('reads the states of the centre, and of a region', () => {
    const file = 'medOrgOrd,total,ordStas\nM1,1,6\nM2,1,07\nM3,1,12\nM4,1,2\n'
    assert.deepEqual(
      readCsv(file).map(({ status }) => status),
      ['done', 'done', 'not-done', 'open'],
    )
    assert.deepEqual(
      readCsv(file, { profile: { orderClasses: { 2: 'settled', 6: 'revoked', 7: 'failed', 12: 'settled' } } }).map(
        ({ status }) => status,
      ),
      ['not-done', 'open', 'done', 'done'],
    )
  })

  it('refuses long numbers that have lost their last digits', () => {
    const file = (numbers: readonly string[]): string =>
      `payOrdId,total\n${numbers.map((number) => `${number},1\n`).join('')}`
    const lost = ['440100202202101000', '440100202202102000']
    assert.deepEqual(faultsOf(file(lost)), [{ rule: 'digits-lost', line: 2, column: 1, field: 'payOrdId' }])
    assert.equal(readCsv(file(lost), { longNumbers: 'kept' }).length, 2)
    assert.equal(readCsv(file([...lost, '440100202202102001'])).length, 3)
    assert.equal(readCsv(file(lost.slice(0, 1))).length, 1)
  })
})

function assertThrows(run: () => unknown): Error {
  try {
    run()
  } catch (error) {
    if (error instanceof Error) return error
  }
  return assert.fail('did not throw')
}
