// @runtimes node
// @needs cc
import assert from 'node:assert/strict'
import process from 'node:process'
import { describe } from 'node:test'
import { seeded } from '../../../packages/transport-dll-ffi/src/fixtures/seeded.ts'
import { it } from '../../../scripts/deep-kit.ts'
import { ORG_ID } from './fixtures/desk.ts'
import { type Cashier, createCashier } from './fixtures/killed/cashier.ts'
import { openFarEnd, type Way } from './fixtures/killed/far-ends.ts'
import { violations } from './fixtures/killed/truth.ts'
import { billFor, inFolder, type Running, start } from './fixtures/program.ts'
import type { Operation } from './model/operation.ts'

const FIRST = Number(process.env['NATIONEC_SEED'] ?? 20_261_129)
const PIECES = 25
const KILLS = 10
const CALLERS = 8

/** Callers work, the agent is killed at random moments and started anew; at the end everything is compared with the far end. */
async function campaign(way: Way, seed: number, folder: string): Promise<void> {
  const draw = seeded(seed)
  await using far = await openFarEnd(way, folder, seed)
  const { simulator, received } = far
  let [running, over]: [Running | undefined, boolean] = [undefined, false]
  const cashiers: Cashier[] = []
  const begin = () => start(...far.args, '--no-sign-on', '--org-id', ORG_ID, '--data', folder, '--log-level', 'silent')
  const call = (path: string, body: unknown, key?: string) =>
    running?.call('POST', path, body, key).catch(() => undefined) ?? Promise.resolve(undefined)

  for (let kill = 0; kill < KILLS; kill += 1) {
    running = await begin()
    if (kill === 0) {
      const bill = await billFor(running)
      const made = { draw, simulator, bill, call, isOver: () => over }
      for (let index = 0; index < CALLERS; index += 1)
        cashiers.push(createCashier({ ...made, name: `S${seed}C${index}` }))
    }
    over = false
    const work = cashiers.map(async (cashier) => {
      if (draw() < 0.5) await cashier.repeat()
      await cashier.work()
    })
    await new Promise((resolve) => setTimeout(resolve, 100 + draw() * 1_900))
    over = true
    running.child.kill('SIGKILL')
    await running.ended
    await Promise.all(work)
  }

  simulator.faults.clear()
  running = await begin()
  await Promise.all(cashiers.map(({ repeat }) => repeat()))
  await untilAsked(running)
  await queryUploads(running)
  await Promise.all(cashiers.map(({ repeat }) => repeat()))
  const operations = await allOperations(running)
  const disputed = await disputedBills(running)
  running.child.kill('SIGTERM')
  await running.ended
  const count = (state: string) => operations.filter((operation) => operation.state === state).length
  const { orders, refunds } = { orders: simulator.orders().length, refunds: simulator.refunds().length }
  console.log(
    `${way} ${seed}: ${KILLS} kills, ${operations.length} keys, ${orders} orders, ${refunds} refunds, ${count('unknown')} unknown, ${count('closed')} closed`,
  )
  assert.deepEqual(violations({ simulator, received, operations, disputed, cashiers }), [])
  // A busy machine gets little done between two kills.
  assert.ok(orders > 0)
}

/** Every unknown outcome was asked for: what is left is for a person. */
async function untilAsked({ call }: Running): Promise<void> {
  for (const { id } of await allOperations({ call }, 'unknown')) await call('POST', `/v1/operations/${id}/resolve`, {})
}

/**
 * A stale answer with a number that was never told here looks like a right one until the order is queried, and a kill may
 * come before its cashier does so.
 */
async function queryUploads({ call }: Running): Promise<void> {
  for (const { kind, medOrgOrd } of await allOperations({ call }, 'done')) {
    if (kind === 'upload') await call('POST', '/v1/orders/query', { medOrgOrd })
  }
}

async function disputedBills({ call }: Running): Promise<Set<string>> {
  const { exceptions } = (await call('GET', '/v1/exceptions?limit=500')).json
  const orders = exceptions.filter(({ kind }: { kind: string }) => kind === 'foreign-number')
  const bills = orders.map(
    async ({ order }: { order: string }) => (await call('GET', `/v1/orders/${order}`)).json.medOrgOrd,
  )
  return new Set(await Promise.all(bills))
}

async function allOperations({ call }: Pick<Running, 'call'>, state?: string): Promise<Operation[]> {
  const found: Operation[] = []
  for (let after = ''; ; ) {
    const query = `limit=500${state === undefined ? '' : `&state=${state}`}${after === '' ? '' : `&after=${after}`}`
    const { json } = await call('GET', `/v1/operations?${query}`)
    found.push(...json.operations)
    if (json.next === undefined) return found
    after = encodeURIComponent(json.next)
  }
}

describe('an agent that is killed with callers at it', () => {
  for (const way of ['library', 'pty'] as const) {
    for (let piece = 0; piece < PIECES; piece += 1) {
      const seed = FIRST + piece
      it(`seed ${seed}, ${KILLS} kills over the ${way}`, () => inFolder((folder) => campaign(way, seed, folder)))
    }
  }
})
