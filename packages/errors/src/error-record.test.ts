import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { isBilingualText, NationEcError, readErrorRecord } from '@nationec/errors'

const text = { en: 'It failed.', zh: '失败。' }
const entry = { layer: 'transport', delivery: 'not-sent', summary: text, advice: text } as const
const fallback = { ...entry, summary: { en: 'Nothing is known.', zh: '未知。' } }

describe('readErrorRecord', () => {
  it('reads what an error writes', () => {
    const error = new NationEcError({ code: 'LINK_DOWN', entry, details: [text] })
    const record: unknown = JSON.parse(JSON.stringify(error))
    assert.deepEqual(readErrorRecord(record, fallback), { code: 'LINK_DOWN', entry, details: [text] })
  })

  it('takes a delivery that it does not know for unknown, and never for not-sent', () => {
    for (const delivery of [undefined, 'maybe', 'NOT-SENT', 1, null]) {
      assert.equal(readErrorRecord({ code: 'LINK_DOWN', delivery }, fallback)?.entry.delivery, 'unknown')
    }
  })

  it('has the texts of the fallback where the record has none, and drops details that are no texts', () => {
    const read = readErrorRecord({ code: 'LINK_DOWN', summary: 'text', details: ['text', text, null] }, fallback)
    assert.deepEqual(read?.entry.summary, fallback.summary)
    assert.deepEqual(read?.details, [text])
  })

  it('reads nothing where there is no code', () => {
    for (const record of [undefined, null, 'LINK_DOWN', {}, { code: 7 }, { code: 'a person’s name' }]) {
      assert.equal(readErrorRecord(record, fallback), undefined)
    }
  })

  it('tells a text in both languages', () => {
    assert.deepEqual([text, { en: 'x' }, null, 'x'].map(isBilingualText), [true, false, false, false])
  })
})
