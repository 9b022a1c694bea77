import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { examplesInDocstrings } from './docstrings.ts'
import { examplesInMarkdown } from './markdown.ts'

const page = (...lines: readonly string[]): string => lines.join('\n')

describe('the examples of a page', () => {
  it('are its ts blocks, with their lines', () => {
    const text = page('# Title', '```ts', 'a()', 'b()', '```', '```sh', 'npm test', '```', '', '```ts', 'c()', '```')
    assert.deepEqual(examplesInMarkdown('README.md', text), [
      { file: 'README.md', line: 3, code: 'a()\nb()' },
      { file: 'README.md', line: 11, code: 'c()' },
    ])
  })

  it('do not begin inside a block of another language', () => {
    assert.deepEqual(examplesInMarkdown('README.md', page('```md', '~~~', '```', '```json', '{}', '```')), [])
  })

  it('may say why they are not run', () => {
    const text = page('<!-- not run: needs a terminal -->', '```ts', 'a()', '```')
    assert.deepEqual(examplesInMarkdown('README.md', text), [
      { file: 'README.md', line: 3, code: 'a()', notRun: 'needs a terminal' },
    ])
  })

  it('need a reason for that', () => {
    const [example] = examplesInMarkdown('README.md', page('<!-- not run -->', '```ts', 'a()', '```'))
    assert.equal(example?.notRun, undefined)
  })

  it('may go on where the one before ended, each at its own line', () => {
    const text = page('```ts', 'const a = 1', '```', 'then', '<!-- continues -->', '```ts', 'use(a)', '```')
    const [example, ...others] = examplesInMarkdown('README.md', text)
    assert.deepEqual(others, [])
    assert.equal(example?.line, 2)
    assert.deepEqual(example?.code.split('\n'), ['const a = 1', '', '', '', '', 'use(a)'])
  })
})

describe('a CommonJS program', () => {
  it('is a js block, and the block after it goes on with the one before it', () => {
    const text = page(
      '```ts',
      'const a = 1',
      '```',
      '```js',
      "require('a')",
      '```',
      '<!-- continues -->',
      '```ts',
      'use(a)',
      '```',
    )
    const [example, program, ...others] = examplesInMarkdown('README.md', text)
    assert.deepEqual(others, [])
    assert.deepEqual(program, { file: 'README.md', line: 5, code: "require('a')", commonJs: true })
    assert.match(example?.code ?? '', /^const a = 1\s+use\(a\)$/)
  })
})

describe('the examples of a source', () => {
  const source = page(
    'import x',
    '/**',
    ' * Does a thing.',
    ' *',
    ' * @example',
    ' * ```ts',
    " * import { thing } from 'thing'",
    ' * if (thing) {',
    ' *   thing()',
    ' * }',
    ' * ```',
    ' */',
    'export function thing() {}',
    'const text = `',
    '```ts',
    'not in a docstring',
    '```',
    '`',
  )

  it('are the blocks of its docstrings, with their lines', () => {
    assert.deepEqual(examplesInDocstrings('thing.ts', source), [
      { file: 'thing.ts', line: 7, code: "import { thing } from 'thing'\nif (thing) {\n  thing()\n}" },
    ])
  })

  it('may say why they are not run', () => {
    const [example] = examplesInDocstrings(
      'thing.ts',
      source.replace('@example', '@example not run: needs a serial port'),
    )
    assert.equal(example?.notRun, 'needs a serial port')
  })
})
