// @runtimes node
import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { pathToFileURL } from 'node:url'
import { run } from '../../scripts/run.mjs'
import { readPieces, share } from '../../scripts/test/pieces.mjs'
import { root, toolNode } from '../../scripts/tools.mjs'

/** Runs a campaign of three pieces, of which the second fails while `broken` is there. */
async function campaign(folder: string, settings: Record<string, string> = {}): Promise<string> {
  const file = join(folder, 'three.deep.mjs')
  const kit = pathToFileURL(join(root, 'scripts/deep-kit.ts')).href
  writeFileSync(
    file,
    `import { it } from '${kit}'
     it('one', () => {}); it('two', () => { if (process.env.BROKEN === '1') throw new Error('two') }); it('three', () => {})`,
  )
  const journal = join(folder, 'journal.log')
  const { NODE_TEST_CONTEXT: _, ...env } = process.env
  await run(toolNode().path, ['--test', file], { env: { ...env, NATIONEC_DEEP_JOURNAL: journal, ...settings } })
  return journal
}

async function inFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'nationec-deep-'))
  try {
    await work(folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

describe('a long campaign', () => {
  it('writes down which pieces have passed, and a failed one has not', () =>
    inFolder(async (folder) => {
      const pieces = readPieces(await campaign(folder, { BROKEN: '1' }))
      assert.deepEqual([...pieces.planned], ['one', 'two', 'three'])
      assert.deepEqual([...pieces.passed.keys()], ['one', 'three'])
      assert.deepEqual([share([pieces]).passed, share([pieces]).planned], [2, 3])
    }))

  it('goes on where it stopped: what has passed is not repeated', () =>
    inFolder(async (folder) => {
      await campaign(folder, { BROKEN: '1' })
      const journal = await campaign(folder)
      assert.equal(readFileSync(journal, 'utf8').match(/^passed /gm)?.length, 3)
    }))

  it('begins no piece when the time is over, and does not count it as passed', () =>
    inFolder(async (folder) => {
      const pieces = readPieces(await campaign(folder, { NATIONEC_DEEP_UNTIL: '1' }))
      assert.deepEqual([pieces.planned.size, pieces.passed.size], [3, 0])
    }))

  it('that has said nothing yet counts as a piece that has not passed', () => {
    assert.deepEqual(share([{ planned: new Set(), passed: new Map() }]), { planned: 1, passed: 0, milliseconds: 0 })
  })
})
