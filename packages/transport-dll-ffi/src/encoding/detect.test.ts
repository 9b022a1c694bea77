import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { decodeUtf8 } from '@nationec/errors'
import { decodeGb18030, encodeGb18030 } from '@nationec/protocol/gb18030'
import fc from 'fast-check'
import { encodeText } from './charset.ts'
import { type Detection, detectText } from './detect.ts'
import { encodeUtf8 } from './utf8.ts'

/** Without a code in GB18030, or moved by its edition of 2022. */
const LOST = /[\ue5e5\ue78d-\ue796\ue81e\ue826\ue82b\ue82c\ue832\ue843\ue854\ue864]/
const text = fc.string({ unit: 'binary', maxLength: 200 }).filter((sample) => !LOST.test(sample))
const chinese = fc.string({
  unit: fc.constantFrom(...'医保费用明细上传姓名张三李四𠮷龘〇（）'),
  minLength: 1,
  maxLength: 30,
})
const json = chinese.map((name) => JSON.stringify({ code: 0, message: name, data: { name } }))

function gb18030(sample: string): Uint8Array {
  return encodeGb18030(sample) ?? assert.fail('GB18030 has all of these')
}

function facts(found: Detection): unknown {
  return 'text' in found ? [found.text, found.chosen, found.because] : found
}

describe('the character sets', () => {
  it('carry every text there and back', () => {
    fc.assert(
      fc.property(text, (sample) => {
        assert.equal(decodeUtf8(encodeUtf8(sample)), sample)
        assert.equal(decodeGb18030(gb18030(sample)), sample)
      }),
      { numRuns: 500, seed: 18_030 },
    )
  })

  it('say that a character is missing instead of replacing it', () => {
    assert.equal(encodeText('a\ue5e5', 'gb18030'), undefined)
    assert.deepEqual([...(encodeText('a?', 'gb18030') ?? [])], [0x61, 0x3f])
  })

  it('refuse bytes that are not theirs', () => {
    for (const bytes of [[0xff], [0xb0], [0x81, 0x30], [0xc1, 0x7f]]) {
      assert.equal(decodeUtf8(Uint8Array.from(bytes)), undefined)
      assert.equal(decodeGb18030(Uint8Array.from(bytes)), undefined)
    }
  })
})

describe('the character set of an answer', () => {
  it('is found for Chinese in either set', () => {
    fc.assert(
      fc.property(json, (sample) => {
        const found = detectText(encodeUtf8(sample), undefined)
        assert.ok('text' in found)
        assert.deepEqual([found.text, found.chosen], [sample, 'utf-8'])
        assert.match(found.because, /utf-8$/)
      }),
      { numRuns: 300, seed: 1 },
    )
    fc.assert(
      fc.property(json, (sample) => {
        const found = detectText(gb18030(sample), 'gb18030')
        assert.ok('text' in found)
        assert.equal(found.text, sample)
        assert.equal(found.chosen, 'gb18030')
      }),
      { numRuns: 300, seed: 2 },
    )
  })

  it('does not matter for ASCII', () => {
    assert.deepEqual(detectText(encodeUtf8('{"code":0}'), 'gb18030'), { ascii: '{"code":0}' })
  })

  it('is what was found before where the bytes are both, else UTF-8, and it says so', () => {
    // 联通 in GBK: famous for being valid UTF-8 in old readers; these two are valid in today's.
    const both = Uint8Array.of(0xc4, 0xbf, 0xc2, 0xbc)
    assert.deepEqual(facts(detectText(both, undefined)), ['Ŀ¼', 'utf-8', 'either, by the specification'])
    assert.deepEqual(facts(detectText(both, 'utf-8')), ['Ŀ¼', 'utf-8', 'either, as before'])
    assert.deepEqual(facts(detectText(both, 'gb18030')), ['目录', 'gb18030', 'either, as before'])
  })

  it('is unreadable where both stand side by side', () => {
    const mixed = Buffer.concat([gb18030('{"message":"交易成功","name":"'), encodeUtf8('欧阳娜娜'), gb18030('"}')])
    assert.deepEqual(detectText(mixed, undefined), { unreadable: 'mixed' })
  })

  it('is unreadable where UTF-8 ends within a character', () => {
    const bytes = encodeUtf8('{"message":"医保')
    for (const end of [1, 2]) assert.deepEqual(detectText(bytes.subarray(0, -end), 'gb18030'), { unreadable: 'cut' })
  })

  it('is unreadable where it is neither', () => {
    assert.deepEqual(detectText(Uint8Array.of(0x22, 0xff, 0xff, 0x22), undefined), { unreadable: 'neither' })
  })

  it('is given a reason, and never throws, whatever the bytes are', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 100 }),
        fc.constantFrom(undefined, 'utf-8' as const, 'gb18030' as const),
        (bytes, before) => {
          const found = detectText(bytes, before)
          assert.ok('ascii' in found || 'unreadable' in found || found.because.length > 0)
        },
      ),
      { numRuns: 1_000, seed: 3 },
    )
  })
})
