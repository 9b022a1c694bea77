import { storeError } from '../errors/ledger-error.ts'
import type { OpenStore, Store, Write } from '../store/contract.ts'
import type { Life, World } from './life.ts'

/** What becomes of a commit, by weight. */
const FATES = { stored: 97, full: 1, 'in doubt, stored': 1, 'in doubt, lost': 1 } as const

/**
 * A store whose process may die at every commit, whose disk is full now and then, and whose database does not always say
 * whether it has stored.
 */
export function faultyStore(inner: Store, world: World, life: Life): Store {
  return {
    name: inner.name,
    async open(options) {
      const store = await inner.open(options)
      // What a dead process held is free: the lock of a real store dies with it.
      void life.within(new Promise<never>(() => {})).catch(() => store.close())
      return wrap(store, world, life)
    },
  }
}

function wrap(store: OpenStore, world: World, life: Life): OpenStore {
  const alive =
    <Arguments extends readonly unknown[], Result>(work: (...given: Arguments) => Promise<Result>) =>
    async (...given: Arguments): Promise<Result> => {
      if (!life.isAlive()) await new Promise<never>(() => {})
      return work(...given)
    }

  return {
    ...store,
    commit: alive(async (group: readonly Write[]) => {
      const order = world.farEnd.orderOf(group)
      await world.point(order)
      const fate = world.faults ? world.chanceOf(order).pick(FATES) : 'stored'
      if (fate === 'full') throw storeError('LEDGER_FULL')
      if (fate !== 'in doubt, lost') await store.commit(group)
      await world.point(order)
      if (fate !== 'stored') throw storeError('COMMIT_UNKNOWN')
    }),
    findOperations: alive(store.findOperations),
    findOrders: alive(store.findOrders),
    answerOf: alive(store.answerOf),
    operations: alive(store.operations),
    orders: alive(store.orders),
    exceptions: alive(store.exceptions),
    claim: alive(store.claim),
    nextDue: alive(store.nextDue),
    forget: alive(store.forget),
  }
}
