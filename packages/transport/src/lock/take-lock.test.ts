import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { after, describe, it } from 'node:test'
import { LockError, type LockReason, takeLock } from '@nationec/transport/lock'
import { type Holder, judge, thisProcess } from './holder.ts'
import { readRecord, writeRecord } from './lock-record.ts'

const folder = mkdtempSync(join(tmpdir(), 'nationec-lock-'))
after(() => rmSync(folder, { recursive: true, force: true }))

/** No process has the number 2^22 + 1: it is above the most that Linux gives. */
const DEAD = 4_194_305
const ID = '0123456789abcdef0123456789abcdef'

let count = 0
function fresh(): string {
  count += 1
  const own = join(folder, String(count))
  mkdirSync(own)
  return join(own, 'till.lock')
}

function refused(path: string, reason: LockReason): LockError {
  try {
    takeLock(path).release()
  } catch (error) {
    assert.ok(error instanceof LockError)
    assert.equal(error.reason, reason)
    assert.match(error.detail.zh, /锁文件/)
    assert.ok(error.message.includes(error.detail.en) && error.message.includes(error.detail.zh))
    assert.ok(!error.message.includes(folder))
    return error
  }
  return assert.fail('it was taken')
}

describe('a lock', () => {
  it('is held by one at a time, is free again when released, and leaves nothing behind', () => {
    const path = fresh()
    const lock = takeLock(path)
    assert.match(refused(path, 'held').detail.en, new RegExp(`Process ${process.pid} `))
    assert.deepEqual(readdirSync(join(path, '..')), ['till.lock'])
    lock.release()
    lock.release()
    assert.deepEqual(readdirSync(join(path, '..')), [])
    takeLock(path).release()
  })

  it('is not taken away from its next holder by a second release', () => {
    const path = fresh()
    const first = takeLock(path)
    first.release()
    const second = takeLock(path)
    first.release()
    refused(path, 'held')
    second.release()
  })

  it('that was taken away by hand is let go without harm to the next one', () => {
    const path = fresh()
    const first = takeLock(path)
    rmSync(path)
    const second = takeLock(path)
    first.release()
    refused(path, 'held')
    second.release()
  })

  it('is for its owner alone', { skip: process.platform === 'win32' }, () => {
    const path = fresh()
    const lock = takeLock(path)
    assert.equal(statSync(path).mode & 0o077, 0)
    lock.release()
  })

  it('of a process that has died is taken over, with the claim of one that died taking it over', () => {
    const path = fresh()
    const left = { ...thisProcess(), pid: DEAD, id: ID }
    const claimed = { ...left, id: 'f'.repeat(32) }
    writeFileSync(path, writeRecord(left))
    writeFileSync(`${path}.${ID}`, writeRecord(claimed))
    const lock = takeLock(path)
    assert.equal(readRecord(readFileSync(path, 'utf8'))?.pid, process.pid)
    assert.deepEqual(readdirSync(join(path, '..')), ['till.lock'])
    lock.release()
  })

  it('of a process that has died is held while a living one takes it over', () => {
    const path = fresh()
    writeFileSync(path, writeRecord({ ...thisProcess(), pid: DEAD, id: ID }))
    writeFileSync(`${path}.${ID}`, writeRecord({ ...thisProcess(), id: 'f'.repeat(32) }))
    refused(path, 'held')
  })

  it('by another machine, and a file that is no lock, are left alone', () => {
    const path = fresh()
    for (const [text, reason] of [
      [writeRecord({ pid: DEAD, host: 'another-till', takenAt: 0, id: ID }), 'elsewhere'],
      ['', 'unreadable'],
      [`${DEAD}`, 'unreadable'],
      [writeRecord({ ...thisProcess(), pid: DEAD, id: '../../way-out' }), 'unreadable'],
    ] as const) {
      writeFileSync(path, text)
      assert.match(refused(path, reason).detail.zh, /请删除该锁文件/)
      assert.equal(readFileSync(path, 'utf8'), text)
    }
  })

  it('is refused with the cause where it cannot be written', () => {
    const error = refused(join(folder, 'nowhere', 'till.lock'), 'failed')
    assert.equal((error.cause as { code?: unknown }).code, 'ENOENT')
  })
})

describe('the holder of a lock', () => {
  const self = thisProcess()
  const of = (other: Partial<Holder>): string => judge({ ...self, ...other }, self)

  it('lives as long as its process does', () => {
    assert.equal(of({}), 'alive')
    assert.equal(of({ pid: process.ppid, began: undefined }), 'alive')
    assert.equal(of({ pid: DEAD }), 'gone')
  })

  it('is gone when another process has its number', { skip: process.platform !== 'linux' }, () => {
    assert.equal(of({ began: '1' }), 'gone')
    assert.equal(of({ boot: 'an earlier start of the machine' }), 'gone')
  })

  it('cannot be told of from another container or machine', { skip: process.platform !== 'linux' }, () => {
    assert.equal(of({ namespace: 'pid:[1]', pid: DEAD }), 'elsewhere')
    assert.equal(of({ boot: 'of another machine', host: 'another-till', pid: DEAD }), 'elsewhere')
    // The name of a machine may change while it runs.
    assert.equal(of({ host: 'renamed-till' }), 'alive')
  })

  it('without a start of the machine is told by name and number', () => {
    assert.equal(of({ boot: undefined, pid: DEAD }), 'gone')
    assert.equal(of({ boot: undefined, host: 'another-till', pid: DEAD }), 'elsewhere')
  })
})
