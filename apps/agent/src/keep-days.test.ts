// @everyday node
import assert from 'node:assert/strict'
import { mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { describe, it } from 'node:test'
import { isNationEcError } from '@nationec/errors'
import { openDesk } from './fixtures/desk.ts'

const DAY = 24 * 60 * 60 * 1000
const THEN = Date.UTC(2026, 5, 1)

async function inFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'nationec-agent-'))
  try {
    await work(folder)
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** A till that had one bill refused and lost the answer to another, long ago; since then it is used now and then. */
async function oldTill(dataFolder: string, days: readonly number[]): Promise<void> {
  {
    await using desk = await openDesk({ dataFolder, clock: () => THEN })
    desk.simulator.faults.next('busy', 'uploadFees')
    assert.equal((await desk.upload('old', { medOrgOrd: 'OLD' })).status, 409)
    desk.simulator.faults.next({ kind: 'line-cut', effect: 'none' }, 'uploadFees')
    assert.equal((await desk.upload('lost', { medOrgOrd: 'LOST' })).status, 502)
  }
  for (const day of days) {
    await using desk = await openDesk({ dataFolder, clock: () => THEN + day * DAY })
    desk.simulator.faults.next('busy', 'uploadFees')
    await desk.upload(`day-${day}`)
  }
}

describe('the ledger of an agent', () => {
  it('forgets what is old and settled, and never what is unknown', () =>
    inFolder(async (dataFolder) => {
      await oldTill(dataFolder, [201])
      await using desk = await openDesk({ dataFolder, askByItself: true, clock: () => THEN + 201 * DAY })
      for (let attempt = 0; attempt < 200; attempt += 1) {
        if ((await desk.call('GET', '/v1/orders/OLD')).status === 404) break
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
      assert.equal((await desk.call('GET', '/v1/orders/OLD')).status, 404)
      assert.equal((await desk.call('GET', '/v1/orders/LOST')).json.status, 'unknown')
      const [unknown] = (await desk.call('GET', '/v1/operations?state=unknown')).json.operations
      assert.equal(unknown.medOrgOrd, 'LOST')
    }))

  for (const { title, keepDays, now } of [
    { title: 'keeps more days where more are set', keepDays: 400, now: 201 },
    { title: 'keeps everything where only the clock says that it is old', keepDays: 202, now: 5_000 },
  ]) {
    it(title, () =>
      inFolder(async (dataFolder) => {
        await oldTill(dataFolder, [201])
        await using desk = await openDesk({ dataFolder, keepDays, askByItself: true, clock: () => THEN + now * DAY })
        const wasAsked = async () => {
          const [unknown] = (await desk.call('GET', '/v1/orders/LOST')).json.operations
          return Date.parse(unknown.changedAt) >= THEN + now * DAY
        }
        for (let attempt = 0; !(await wasAsked()) && attempt < 100; attempt += 1) {
          await new Promise((resolve) => setTimeout(resolve, 20))
        }
        assert.ok(await wasAsked(), 'the ledger has worked, so it had its chance to forget')
        await new Promise((resolve) => setTimeout(resolve, 200))
        assert.equal((await desk.call('GET', '/v1/orders/OLD')).json.status, 'not-uploaded')
      }),
    )
  }
})

describe('the folder of an agent', () => {
  it('is for its owner alone', { skip: process.platform === 'win32' && 'rights are other ones there' }, () =>
    inFolder(async (folder) => {
      const dataFolder = join(folder, 'state', 'agent')
      await using desk = await openDesk({ dataFolder })
      await desk.upload('k')
      for (const inside of ['.', 'ledger']) assert.equal((await stat(join(dataFolder, inside))).mode & 0o777, 0o700)
      for (const file of ['ledger/ledger.db', 'ledger/ledger.key', 'ledger/ledger.mark', 'tokens.json']) {
        assert.equal((await stat(join(dataFolder, file))).mode & 0o777, 0o600, file)
      }
    }),
  )

  it('with half a key is refused at the start, before anything is sealed under it', () =>
    inFolder(async (dataFolder) => {
      const key = join(dataFolder, 'ledger', 'ledger.key')
      await mkdir(join(dataFolder, 'ledger'))
      await writeFile(key, '')
      await assert.rejects(openDesk({ dataFolder }), (error) => isNationEcError(error, 'LEDGER_DAMAGED'))
      await rm(key)
      await using desk = await openDesk({ dataFolder })
      assert.equal((await desk.upload('k')).status, 201)
    }))

  it('whose ledger has lost its key is refused, and no key is sent again', () =>
    inFolder(async (dataFolder) => {
      {
        await using desk = await openDesk({ dataFolder })
        assert.equal((await desk.upload('k')).status, 201)
      }
      await rm(join(dataFolder, 'ledger', 'ledger.key'))
      await assert.rejects(openDesk({ dataFolder }), (error) => isNationEcError(error, 'LEDGER_DAMAGED'))
    }))
})
