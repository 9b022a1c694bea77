import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { createReturnCodes, ProtocolError, type ReturnCodeInput, returnCodes } from '@nationec/protocol'
import fc from 'fast-check'

const entry: ReturnCodeInput = { code: 9001, zh: '示例说明', en: 'an example', source: 'our own notes' }

describe('return codes', () => {
  it('starts with what is public: table A.4 is not', () => {
    assert.deepEqual(
      [...returnCodes].map(({ code, evidence }) => [code, evidence]),
      [
        ['0', 'confirmed'],
        ['-1', 'single source'],
        ['-2', 'single source'],
      ],
    )
    assert.equal(returnCodes.get(0)?.zh, '成功')
    assert.equal(returnCodes.get('0')?.en, 'success')
  })

  it('is open: an unknown code is undefined', () => {
    assert.equal(returnCodes.get(360053), undefined)
    assert.equal(returnCodes.get('constructor'), undefined)
  })

  it('takes entries of its users, by number or text', () => {
    const codes = createReturnCodes()
    codes.add(entry)
    codes.add({ code: ' E7 ', zh: '仅有中文', source: 'a region' })
    assert.equal(codes.get('9001')?.en, 'an example')
    assert.equal(codes.get(9001)?.zh, '示例说明')
    assert.deepEqual(codes.get('E7'), { code: 'E7', zh: '仅有中文', en: '仅有中文', source: 'a region' })
    assert.deepEqual(
      codes.search('EXAMPLE').map(({ code }) => code),
      ['9001'],
    )
    assert.equal(returnCodes.get(9001), undefined, 'the public registry stays as it is')
  })

  it('refuses a code that is taken', () => {
    const codes = createReturnCodes()
    codes.add(entry)
    assert.throws(() => codes.add({ ...entry, code: '9001' }), { code: 'CODE_ENTRY_INVALID' })
    assert.throws(() => codes.add({ ...entry, code: 0 }), { code: 'CODE_ENTRY_INVALID' })
    assert.equal([...codes].length, 4)
  })

  it('refuses an entry without code, text or source, and names what is missing', () => {
    const bad: [ReturnCodeInput, string][] = [
      [{ ...entry, code: '' }, 'code'],
      [{ ...entry, code: 1.5 }, 'code'],
      [{ ...entry, code: Number.NaN }, 'code'],
      [{ ...entry, zh: ' ' }, 'zh'],
      [{ ...entry, source: '' }, 'source'],
    ]
    for (const [input, field] of bad) {
      assert.throws(
        () => createReturnCodes().add(input),
        (error) =>
          error instanceof ProtocolError && error.code === 'CODE_ENTRY_INVALID' && error.message.includes(field),
      )
    }
  })

  it('extends into a new registry and cannot be changed itself', () => {
    const extended = returnCodes.extend([entry])
    assert.equal(extended.get(9001)?.source, 'our own notes')
    assert.equal(returnCodes.get(9001), undefined)
    assert.equal('add' in extended, false)
    assert.ok(Object.isFrozen(returnCodes) && Object.isFrozen(extended))
    assert.throws(() => extended.extend([entry]), { code: 'CODE_ENTRY_INVALID' })
  })

  it('finds every entry that was added', () => {
    const code = fc.integer({ min: 1, max: 999_999 })
    fc.assert(
      fc.property(fc.uniqueArray(code), (codes) => {
        const registry = returnCodes.extend(codes.map((added) => ({ ...entry, code: added })))
        for (const added of codes) assert.equal(registry.get(added)?.code, String(added))
        assert.equal([...registry].length, codes.length + 3)
      }),
      { numRuns: 100, seed: 33 },
    )
  })
})
