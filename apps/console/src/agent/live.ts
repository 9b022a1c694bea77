import type { AgentEvent, Operation, Order } from '@nationec/browser'
import { reactive, ref } from 'vue'
import { agent, ask, paired } from './session.ts'
import type { Pairings, PushSeen, Screen, SimulatorState, TraceEntry } from './shapes.ts'

/** How much of a list the page keeps. */
const KEPT = 100

/** Whether events arrive at the moment. */
export const following = ref(false)

/** What the page shows besides the sales, kept up to date by the agent's events. */
export const live = reactive({
  screen: { shows: 'idle' } as Screen,
  plannedFaults: 0,
  faultKinds: [] as string[],
  pushes: [] as PushSeen[],
  trace: [] as TraceEntry[],
  pairings: { pending: [] } as Pairings,
  /** Counts changes of orders: lists of them are read again. */
  orderChanges: 0,
})

/** Who hears what the page itself does not keep. */
export interface Hearing {
  /** A sale has changed, or was closed. */
  sale(change: { readonly id: string; readonly isOpen: boolean }): void
  /** An order or an operation has, by the number of its bill. */
  bill(medOrgOrd: string | undefined): void
  /** Something was lost: everything is read again. */
  all(): Promise<unknown>
}

/** Loads everything and follows from there. */
export function startFollowing(hearing: Hearing): () => void {
  const known = agent.value
  if (known === undefined) throw new Error('follow only after connecting')
  const load = (): void => void loadAll(hearing).catch(() => {})
  load()
  return known.follow({
    topics: ['order', 'operation', 'sale', 'terminal', 'push', 'trace', 'pairing'],
    onState(state) {
      if (state === 'open' && !following.value) load()
      following.value = state === 'open'
      // An agent that was started anew may have forgotten this page: the next question tells.
      if (state !== 'open') void ask('GET', '/v1/operations?limit=1').catch(() => {})
    },
    onEvent: (event) => take(event, hearing, load),
  })
}

async function loadAll(hearing: Hearing): Promise<void> {
  const known = agent.value
  if (known === undefined || !paired.value) return
  const [{ pushes }, { entries }] = await Promise.all([
    ask<{ pushes: PushSeen[] }>('GET', '/v1/pushes'),
    ask<{ entries: TraceEntry[] }>('GET', '/v1/trace'),
    hearing.all(),
  ])
  Object.assign(live, { pushes, trace: entries })
  live.orderChanges += 1
  if (!known.description.simulator) return
  // Here a person plays the patient.
  await ask('PUT', '/v1/simulator/settings', { presenting: 'by hand' })
  await loadSimulator()
}

/** The simulated terminal tells of its screen by events, and of the rest only when asked. */
async function loadSimulator(): Promise<void> {
  live.screen = (await loadFaults()).screen
}

async function loadFaults(): Promise<SimulatorState> {
  const state = await ask<SimulatorState>('GET', '/v1/simulator')
  const { planned, kinds } = state.faults
  Object.assign(live, { plannedFaults: planned, faultKinds: kinds })
  return state
}

function take({ topic, data }: AgentEvent, hearing: Hearing, load: () => void): void {
  if (topic === 'order' || topic === 'operation') {
    live.orderChanges += 1
    hearing.bill((data as Order | Operation).medOrgOrd as string | undefined)
  } else if (topic === 'sale') hearing.sale(data as { id: string; isOpen: boolean })
  else if (topic === 'terminal') takeScreen(data as Screen)
  else if (topic === 'push') put(live.pushes, data as PushSeen)
  else if (topic === 'trace') takeTrace(data as TraceEntry)
  else if (topic === 'pairing') live.pairings = data as Pairings
  else if (topic === 'reset') load()
}

function takeScreen(screen: Screen): void {
  live.screen = screen
}

/** An exchange may have used up a planned fault. Its screen may be older by now than what an event has told. */
function takeTrace(entry: TraceEntry): void {
  put(live.trace, entry)
  if (agent.value?.description.simulator === true) void loadFaults().catch(() => {})
}

/** Replaces the entry with the same id where it stands, or puts a new one on top. */
function put<Entry extends { readonly id: string }>(list: Entry[], entry: Entry): void {
  const at = list.findIndex(({ id }) => id === entry.id)
  if (at >= 0) list.splice(at, 1, entry)
  else list.unshift(entry)
  list.splice(KEPT)
}
