import assert from 'node:assert/strict'
import { it } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { checkpointsOf } from './checkpoints.ts'
import type { Connection } from './connection.ts'

function recorded(answer: () => void): { readonly connection: Connection; readonly asked: string[] } {
  const asked: string[] = []
  const ask: Connection['ask'] = ({ sql }) => {
    asked.push(sql)
    answer()
    return { rows: [], changes: 0 }
  }
  return { connection: { ask } as Connection, asked }
}

const LONGER_THAN_A_PAUSE = 120

it('the log is moved once in a pause after enough groups, and a failure is left to the next time', async () => {
  const { connection, asked } = recorded(() => {
    throw new Error('disk I/O error')
  })
  const checkpoints = checkpointsOf(connection)
  for (const groups of [63, 1, 1]) {
    checkpoints.stored(groups)
    assert.deepEqual(asked, [])
  }
  await wait(LONGER_THAN_A_PAUSE)
  assert.deepEqual(asked, ['PRAGMA wal_checkpoint(PASSIVE)'])
  checkpoints.stored(63)
  await wait(LONGER_THAN_A_PAUSE)
  assert.equal(asked.length, 1, 'too few groups since')
  checkpoints.stored(1)
  await wait(LONGER_THAN_A_PAUSE)
  assert.equal(asked.length, 2)
})

it('the log is not moved after the store was closed', async () => {
  const { connection, asked } = recorded(() => {})
  const checkpoints = checkpointsOf(connection)
  checkpoints.stored(100)
  checkpoints.stop()
  await wait(LONGER_THAN_A_PAUSE)
  assert.deepEqual(asked, [])
})
