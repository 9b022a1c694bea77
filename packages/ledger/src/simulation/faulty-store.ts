import type { OpenStore, Store, Write } from '../store/contract.ts'
import type { CommitFate, Disk } from './disk/disk.ts'
import type { Life, World } from './life.ts'

/**
 * A store whose process may die at every commit, whose disk is full now and then, and whose database does not always say
 * whether it has stored.
 */
export function faultyStore(disk: Disk, world: World, life: Life): Store {
  const inner = disk.store()
  return {
    name: inner.name,
    async open(options) {
      const store = await inner.open(options)
      // What a dead process held is free: the lock of a real store dies with it.
      void life.within(new Promise<never>(() => {})).catch(() => store.close())
      return wrap(store, disk, world, life)
    },
  }
}

function wrap(store: OpenStore, disk: Disk, world: World, life: Life): OpenStore {
  const alive =
    <Arguments extends readonly unknown[], Result>(work: (...given: Arguments) => Promise<Result>) =>
    async (...given: Arguments): Promise<Result> => {
      if (!life.isAlive()) await new Promise<never>(() => {})
      try {
        return await work(...given)
      } finally {
        // Nothing is told to a process that died meanwhile.
        if (!life.isAlive()) await new Promise<never>(() => {})
      }
    }

  return {
    ...store,
    commit: alive(async (group: readonly Write[]) => {
      const order = world.farEnd.orderOf(group)
      await world.point(order)
      const fate: CommitFate = world.faults ? world.chanceOf(order).pick(disk.fates) : 'stored'
      if (fate === 'stored') await store.commit(group)
      else {
        world.tell(`a commit: ${fate}`)
        const commit = disk.commit(
          () => store.commit(group),
          fate,
          (after) => world.dies(life, after),
        )
        await commit.catch(async (error: unknown) => {
          if (fate !== 'full') await world.point(order)
          throw error
        })
      }
      await world.point(order)
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
