import { createEventReader } from './event-stream.ts'

/** What the agent tells about. */
export type Topic = 'order' | 'operation' | 'sale' | 'terminal' | 'push' | 'alarm' | 'trace' | 'pairing'

/** An event: `data` as the agent's documents describe it for the topic. `reset` means: load your lists again. */
export interface AgentEvent {
  readonly topic: Topic | 'reset' | 'stopping'
  readonly data: unknown
}

/** Tells whether the stream is there at the moment. */
export type FollowState = 'open' | 'waiting'

export interface FollowOptions {
  readonly topics: readonly Topic[]
  onEvent(event: AgentEvent): void
  onState?(state: FollowState): void
}

/** Between two attempts, in milliseconds: soon at first, then seldom enough for an agent that is being restarted. */
const PAUSES = [250, 1000, 3000, 10_000]

/**
 * Follows the agent's events and comes back by itself after the connection was lost, where it left off. Only reading
 * repeats; nothing that this sends changes anything.
 *
 * @returns ends the following
 */
export function follow(
  fetchPage: typeof fetch,
  address: string,
  token: () => string | null,
  options: FollowOptions,
): () => void {
  const ended = new AbortController()
  let lastId = ''
  let attempt = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  const read = async (): Promise<void> => {
    const headers: Record<string, string> = { Authorization: `Bearer ${token() ?? ''}` }
    if (lastId !== '') headers['Last-Event-ID'] = lastId
    const path = `/v1/events?topics=${options.topics.join(',')}`
    const answer = await fetchPage(address + path, { headers, signal: ended.signal })
    if (!answer.ok || answer.body === null) return
    options.onState?.('open')
    const next = createEventReader()
    const decoder = new TextDecoder()
    const reader = answer.body.getReader()
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      for (const { id, topic, data } of next(decoder.decode(value, { stream: true }))) {
        attempt = 0
        lastId = id
        tell(options, { topic: topic as AgentEvent['topic'], data: JSON.parse(data) })
      }
    }
  }

  const again = (): void => {
    read()
      .catch(() => undefined)
      .then(() => {
        if (ended.signal.aborted) return
        options.onState?.('waiting')
        timer = setTimeout(again, PAUSES[Math.min(attempt++, PAUSES.length - 1)])
      })
  }
  again()
  return () => {
    ended.abort()
    clearTimeout(timer)
  }
}

/** A mistake in the page's own handler goes to the page's error handling and does not end the stream. */
function tell(options: FollowOptions, event: AgentEvent): void {
  try {
    options.onEvent(event)
  } catch (error) {
    setTimeout(() => {
      throw error
    })
  }
}
