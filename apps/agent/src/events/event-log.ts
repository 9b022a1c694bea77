import { randomBytes } from 'node:crypto'

/** What a page can follow. */
export const topics = ['order', 'operation', 'sale', 'terminal', 'push', 'alarm', 'trace', 'pairing'] as const
export type Topic = (typeof topics)[number]

/** One thing that happened. */
export interface AgentEvent {
  /** `<run of the agent>-<number>`. */
  readonly id: string
  readonly topic: Topic
  /** JSON text: made once for all who listen. */
  readonly data: string
}

/** What can still be given of the past. `gap`: something was lost, and lists have to be read again. */
export type Missed = { readonly kind: 'events'; readonly events: readonly AgentEvent[] } | { readonly kind: 'gap' }

/** What happened last, and who listens. */
export interface EventLog {
  tell(topic: Topic, data: unknown): void
  /** What came after an event, by its id. */
  after(id: string): Missed
  listen(listener: (event: AgentEvent) => void): () => void
  readonly lastId: string
  /** Whether a page listens, or may come back for what was missed. */
  readonly wanted: boolean
  /** Something happened that no page waits for: it is not told, and who comes back reads the lists. */
  skip(): void
}

/** Enough for a page that was asleep for a while; a page that missed more reads the lists again. */
const KEPT = 1_000

/** Milliseconds that a page may be gone, for a reload or a lost network, without reading the lists anew. */
const COMES_BACK = 60_000

export function createEventLog(now: () => number = () => performance.now()): EventLog {
  const run = randomBytes(6).toString('hex')
  const events: AgentEvent[] = []
  const listeners = new Set<(event: AgentEvent) => void>()
  let count = 0
  let heardUntil = Number.NEGATIVE_INFINITY

  return {
    tell(topic, data) {
      count += 1
      const event: AgentEvent = { id: `${run}-${count}`, topic, data: JSON.stringify(data) }
      events.push(event)
      if (events.length > KEPT) events.shift()
      for (const listener of [...listeners]) {
        try {
          listener(event)
        } catch {
          // A listener that throws must not change a payment.
          listeners.delete(listener)
          heardUntil = now()
        }
      }
    },
    after(id) {
      const [ofRun, number] = id.split('-')
      const seen = Number(number)
      if (ofRun !== run || !Number.isSafeInteger(seen) || seen < 0 || seen > count) return { kind: 'gap' }
      const missing = count - seen
      return missing > events.length
        ? { kind: 'gap' }
        : { kind: 'events', events: missing === 0 ? [] : events.slice(-missing) }
    },
    listen(listener) {
      listeners.add(listener)
      return () => {
        if (listeners.delete(listener)) heardUntil = now()
      }
    },
    get wanted() {
      return listeners.size > 0 || now() - heardUntil < COMES_BACK
    },
    skip() {
      count += 1
      events.length = 0
    },
    get lastId() {
      return `${run}-${count}`
    },
  }
}
