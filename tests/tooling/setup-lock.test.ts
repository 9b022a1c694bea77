// @runtimes node
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { withLock } from '../../scripts/setup/lock.mjs'

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

  it('is taken over from a process that has died', async () => {
    const { pid } = spawnSync(process.execPath, ['--version'])
    writeFileSync(file, `${pid} ${hostname()}`)
    assert.equal(await withLock(file, async () => 'in'), 'in')
  })

  it('is taken over by one only when several wait', async () => {
    writeFileSync(file, `${spawnSync(process.execPath, ['--version']).pid} ${hostname()}`)
    const order: string[] = []
    const work = (name: string) => async () => {
      order.push(`${name} in`)
      await sleep(5)
      order.push(`${name} out`)
    }
    await Promise.all([withLock(file, work('a')), withLock(file, work('b'))])
    const [first = ''] = order
    assert.equal(order[1], first.replace('in', 'out'))
  })

  it('is taken over when it is older than any install, whoever holds it', async () => {
    writeFileSync(file, '1 another-machine')
    const dayAgo = Date.now() / 1000 - 86_400
    utimesSync(file, dayAgo, dayAgo)
    assert.equal(await withLock(file, async () => 'in'), 'in')
  })

  it('waits for a process that lives', async () => {
    writeFileSync(file, `${process.pid} ${hostname()}`)
    let waiting = false
    const entered = withLock(file, async () => waiting, {
      onWait: () => {
        waiting = true
        rmSync(file)
      },
    })
    assert.equal(await entered, true)
  })
})
