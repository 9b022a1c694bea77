import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { root } from '../../scripts/tools.mjs'
import { LONG_FILES, linesAtShare, sourceSizes, wrongSizes } from './file-size.ts'
import { longFunctions } from './function-size.ts'
import { privatePlaces } from './private-places.ts'
import { withTree } from './temporary-tree.ts'

describe('this repository', () => {
  it('names no place that only one machine or network has', () => assert.deepEqual(privatePlaces(root), []))

  it('has no source file that is longer than one idea, unless there is a reason', (t) => {
    const sizes = sourceSizes(root)
    t.diagnostic(
      `lines a file: median ${linesAtShare(sizes, 0.5)}, p90 ${linesAtShare(sizes, 0.9)}, most ${sizes[0]?.lines}`,
    )
    assert.deepEqual(wrongSizes(sizes, LONG_FILES), [])
  })

  it('has no function of more than 100 lines', () => assert.deepEqual(longFunctions(root), []))
})

describe('privatePlaces', () => {
  const check = (text: string): string[] => withTree({ 'docs/page.md': text }, privatePlaces)

  it('finds paths of one machine', () => {
    for (const path of ['work/main/x', 'root/.npmrc', 'tmp/x', 'home/somebody/x', 'Users/somebody/x']) {
      assert.match(check(`first line\nsee /${path}`)[0] ?? '', /^docs\/page\.md:2: a path of one machine: \//)
    }
    assert.equal(check(`C:${'\\'}Users${'\\'}somebody`).length, 1)
  })

  it('finds hosts of package registries', () => {
    for (const host of ['npmjs.org', 'example.com']) {
      assert.match(check(`from https://${'registry'}.${host}/x`)[0] ?? '', /the host of a package registry/)
    }
    assert.equal(check(`a ${'npm'}mirror`).length, 1)
  })

  it('leaves ordinary text alone', () => {
    const text = [
      'C:/NationECCode/NationECCode.dll',
      'https://example.com/work/item',
      'the registry of return codes',
      './tmp/x, ../root/x, teamwork/main',
      'packages/protocol/src',
    ]
    assert.deepEqual(check(text.join('\n')), [])
  })

  it('reads no binary files', () => assert.deepEqual(check(`\0 /${'root'}/x`), []))
})

describe('the size of files', () => {
  const lines = (count: number): string => 'x\n'.repeat(count)

  it('counts the lines of sources, longest first, without the tests', () => {
    const tree = {
      'packages/a/src/short.ts': lines(3),
      'packages/a/src/long.mjs': lines(401),
      'packages/a/src/long.test.ts': lines(900),
      'packages/a/src/generated/long.ts': lines(900),
      'README.md': lines(900),
    }
    assert.deepEqual(withTree(tree, sourceSizes), [
      { file: 'packages/a/src/long.mjs', lines: 401 },
      { file: 'packages/a/src/short.ts', lines: 3 },
    ])
  })

  it('asks for a reason, and for no more reasons than needed', () => {
    const sizes = [
      { file: 'table.ts', lines: 900 },
      { file: 'edge.ts', lines: 400 },
    ]
    assert.deepEqual(wrongSizes(sizes, {}), ['table.ts has 900 lines, more than 400'])
    assert.deepEqual(wrongSizes(sizes, { 'table.ts': 'a table' }), [])
    assert.match(wrongSizes(sizes, { 'table.ts': 'a table', 'edge.ts': 'why' })[0] ?? '', /take it off the list/)
  })

  it('tells the median', () => {
    const sizes = [5, 1, 3].map((lines) => ({ file: '', lines }))
    assert.equal(linesAtShare(sizes, 0.5), 3)
  })
})

describe('longFunctions', () => {
  /** Lines of code, so that a body with its two braces has `lines` lines. */
  const body = (lines: number): string => `{\n${'f()\n'.repeat(lines - 2)}}`
  const check = (text: string, file = 'packages/a/src/a.ts'): string[] => withTree({ [file]: text }, longFunctions)

  it('finds functions, methods, accessors and arrows of any kind, with their names', () => {
    for (const [text, name] of [
      [`function work() ${body(101)}`, 'work'],
      [`export default function () ${body(101)}`, 'a function'],
      [`const work = async () => ${body(101)}`, 'work'],
      [`const o = { work() ${body(101)} }`, 'work'],
      [`const o = { work: function () ${body(101)} }`, 'work'],
      [`class C { get work() ${body(101)} }`, 'work'],
      [`const work = () => [\n${'() => 1,\n'.repeat(99)}]`, 'work'],
    ]) {
      assert.deepEqual(check(text ?? ''), [`packages/a/src/a.ts:1 ${name} has 101 lines, more than 100`])
    }
  })

  it('finds the constructor, and a long function inside a long one', () => {
    assert.equal(check(`class C { constructor() ${body(101)} }`).length, 1)
    assert.equal(check(`function outer() {\n\n  function inner() ${body(101)}\n}`).length, 2)
  })

  it('accepts 100 lines, and a table of any length', () => {
    assert.deepEqual(check(`function work() ${body(100)}`), [])
    const table = `{\n${'a: 1,\n'.repeat(200)}}`
    for (const text of [
      `const f = () => (${table})`,
      `const f = () => (${table} as const)`,
      `function f() { return ${table} }`,
    ]) {
      assert.deepEqual(check(text), [])
    }
  })

  it('leaves tests, fixtures and generated files out', () => {
    for (const file of ['packages/a/src/a.test.ts', 'packages/a/src/fixtures/a.ts', 'packages/a/src/generated/a.ts']) {
      assert.deepEqual(check(`function work() ${body(200)}`, file), [])
    }
  })
})
