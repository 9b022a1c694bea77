import { aFunction, type BilingualText, type OptionNames, requireKnownOptions, requireOption } from '@nationec/errors'
import { defaultProfile, formatWireTime } from '@nationec/protocol'
import { SimulatorFault, simulatorOptionError } from './errors/simulator-fault.ts'
import { createFaultPlan } from './faults/fault-plan.ts'
import { createHandle } from './handle.ts'
import type { SimulatorContext } from './handlers/context.ts'
import { createCounter } from './listening/counts.ts'
import type { SimulatorEvent } from './listening/events.ts'
import { createListeners } from './listening/listeners.ts'
import { createLedger } from './money/ledger.ts'
import { operationsByTransType } from './operations/operations.ts'
import { upToDate } from './orders/move-order.ts'
import { snapshotOf } from './orders/order.ts'
import { createOrderBook } from './orders/order-book.ts'
import { finishOrder } from './orders/payment.ts'
import { createPeople } from './people/people.ts'
import type { Push } from './pushes/push.ts'
import { createPushes } from './pushes/pushes.ts'
import { createRandom, type Random } from './random/random.ts'
import { createSettings } from './settings/create-settings.ts'
import type { Simulator, SimulatorOptions } from './simulator.ts'
import { createCredentials } from './terminal/credentials.ts'
import { createPatient } from './terminal/patient.ts'
import { createScreen } from './terminal/screen.ts'

/** The region of every number that the simulator makes; it does not exist. */
const AREA = '999999'
const SEQUENCE_LIMIT = 10_000_000

const OPTIONS: OptionNames<SimulatorOptions> = {
  seed: true,
  profile: true,
  clock: true,
  settings: true,
  people: true,
  policy: true,
  sleep: true,
}
const aNumber: BilingualText = { en: 'a number', zh: '数值' }

/**
 * Makes a terminal and a payment centre that need no device: one state machine, driven by one seed.
 *
 * It answers the credential family and the five interfaces of chapter 4 in both generations. Patients, amounts and
 * tokens are invented. Nothing is shared between two simulators, and nothing is kept outside them.
 *
 * @throws `SIMULATOR_OPTION_INVALID` for settings or people that do not fit
 *
 * @example
 * ```ts
 * import { ecQuery, encodeRequest, judgeAnswer } from '@nationec/protocol'
 * import { createSimulator } from '@nationec/simulator'
 *
 * const simulator = createSimulator({ seed: 7 })
 * const request = encodeRequest(ecQuery, {
 *   orgId: 'H33010200001',
 *   transType: 'ec.query',
 *   data: {
 *     orgId: 'H33010200001',
 *     businessType: '01301',
 *     operatorId: '007',
 *     operatorName: '收费员',
 *     officeId: '03',
 *     officeName: '内科',
 *   },
 * })
 * const person = judgeAnswer(ecQuery, await simulator.handle(request))
 * console.log(person.userName) // 测试甲
 * ```
 */
export function createSimulator(options: SimulatorOptions): Simulator {
  requireKnownOptions(options, OPTIONS, simulatorOptionError)
  const { seed, profile = defaultProfile, clock = Date.now, policy, sleep = sleepReally } = options
  requireOption(typeof seed === 'number' && !Number.isNaN(seed), 'seed', aNumber, simulatorOptionError)
  requireOption(typeof clock === 'function', 'clock', aFunction, simulatorOptionError)
  requireOption(policy === undefined || typeof policy === 'function', 'policy', aFunction, simulatorOptionError)
  requireOption(typeof sleep === 'function', 'sleep', aFunction, simulatorOptionError)
  const settings = createSettings(options.settings ?? {})
  const random = createRandom(seed)
  const events = createListeners<SimulatorEvent>()
  const pushListeners = createListeners<Push>()
  const tell = (event: SimulatorEvent): void => events.tell(event)
  const people = createPeople(options.people, profile)
  const operations = operationsByTransType(profile)
  const nextNumber = createNumbers(random, clock)
  const book = createOrderBook()
  const counter = createCounter(operations)
  const pushes = createPushes({ profile, settings, book, counter, tell }, pushListeners)
  const context: SimulatorContext = {
    profile,
    clock,
    settings,
    random,
    policy,
    people,
    credentials: createCredentials(random, settings, clock, nextNumber),
    book,
    ledger: createLedger(),
    screen: createScreen(people, settings, tell),
    pushes,
    counter,
    tell,
    nextNumber,
    later: (work) => void sleep(0).then(work),
  }
  const faults = createFaultPlan()
  const { screen, ledger } = context

  function reboot(): void {
    tell({ type: 'reboot' })
    screen.reboot()
  }

  return {
    handle: createHandle(context, { operations, faults, sleep, reboot }),
    patient: createPatient(context),
    settings,
    faults: faults.control,
    pushes: pushes.control,
    onPush: pushListeners.add,
    events: events.add,
    orders: () => Array.from(book.all(), (order) => snapshotOf(upToDate(context, order))),
    order(number) {
      const order = book.find(number) ?? book.findByNumberAnywhere(number)
      return order === undefined ? undefined : snapshotOf(upToDate(context, order))
    },
    refunds: () => Array.from(book.refunds(), ({ refund }) => refund),
    settle(payOrdId) {
      const order = book.find(payOrdId)
      if (order === undefined) throw new SimulatorFault('SIMULATOR_NOTHING_WAITS')
      finishOrder(context, order)
      return snapshotOf(order)
    },
    get ledger() {
      return ledger.read()
    },
    get counts() {
      return counter.read()
    },
    get screen() {
      return screen.view()
    },
    reboot,
  }
}

/** Prefix, area, yyyyMMddHHmmss and seven digits, as order numbers are seen; the first digits depend on the seed. */
function createNumbers(random: Random, clock: () => number): (prefix: string) => string {
  let sequence = random.below(SEQUENCE_LIMIT)
  return (prefix) => {
    sequence = (sequence + 1) % SEQUENCE_LIMIT
    return `${prefix}${AREA}${formatWireTime(clock())}${String(sequence).padStart(7, '0')}`
  }
}

function sleepReally(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
