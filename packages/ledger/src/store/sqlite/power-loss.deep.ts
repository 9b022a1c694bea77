// @runtimes node
// @needs cc
// The power is cut at 2,000 moments of a running ledger: nothing that was acknowledged is missing, and what is left opens
// as a whole ledger. The control with `synchronous` NORMAL must lose, or the test would see nothing.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { DatabaseSync } from 'node:sqlite'
import { after, before, describe } from 'node:test'
import { fileURLToPath } from 'node:url'
import { sqliteStore } from '@nationec/ledger/sqlite'
import { it } from '../../../../../scripts/deep-kit.ts'
import { temporaryFolder } from '../fixtures/folder.ts'
import { type DiskCall, ReplayedDisk, readCalls } from '../fixtures/replayed-disk.ts'
import { everything } from '../kit/case.ts'
import { drawsOf } from '../kit/draws.ts'

const PIECES = 20
const POINTS = 100
const COMMITS = 250
const { path: folder, remove } = temporaryFolder()
const key = new Uint8Array(32).fill(5)

let full: readonly DiskCall[] = []
let normal: readonly DiskCall[] = []

before(() => {
  const library = join(folder, 'record-writes.so')
  const source = fileURLToPath(new URL('../fixtures/record-writes.c', import.meta.url))
  const made = spawnSync('cc', ['-shared', '-fPIC', '-O1', '-o', library, source, '-ldl', '-lpthread'], {
    encoding: 'utf8',
  })
  assert.equal(made.status, 0, made.stderr)
  full = recorded(library, 'FULL')
  normal = recorded(library, 'NORMAL')
})
after(remove)

describe('power cuts while a ledger commits', () => {
  for (let piece = 1; piece <= PIECES; piece += 1) {
    it(`leave everything that was acknowledged, seed ${piece}`, async () => {
      const losses = await lossesAt(full, piece)
      assert.deepEqual(losses.lost, [], 'an acknowledged commit is gone')
      assert.equal(losses.refused, 0, 'what was left does not open')
    })
  }

  it('take acknowledged commits away with synchronous NORMAL, and the mark tells', async () => {
    const { lost, refused } = await lossesAt(normal, 1)
    console.log(`synchronous NORMAL, ${POINTS} points: ${refused} refused as damaged, ${lost.length} lost unseen`)
    assert.ok(lost.length + refused > 0, 'the control lost nothing: the replay takes nothing away')
  })
})

function recorded(library: string, synchronous: string): DiskCall[] {
  const [data, log] = [join(folder, synchronous), join(folder, `${synchronous}.log`)]
  const writer = fileURLToPath(new URL('../fixtures/power-writer.ts', import.meta.url))
  const { signal, stderr } = spawnSync(
    process.execPath,
    ['--conditions=@nationec/source', writer, data, synchronous, String(COMMITS)],
    {
      env: { ...process.env, LD_PRELOAD: library, NATIONEC_RECORD_FOLDER: data, NATIONEC_RECORD_LOG: log },
      encoding: 'utf8',
    },
  )
  assert.equal(signal, 'SIGKILL', stderr)
  return readCalls(readFileSync(log))
}

async function lossesAt(calls: readonly DiskCall[], seed: number): Promise<{ lost: string[]; refused: number }> {
  const draws = drawsOf(seed)
  // Before the first acknowledgement there is no ledger yet that could lose anything.
  const begin = calls.findIndex(({ name }) => name === 'acknowledged')
  assert.ok(begin > 0 && calls.some(({ name, what }) => name === 'ledger.db' && what === 'S'), 'nothing was recorded')
  const points = Array.from({ length: POINTS }, () => begin + draws.below(calls.length - begin)).sort((a, b) => a - b)
  const disk = new ReplayedDisk()
  const result = { lost: [] as string[], refused: 0 }
  let done = 0
  for (const point of points) {
    for (; done <= point; done += 1) disk.take(calls[done] as DiskCall)
    const left = join(folder, 'left')
    rmSync(left, { recursive: true, force: true })
    disk.cut(left, draws)
    const told = disk
      .whole('acknowledged')
      .toString()
      .split('\n')
      .filter((line) => / [12]$/.test(line))
    const found = await versionsIn(left)
    if (found === undefined) result.refused += 1
    else if (told.some((line) => (found.get(line.split(' ')[0] ?? '') ?? 0) < Number(line.split(' ')[1])))
      result.lost.push(`after call ${point}`)
  }
  return result
}

/** The versions of all operations; `undefined` when the ledger is refused or damaged. */
async function versionsIn(left: string): Promise<Map<string, number> | undefined> {
  writeFileSync(join(left, 'acknowledged'), '')
  const database = new DatabaseSync(join(left, 'ledger.db'))
  try {
    const given = { database, key, mark: join(left, 'ledger.mark') }
    const store = await sqliteStore(given).open({ clock: Date.now, instance: 'reader' })
    const rows = await everything((query) => store.operations(query))
    const { damage } = await store.verify()
    await store.close()
    return damage.length > 0 ? undefined : new Map(rows.map(({ id, version }) => [id, version]))
  } catch (error) {
    void error
    return undefined
  } finally {
    database.close()
  }
}
