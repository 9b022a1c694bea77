import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import {
  type BilingualText,
  didYouMean,
  fromTo,
  isNationEcError,
  nearestWords,
  oneOf,
  optionError,
  requireKnownOptions,
  requireOneOf,
  requireOption,
  unknownOption,
} from '@nationec/errors'
import fc from 'fast-check'

/** What an option error says besides the texts of its code. */
function detailOf(check: () => void): BilingualText {
  try {
    check()
  } catch (error) {
    assert.ok(isNationEcError(error, 'OPTION_INVALID'))
    assert.equal(error.delivery, 'not-sent')
    assert.equal(error.details.length, 1)
    return error.details[0] ?? { en: '', zh: '' }
  }
  throw new assert.AssertionError({ message: 'nothing was refused' })
}

describe('a wrong option', () => {
  it('is refused by its name, with what it must be in both languages', () => {
    const detail = detailOf(() => requireOption(false, 'host.path', { en: 'a path', zh: '路径' }, optionError))
    assert.deepEqual(detail, { en: '`host.path` must be a path.', zh: '`host.path` 应为：路径。' })
    requireOption(true, 'host.path', { en: 'a path', zh: '路径' }, optionError)
  })

  it('may be a range, or one of a few words', () => {
    const range = detailOf(() =>
      requireOption(false, 'port', fromTo(0, 65_535, { en: 'a number', zh: '数值' }), optionError),
    )
    assert.deepEqual(range, { en: '`port` must be a number from 0 to 65535.', zh: '`port` 应为：0 至 65535 的数值。' })
    const word = detailOf(() => requireOption(false, 'mode', oneOf('gcm', 'ccm', 'ctr'), optionError))
    assert.deepEqual(word, { en: '`mode` must be `gcm`, `ccm` or `ctr`.', zh: '`mode` 应为：`gcm`、`ccm` 或 `ctr`。' })
    assert.deepEqual(oneOf('1'), { en: '`1`', zh: '`1`' })
  })

  it('that is one of a few words is told the nearest one, and never what was given', () => {
    const words = ['utf-8', 'gb18030']
    requireOneOf('utf-8', 'charset', words, optionError)
    assert.deepEqual(
      detailOf(() => requireOneOf('UTF8', 'charset', words, optionError)),
      {
        en: '`charset` must be `utf-8` or `gb18030` (did you mean `utf-8`?).',
        zh: '`charset` 应为：`utf-8` 或 `gb18030`（您是不是要写 `utf-8`？）。',
      },
    )
    for (const given of ['330102199001011234', undefined, null, 5, ['utf-8'], { charset: 'utf-8' }]) {
      assert.deepEqual(
        detailOf(() => requireOneOf(given, 'charset', words, optionError)),
        {
          en: '`charset` must be `utf-8` or `gb18030`.',
          zh: '`charset` 应为：`utf-8` 或 `gb18030`。',
        },
      )
    }
  })
})

