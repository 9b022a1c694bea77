import { createClient } from '@nationec/client'
import { createSimulator } from '@nationec/simulator'
import type { Timers } from '@nationec/transport'
import type { Ledger } from '../ledger.ts'
import { openLedger } from '../open-ledger.ts'
import { type Chance, createChance } from './chance.ts'
import type { Disk } from './disk/disk.ts'
import { createFarEnd } from './far-end.ts'
import { faultyStore } from './faulty-store.ts'
import { Crash, type Life, type World } from './life.ts'
import { type VirtualTime, virtualTime } from './virtual-time.ts'

const ORG_ID = 'H33010200001'

/** How often the process dies at a point. */
const CRASHES = 0.002

export async function createWorld(seed: number, disk: Disk): Promise<World> {
  const time = virtualTime()
  const simulator = createSimulator({
    seed,
    clock: time.clock,
    settings: { credentialCheck: 'off', personCheck: 'not checked', amountFaults: 'off' },
    sleep: (milliseconds) => new Promise((resolve) => time.setTimeout(() => resolve(), milliseconds)),
  })
  const chances = new Map<number, Chance>()
  const own = createChance(seed, 0xfeed)
  let opening: Promise<Ledger> | undefined
  let die: (() => void) | undefined
  let life = newLife(1)

  function newLife(number: number): Life {
    let alive = true
    const dead = new Promise<never>((_, reject) => {
      die = () => {
        alive = false
        reject(new Crash('the process died'))
      }
    })
    dead.catch(() => {})
    return { number, isAlive: () => alive, within: (work) => Promise.race([work, dead]) }
  }

  const world: World = {
    ...{ seed, time, simulator, faults: true, story: [] },
    farEnd: undefined as never,
    chanceOf(order) {
      const chance = chances.get(order) ?? createChance(seed, order)
      chances.set(order, chance)
      return chance
    },
    tell(line) {
      world.story.push(`${(time.now() / 1_000).toFixed(1)} s  ${line}`)
    },
    get life() {
      return life
    },
    ledger: () => {
      opening ??= open()
      return opening
    },
    async point(order) {
      const here = life
      if (here.isAlive() && world.faults && world.chanceOf(order).happens(CRASHES)) crash()
      if (!here.isAlive()) await new Promise<never>(() => {})
    },
    dies(here, after) {
      const crashOnce = (): void => {
        if (here.isAlive()) crash()
      }
      if (after === 0) crashOnce()
      else time.setTimeout(crashOnce, after)
    },
  }

  function crash(): void {
    world.tell('the process dies')
    die?.()
    disk.crash()
    life = newLife(life.number + 1)
    opening = new Promise<void>((resolve) => time.setTimeout(() => resolve(), own.between(1_000, 30_000))).then(open)
  }

  async function open(): Promise<Ledger> {
    const here = life
    const timers = timersOf(time, here)
    const transport = world.farEnd.transport(here)
    const client = createClient({ orgId: ORG_ID, transport, clock: time.clock, timers, random: own.fill })
    const store = faultyStore(disk, world, here)
    const memories = [world.farEnd.memory]
    const ledger = await openLedger({ store, client, memories, clock: time.clock, timers, random: own.fill })
    world.tell(`the process opens the ledger (${here.number})`)
    return ledger
  }

  Object.assign(world, { farEnd: createFarEnd(world) })
  return world
}

/** Timers that are silent once their process is dead. */
function timersOf(time: VirtualTime, life: Life): Timers {
  return {
    now: time.now,
    setTimeout: (callback, milliseconds) => time.setTimeout(() => life.isAlive() && callback(), milliseconds),
    clearTimeout: time.clearTimeout,
  }
}
