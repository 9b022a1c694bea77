import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { root } from '../../scripts/tools.mjs'
import { ROOMS, secondCopies } from './single-rooms.ts'
import { withTree } from './temporary-tree.ts'

describe('an idea that has a room', () => {
  it('stands nowhere else', () => assert.deepEqual(secondCopies(root), []))

  const COPIES = [
    'const size = new TextEncoder().encode(text).length',
    'const size = encoder.encode(text.slice(0, 3)).byteLength',
    "const digits = bytes.map((byte) => byte.toString(16).padStart(2, '0'))",
    "const digits = byte.toString(16).toUpperCase().padStart(2, '0')",
    'const byte = Number.parseInt(text.slice(0, 2), 16)',
    "const bytes = hexToBytes(value.toString(16).padStart(64, '0'))",
    "const unit = code.toString(16).padStart(4, '0')",
    'const text = btoa(binary)',
    'function freezeAll(value) {}',
    'function levenshtein(a, b) {}',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the line holds one
    'throw new Error(`${name} must be ${expected}`)',
    "const zh = 'deadline 的值无效。'",
  ]

  it('is recognised in a second file', () => {
    const manifest = JSON.stringify({ name: '@nationec/a' })
    for (const line of COPIES) {
      const tree = { 'package.json': '{"workspaces":["packages/*"]}', 'packages/a/package.json': manifest }
      const check = (text: string): string[] =>
        withTree({ ...tree, 'packages/a/src/copy.ts': text }, (top) =>
          secondCopies(
            top,
            ROOMS.map((room) => ({ ...room, files: [] })),
          ),
        )
      assert.match(check(`\n${line}\n`)[0] ?? '', /^packages\/a\/src\/copy\.ts:2: use /, line)
      assert.deepEqual(check(` * ${line}`), [], 'an example in a comment')
    }
  })
})
