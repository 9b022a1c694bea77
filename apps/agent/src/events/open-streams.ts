import { agentError } from '../errors/agent-error.ts'
import type { Topic } from './event-log.ts'
import { createEventStream, type EventStream, type EventStreamOptions } from './event-stream.ts'

/** More pages than a till has; each stream holds a connection. */
const MOST = 32

/** The event streams that are open. */
export interface OpenStreams {
  /** @throws `STREAMS_FULL` */
  open(options: Omit<EventStreamOptions, 'onEnd'>): EventStream
  readonly count: number
  /** Whether one of them hears this. */
  hears(topic: Topic): boolean
  stop(): void
}

export function createOpenStreams(): OpenStreams {
  const streams = new Map<EventStream, ReadonlySet<Topic>>()
  return {
    open(options) {
      if (streams.size >= MOST) throw agentError('STREAMS_FULL', { headers: { 'Retry-After': '5' } })
      const stream = createEventStream({ ...options, onEnd: () => void streams.delete(stream) })
      streams.set(stream, options.topics)
      return stream
    },
    get count() {
      return streams.size
    },
    hears: (topic) => [...streams.values()].some((topics) => topics.has(topic)),
    stop() {
      for (const stream of [...streams.keys()]) stream.stop()
    },
  }
}
