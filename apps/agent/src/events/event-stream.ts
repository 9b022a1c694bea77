import type { AgentEvent, EventLog, Topic } from './event-log.ts'

/** A comment as often as this keeps proxies and the browser from taking the stream for dead. */
const SIGN_OF_LIFE = 15_000

/** Events that may wait for a slow reader; then the stream ends, and the reader comes back for the rest. */
const BACKLOG = 500

export interface EventStreamOptions {
  readonly log: EventLog
  readonly topics: ReadonlySet<Topic>
  /** Id of the last event that the reader has. */
  readonly after: string | undefined
  /** Asked before anything is written: a pairing that was taken back, or has expired, hears nothing more. */
  readonly stillPaired?: (() => boolean) | undefined
  readonly onEnd: () => void
}

/** An open stream of server-sent events. */
export interface EventStream {
  readonly body: ReadableStream<Uint8Array>
  /** Says that the agent stops, and ends. */
  stop(): void
}

export function createEventStream({
  log,
  topics,
  after,
  stillPaired = () => true,
  onEnd,
}: EventStreamOptions): EventStream {
  const encoder = new TextEncoder()
  let stopListening: () => void = () => {}
  let timer: ReturnType<typeof setInterval> | undefined
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined
  let ended = false

  function end(): void {
    if (ended) return
    ended = true
    stopListening()
    clearInterval(timer)
    onEnd()
  }

  function write(text: string): void {
    if (ended || controller === undefined) return
    if (!stillPaired()) {
      close()
      return
    }
    controller.enqueue(encoder.encode(text))
    if ((controller.desiredSize ?? 0) <= -BACKLOG) close()
  }

  function close(): void {
    end()
    try {
      controller?.close()
    } catch {
      // The reader has left already.
    }
  }

  function writeEvent({ id, topic, data }: AgentEvent): void {
    if (topics.has(topic)) write(`id: ${id}\nevent: ${topic}\ndata: ${data}\n\n`)
  }

  const body = new ReadableStream<Uint8Array>({
    start(opened) {
      controller = opened
      write('retry: 2000\n\n')
      const missed = after === undefined ? undefined : log.after(after)
      if (missed?.kind === 'gap') write(`id: ${log.lastId}\nevent: reset\ndata: {"reason":"gap"}\n\n`)
      // A new reader learns where the log stands, so that a break before the first event can be mended too.
      else if (missed === undefined) write(`id: ${log.lastId}\nevent: ready\ndata: {}\n\n`)
      else for (const event of missed.events) writeEvent(event)
      if (ended) return
      stopListening = log.listen(writeEvent)
      timer = setInterval(() => write(': alive\n\n'), SIGN_OF_LIFE)
    },
    cancel: end,
  })
  return {
    body,
    stop() {
      write('event: stopping\ndata: {}\n\n')
      close()
    },
  }
}
