import type { AgentEvent, Operation, Order } from '@nationec/browser'
import { reactive, ref } from 'vue'
import { agent, ask } from './session.ts'
import type { Pairings, PushSeen, Screen, SimulatorState, TraceEntry } from './shapes.ts'

/** How much of a list the page keeps. */
const KEPT = 100

/** Whether events arrive at the moment. */
export const following = ref(false)

/** What the page shows, kept up to date by the agent's events. */
export const live = reactive({
  orders: [] as Order[],
  openOperations: [] as Operation[],
  screen: { shows: 'idle' } as Screen,
  plannedFaults: 0,
  faultKinds: [] as string[],
  pushes: [] as PushSeen[],
  trace: [] as TraceEntry[],
  pairings: { pending: [] } as Pairings,
})

/** Loads everything and follows from there. */
export function startFollowing(): () => void {
  const known = agent.value
  if (known === undefined) throw new Error('follow only after connecting')
  void load()
  return known.follow({
    topics: ['order', 'operation', 'terminal', 'push', 'trace', 'pairing'],
    onState(state) {
      following.value = state === 'open'
    },
    onEvent: take,
  })
}

async function load(): Promise<void> {
  const known = agent.value
  if (known === undefined) return
  const [{ orders }, operations, { pushes }, { entries }] = await Promise.all([
    known.orders(),
    known.openOperations(),
    ask<{ pushes: PushSeen[] }>('GET', '/v1/pushes'),
    ask<{ entries: TraceEntry[] }>('GET', '/v1/trace'),
  ])
  Object.assign(live, { orders: [...orders], openOperations: [...operations], pushes, trace: entries })
  if (!known.description.simulator) return
  // At this desk a person plays the patient.
  await ask('PUT', '/v1/simulator/settings', { presenting: 'by hand' })
  await loadSimulator()
}

/** The simulated terminal tells of its screen by events, and of the rest only when asked. */
async function loadSimulator(): Promise<void> {
  const { screen, faults } = await ask<SimulatorState>('GET', '/v1/simulator')
  Object.assign(live, { screen, plannedFaults: faults.planned, faultKinds: faults.kinds })
}

function take({ topic, data }: AgentEvent): void {
  if (topic === 'order') put(live.orders, data as Order)
  else if (topic === 'operation') takeOperation(data as Operation)
  else if (topic === 'terminal') takeScreen(data as Screen)
  else if (topic === 'push') put(live.pushes, data as PushSeen)
  else if (topic === 'trace') takeTrace(data as TraceEntry)
  else if (topic === 'pairing') live.pairings = data as Pairings
  else if (topic === 'reset') void load()
}

function takeScreen(screen: Screen): void {
  live.screen = screen
}

/** An exchange may have used up a planned fault. */
function takeTrace(entry: TraceEntry): void {
  put(live.trace, entry)
  if (agent.value?.description.simulator === true) void loadSimulator()
}

function takeOperation(operation: Operation): void {
  const others = live.openOperations.filter(({ id }) => id !== operation.id)
  live.openOperations = operation.state === 'unknown' ? [operation, ...others] : others
}

/** Replaces the entry with the same id where it stands, or puts a new one on top. */
function put<Entry extends { readonly id: string }>(list: Entry[], entry: Entry): void {
  const at = list.findIndex(({ id }) => id === entry.id)
  if (at >= 0) list.splice(at, 1, entry)
  else list.unshift(entry)
  list.splice(KEPT)
}
