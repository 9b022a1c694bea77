import assert from 'node:assert/strict'
import { it } from 'node:test'
import { temporaryFolder } from '../../../fixtures/temporary-folder.ts'
import { checkLedgerIn } from './ledger.ts'

it('a runtime without SQLite is a problem, and no ledger is none', async () => {
  using folder = temporaryFolder()
  const [missing] = await checkLedgerIn(folder.path, false)
  assert.deepEqual([missing?.id, missing?.result], ['ledger.runtime', 'problem'])
  assert.match(missing?.fix?.zh ?? '', /--no-ledger/)
  const [absent, ...more] = await checkLedgerIn(folder.path, true)
  assert.deepEqual([absent?.id, absent?.result, more], ['ledger.folder', 'skipped', []])
})
