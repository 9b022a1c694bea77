// One bit of a ledger flips, 1,000 times, in the database or in its write-ahead log. What is read afterwards is what was
// written, or the damage is told: never something else in silence.
import assert from 'node:assert/strict'
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { isStoreError, type OpenStore } from '@nationec/ledger'
import { sqliteStore } from '@nationec/ledger/sqlite'
import { it } from '../../../../../scripts/deep-kit.ts'
import { canonical } from '../chain.ts'
import { temporaryFolder } from '../fixtures/folder.ts'
import { everything } from '../kit/case.ts'
import { drawsOf } from '../kit/draws.ts'
import { changed, exceptionOf, operationOf, orderOf, write } from '../kit/sample-rows.ts'

const PIECES = 10
const FLIPS = 100
const options = { clock: () => 1, instance: 'flips' }

describe('one flipped bit', () => {
  for (let piece = 1; piece <= PIECES; piece += 1) {
    it(`is never silent, seed ${piece}`, async () => {
      const { path, remove } = temporaryFolder()
      try {
        const whole = await filledLedger(path)
        const draws = drawsOf(piece)
        const count = { told: 0, harmless: 0 }
        for (let flip = 0; flip < FLIPS; flip += 1) {
          const folder = join(path, 'flipped')
          rmSync(folder, { recursive: true, force: true })
          cpSync(join(path, 'left'), folder, { recursive: true })
          const file = join(folder, flip % 2 === 0 ? 'ledger.db' : 'ledger.db-wal')
          const bytes = readFileSync(file)
          const [at, bit] = [draws.below(bytes.length), draws.below(8)]
          bytes[at] = (bytes[at] ?? 0) ^ (1 << bit)
          writeFileSync(file, bytes)
          const read = await readAll(folder)
          if (read === undefined) count.told += 1
          else {
            assert.ok(read === whole, `bit ${bit} of byte ${at} of ${file} changed what is read, and nothing told`)
            count.harmless += 1
          }
        }
        console.log(`seed ${piece}: ${count.told} told, ${count.harmless} without effect`)
        assert.ok(count.told > 0)
      } finally {
        remove()
      }
    })
  }
})

/** A ledger whose process ended at once: half of it in the database, half in the log. Gives what it holds. */
async function filledLedger(path: string): Promise<string> {
  const folder = join(path, 'data')
  let store = await sqliteStore({ folder }).open(options)
  for (let number = 1; number <= 120; number += 1) {
    const row = operationOf(number, { payOrdId: `P${number}`, amount: BigInt(number) })
    await store.commit([write('operation', row, { answer: `answer ${number}` }), write('order', orderOf(number))])
    if (number % 3 === 0) await store.commit([write('operation', changed(row, { state: 'unknown', nextAt: 5 }))])
    if (number % 10 === 0) await store.commit([write('exception', exceptionOf(number))])
    if (number !== 60) continue
    await store.close()
    store = await sqliteStore({ folder }).open(options)
  }
  const whole = await contentsOf(store)
  await wait(100) // the mark is written behind the last commit
  cpSync(folder, join(path, 'left'), { recursive: true })
  await store.close()
  return whole
}

/** Everything that can be read; `undefined` when damage is told. */
async function readAll(folder: string): Promise<string | undefined> {
  let store: OpenStore | undefined
  try {
    store = await sqliteStore({ folder }).open(options)
    if ((await store.verify()).damage.length > 0) return undefined
    return await contentsOf(store)
  } catch (error) {
    // Each failure of a store tells; anything else would be a fault of ours.
    if (isStoreError(error, 'LEDGER_DAMAGED', 'LEDGER_UNREACHABLE', 'LEDGER_NEWER', 'LEDGER_FULL')) return undefined
    throw error
  } finally {
    await store?.close().catch(() => {})
  }
}

async function contentsOf(store: OpenStore): Promise<string> {
  const operations = await everything((query) => store.operations(query))
  const found: unknown[] = [operations]
  for (const { id, scope, key, holds, payOrdId } of operations) {
    found.push(await store.answerOf(id), await store.findOperations({ scope, key }))
    for (const hold of holds) found.push(await store.findOperations({ hold }))
    if (payOrdId !== undefined) found.push(await store.findOperations({ payOrdId }))
  }
  found.push(await everything((query) => store.orders(query)))
  found.push(await everything((query) => store.exceptions(query)))
  found.push(await everything((query) => store.events(query)), await store.nextDue())
  return canonical(found)
}
