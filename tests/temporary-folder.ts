import { mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'

/** An empty folder for the tests of this file, removed when they are over. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'nationec-tests-'))
  after(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
