import assert from 'node:assert/strict'
import { closeSync, openSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { fileJournal } from '@nationec/transport-serial'
import { inFolder } from '../fixtures/temporary-folder.ts'

const failed = { code: 'JOURNAL_FAILED', delivery: 'not-sent' }

describe('a journal that was closed', () => {
  it('touches no file any more, even if another one has its number now', () =>
    inFolder((folder) => {
      const journal = fileJournal(join(folder, 'closed.journal'))
      const position = journal.append({ type: 'low-water', peer: 'ff'.repeat(8), madeAt: 1 })
      journal.close()
      const path = join(folder, 'innocent')
      const innocent = openSync(path, 'w+')
      // A handler that ends after its terminal was closed wants to write its result.
      assert.throws(() => journal.append({ type: 'low-water', peer: 'ff'.repeat(8), madeAt: 2 }), failed)
      assert.throws(() => journal.read(position), failed)
      assert.throws(() => journal.replay(() => {}), failed)
      assert.throws(() => journal.rewrite([]), failed)
      journal.close()
      assert.equal(readFileSync(path).length, 0)
      closeSync(innocent)
    }))
})
