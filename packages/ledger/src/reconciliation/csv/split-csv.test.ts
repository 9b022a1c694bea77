// @everyday node
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { DayFileError } from '../table/faults.ts'
import { type Delimiter, splitCsv } from './split-csv.ts'

const delimiters: readonly Delimiter[] = [',', '\t', ';', '|']

describe('splitCsv', () => {
  it('gives back any cells that were written, with their lines', () => {
    const cell = fc.oneof(fc.string(), fc.stringMatching(/^[ ",;\t|\r\n=a医]{0,6}$/))
    const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { maxLength: 8 })
    fc.assert(
      fc.property(
        table,
        fc.constantFrom(...delimiters),
        fc.constantFrom('\n', '\r\n', '\r'),
        (rows, delimiter, end) => {
          const quoted = rows.map((row) => row.map((content) => `"${content.replaceAll('"', '""')}"`).join(delimiter))
          let line = 1
          const expected = rows.flatMap((cells, index) => {
            const begun = line
            line += (quoted[index] ?? '').split(/\r\n|\r|\n/).length
            return cells.some((content) => content.trim() !== '') ? [{ line: begun, cells }] : []
          })
          assert.deepEqual(splitCsv(quoted.join(end), delimiter), expected)
        },
      ),
    )
  })

  it('gives back cells that need no quotation marks', () => {
    const plain = fc.stringMatching(/^[a-z0-9医 .'-]{0,6}$/)
    fc.assert(
      fc.property(fc.array(fc.array(plain, { minLength: 2, maxLength: 4 }), { maxLength: 6 }), (rows) => {
        const kept = rows.filter((cells) => cells.some((content) => content.trim() !== ''))
        assert.deepEqual(
          splitCsv(rows.map((cells) => cells.join(';')).join('\r\n'), ';').map(({ cells }) => cells),
          kept,
        )
      }),
    )
  })

  it('ends on every text: in lines, or in an error that names a line', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[",\r\n=a]{0,20}$/), (text) => {
        try {
          for (const { line } of splitCsv(text, ',')) assert.ok(line >= 1)
        } catch (error) {
          assert.ok(error instanceof DayFileError)
          assert.equal(error.faults[0]?.rule, 'quote')
        }
      }),
    )
  })

  it('keeps the form by which Excel writes a number as text', () => {
    assert.deepEqual(splitCsv('="0012","x"\n"=""0013""",y', ','), [
      { line: 1, cells: ['="0012"', 'x'] },
      { line: 2, cells: ['="0013"', 'y'] },
    ])
  })

  it('has an empty cell behind a delimiter at the end', () => {
    for (const text of ['a,', 'a,\n', 'a,\r\n']) assert.deepEqual(splitCsv(text, ','), [{ line: 1, cells: ['a', ''] }])
  })

  it('refuses a quotation mark that is open, or inside a cell', () => {
    for (const [text, line, column] of [
      ['a\n"b', 2, 1],
      ['a,5"', 1, 2],
      ['"a"b,c', 1, 1],
      ['x,="1', 1, 2],
    ] as const) {
      assert.throws(
        () => splitCsv(text, ','),
        (error) => {
          assert.ok(error instanceof DayFileError)
          assert.deepEqual(error.faults, [{ rule: 'quote', line, column }])
          return true
        },
        text,
      )
    }
  })
})
