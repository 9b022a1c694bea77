// @runtimes node
/** The table of commands in CONTRIBUTING names each script of the repository, and each step that `npm test` knows. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { stepsFor } from '../../scripts/test/steps.mjs'

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
const table = [...read('CONTRIBUTING.md').matchAll(/^\| `npm (?:run )?([^` ]+)[^`]*` \| (.*) \|$/gm)]

describe('the table of commands', () => {
  it('names every script, and no other', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
    assert.deepEqual([...new Set(table.map(([, name]) => name))].sort(), Object.keys(scripts).sort())
  })

  it('names the steps of npm test in their order', () => {
    const steps = table.map(([, , text = '']) => text).find((text) => text.startsWith('only these steps'))
    assert.deepEqual(
      [...(steps ?? '').matchAll(/`([^`]+)`/g)].map(([, name]) => name),
      stepsFor([]).map(({ name }) => name),
    )
  })
})
