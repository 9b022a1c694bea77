// @runtimes node
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { takeLock } from '../../scripts/setup/generated/take-lock.mjs'
import { withLock } from '../../scripts/setup/lock.mjs'

const takeLockFile = fileURLToPath(new URL('../../scripts/setup/generated/take-lock.mjs', import.meta.url))
/** A program that takes a lock and dies with it. */
const LEAVES_A_LOCK = 'const { takeLock } = await import(process.argv[1]); takeLock(process.argv[2])'

describe('the lock around the set-up', () => {
  const folder = mkdtempSync(join(tmpdir(), 'nationec-lock-'))
  const file = join(folder, 'setup.lock')
  after(() => rmSync(folder, { recursive: true, force: true }))

  it('lets one in at a time', async () => {
    let inside = 0
    let most = 0
    const work = async (): Promise<void> => {
      inside += 1
      most = Math.max(most, inside)
      await sleep(5)
      inside -= 1
    }
    await Promise.all([1, 2, 3].map(() => withLock(file, work)))
    assert.equal(most, 1)
    assert.equal(existsSync(file), false)
  })

  it('opens again when the work fails', async () => {
    await assert.rejects(
      withLock(file, () => Promise.reject(new Error('no'))),
      /^Error: no$/,
    )
    assert.equal(existsSync(file), false)
  })

  it('is waited for while a living process holds it', async () => {
    const lock = takeLock(file)
    let waits = 0
    const onWait = (): void => {
      waits += 1
      lock.release()
    }
    assert.equal(await withLock(file, async () => waits, { onWait }), 1)
  })

  it('is taken over from a process that has died', async () => {
    spawnSync(process.execPath, ['--input-type=module', '--eval', LEAVES_A_LOCK, takeLockFile, file])
    assert.equal(existsSync(file), true)
    assert.equal(await withLock(file, async () => 'in'), 'in')
  })

  it('that is something else is left alone', async () => {
    writeFileSync(file, '1 another-machine')
    await assert.rejects(
      withLock(file, async () => 'in'),
      { reason: 'unreadable' },
    )
    rmSync(file)
  })
})