describe('an option that does not exist', () => {
  const known = { orgId: true, transport: true, deadline: true } as const
  const refused = (given: unknown, within?: string) =>
    detailOf(() => requireKnownOptions(given, known, optionError, within))

  it('is refused by its name, with the one that was meant', () => {
    assert.deepEqual(refused({ orgID: 'H33010200001' }), {
      en: '`orgID` is not an option (did you mean `orgId`?).',
      zh: '没有选项 `orgID`（您是不是要写 `orgId`？）。',
    })
    for (const name of ['timeout', 'timeoutMs', 'timeLimit', 'deadlin', 'dead_line']) {
      assert.match(refused({ [name]: 5 }).zh, /您是不是要写 `deadline`？/, name)
    }
    assert.equal(refused({ orgid: 1 }, 'host').en, '`host.orgid` is not an option (did you mean `host.orgId`?).')
  })

  it('is refused by its name alone when none is near', () => {
    assert.deepEqual(refused({ colour: 1 }), { en: '`colour` is not an option.', zh: '没有选项 `colour`。' })
  })

  it('is not shown when its name may be a number of a person or a secret', () => {
    const names = ['330102199001011234', '测试甲', 'a b', 'x'.repeat(41), '', '__proto__ ']
    for (const name of names) {
      const { en, zh } = refused({ [name]: 1 })
      assert.ok(en.startsWith('`(?)` is not an option') && zh.startsWith('没有选项 `(?)`'), name)
    }
  })

  it('is a member of the object itself, and has a value', () => {
    requireKnownOptions({ orgId: 'H', timeout: undefined }, known, optionError)
    requireKnownOptions(Object.create({ inherited: 1 }), known, optionError)
    // Not to be found on the prototype of the table.
    for (const name of ['constructor', 'toString', 'hasOwnProperty']) refused({ [name]: 1 })
  })

  it('is looked for in objects only', () => {
    for (const given of [undefined, null, 5, 'text', () => {}]) {
      assert.deepEqual(refused(given), { en: '`options` must be an object.', zh: '`options` 应为：对象。' })
    }
    assert.equal(refused(null, 'host').en, '`host` must be an object.')
  })

  it('never shows a value', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (name) => {
        const { en, zh } = unknownOption(name, [])
        return !`${en}${zh}`.includes('MARKED')
      }),
      { seed: 12, numRuns: 100 },
    )
    const { en, zh } = refused({ password: 'MARKED-VALUE' })
    assert.ok(!`${en}${zh}`.includes('MARKED'))
  })
})

describe('the nearest words', () => {
  const commands = [
    'upload',
    'query',
    'revoke',
    'refund',
    'call',
    'codes',
    'sn',
    '--file',
    '--field',
    '--field-env',
    'orgId',
  ]
  const cases: readonly (readonly [typed: string, meant: readonly string[]])[] = [
    ['uplaod', ['upload']],
    ['qeury', ['query']],
    ['quer', ['query']],
    ['refunds', ['refund']],
    ['revkoee', ['revoke']],
    ['--fiel', ['--file', '--field']],
    ['--feild', ['--field']],
    ['--fieldenv', ['--field-env']],
    ['orgID', ['orgId']],
    ['org-id', ['orgId']],
    ['ORG_ID', ['orgId']],
    ['code', ['codes']],
    ['x', []],
    ['', []],
    ['pay', []],
    ['hospital', []],
    ['settlement', []],
    ['张三', []],
    ['330102199001011234', []],
    ['u'.repeat(100_000), []],
  ]
  for (const [typed, meant] of cases) {
    it(`are ${meant.join(' or ') || 'none'} for ${JSON.stringify(typed.slice(0, 20))}`, () => {
      assert.deepEqual(nearestWords(typed, commands), meant)
    })
  }

  it('stand in a hint, in both languages', () => {
    assert.deepEqual(didYouMean('pay', commands), { en: '', zh: '' })
    assert.deepEqual(didYouMean('--fiel', commands), {
      en: ' (did you mean `--file` or `--field`?)',
      zh: '（您是不是要写 `--file` 或 `--field`？）',
    })
  })

  it('agree with a slow and plain count of single steps', () => {
    const letters = fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 2, maxLength: 6 }).map((all) => all.join(''))
    fc.assert(
      fc.property(letters, letters, (from, to) => {
        const most = Math.max(1, Math.floor(from.length / 3))
        assert.equal(nearestWords(from, [to]).length > 0, steps(from, to) <= most, `${from} ${to}`)
      }),
      { seed: 13, numRuns: 500 },
    )
  })
})

/** By its definition: the fewest steps, tried one after the other. */
function steps(from: string, to: string): number {
  if (from === '' || to === '') return from.length + to.length
  const [a, b] = [from[0], to[0]]
  const same = steps(from.slice(1), to.slice(1)) + (a === b ? 0 : 1)
  const swapped = from.length > 1 && to.length > 1 && a === to[1] && from[1] === b
  return Math.min(
    same,
    steps(from.slice(1), to) + 1,
    steps(from, to.slice(1)) + 1,
    swapped ? steps(from.slice(2), to.slice(2)) + 1 : Number.POSITIVE_INFINITY,
  )
}
