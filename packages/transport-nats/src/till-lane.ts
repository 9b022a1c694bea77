import {
  type Connection,
  type ExchangeEnd,
  type ExchangeMemory,
  type RememberedExchange,
  type Transport,
  transportError,
} from '@nationec/transport'
import { natsError } from './errors.ts'
import { recordOf } from './failure-record.ts'

/** One request that has arrived at the till. */
export interface TillExchange {
  readonly id: string
  readonly url: string
  readonly text: string
  /** Milliseconds left, counted from arrival on this side's own clock. */
  left(): number
  /** Asks back whether the request is still wanted. */
  stillWanted(): Promise<boolean>
}

/** Carries out what arrives, one at a time. */
export interface TillLane {
  /** Gives what there is to say of the exchange. Never rejects. */
  carry(exchange: TillExchange): Promise<RememberedExchange>
  /** True while an exchange that has begun has no outcome yet. */
  isRunning(id: string): boolean
  /** Lets what runs come to its end, begins nothing more, and releases the terminal. May be called again. */
  close(): Promise<void>
}

export function createTillLane(transport: Transport, memory: ExchangeMemory): TillLane {
  const running = new Set<string>()
  let last: Promise<unknown> = Promise.resolve()
  let closing = false
  let terminal: Connection | undefined

  return {
    isRunning: (id) => running.has(id),
    carry(exchange) {
      const carried = last.then(() => carryNow(exchange))
      last = carried
      return carried
    },
    async close() {
      closing = true
      await last
      await terminal?.close()
    },
  }

  async function carryNow(exchange: TillExchange): Promise<RememberedExchange> {
    running.add(exchange.id)
    try {
      return await begun(exchange)
    } finally {
      running.delete(exchange.id)
    }
  }

  async function begun(exchange: TillExchange): Promise<RememberedExchange> {
    const { id } = exchange
    try {
      // What is out of time is ruled on and not begun: "never" is stored, and a later question hears the same.
      if (closing || exchange.left() <= 0) return await memory.rule(id)
      const known = await memory.begin(id)
      if (known !== undefined) return known
    } catch (cause) {
      return failedWith(natsError('TILL_MEMORY_FAILED', { cause }))
    }
    const ended = await outcomeOf(exchange)
    try {
      await memory.end(id, ended)
    } catch {
      // It stays as begun: a later question is told that the till does not know.
    }
    return ended
  }

  /** The last question before the terminal: no time passes between its answer and the exchange. */
  async function outcomeOf(exchange: TillExchange): Promise<ExchangeEnd> {
    if (!(await exchange.stillWanted())) return { state: 'never' }
    const deadline = exchange.left()
    if (deadline <= 0) return { state: 'never' }
    const { url, text } = exchange
    try {
      const request = url === '' ? { text } : { url, text }
      return { state: 'answered', answer: await connected().exchange(request, { deadline }) }
    } catch (error) {
      return failedWith(error)
    }
  }

  function connected(): Connection {
    if (terminal !== undefined) return terminal
    const made = transport.connect()
    terminal = made
    void made.closed.then(() => {
      if (terminal === made) terminal = undefined
    })
    return made
  }
}

function failedWith(error: unknown): ExchangeEnd {
  return { state: 'failed', failure: recordOf(error) }
}

/** What is told of an answer that the server does not carry. */
export function tooLarge(): ExchangeEnd {
  return failedWith(transportError('nats', 'ANSWER_TOO_LARGE'))
}
