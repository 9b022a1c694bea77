import type { OpenPort, PortLike, PortListener } from './device/port.ts'

/** Two ports that are joined by a cable in memory. */
export interface MemoryPorts {
  readonly institution: PortLike
  readonly terminal: PortLike
  /** Pulls the cable: both open ports are gone. They may be opened again at once. */
  unplug(cause?: unknown): void
  /** Makes the next `open` of the institution fail. */
  failNextOpen(cause?: unknown): void
  /** How many times the institution's port was opened and let go. */
  readonly sessions: { readonly opened: number; readonly closed: number }
}

/**
 * Makes two ports for tests and for a first try: what one writes, the other reads a moment later.
 *
 * @example
 * ```ts
 * import { memoryPorts } from '@nationec/transport-serial'
 *
 * const ports = memoryPorts()
 * const heard = await ports.terminal.open({ onData: (bytes) => console.log(bytes.length), onClose: () => {} })
 * const port = await ports.institution.open({ onData: () => {}, onClose: () => {} })
 * port.write(new Uint8Array(5)) // 5
 * await Promise.all([port.close(), heard.close()])
 * ```
 */
export function memoryPorts(): MemoryPorts {
  const ends = { institution: createEnd('institution'), terminal: createEnd('terminal') }
  ends.institution.joinTo(ends.terminal)
  ends.terminal.joinTo(ends.institution)
  return {
    institution: ends.institution.port,
    terminal: ends.terminal.port,
    unplug(cause = new Error('the cable was pulled')) {
      ends.institution.drop(cause)
      ends.terminal.drop(cause)
    },
    failNextOpen: (cause = new Error('there is no such port')) => ends.institution.failNext(cause),
    get sessions() {
      return { ...ends.institution.sessions }
    },
  }
}

interface End {
  readonly port: PortLike
  readonly sessions: { opened: number; closed: number }
  joinTo(other: End): void
  hear(bytes: Uint8Array): void
  drop(cause: unknown): void
  failNext(cause: unknown): void
}

function createEnd(name: string): End {
  const sessions = { opened: 0, closed: 0 }
  let listener: PortListener | undefined
  let other: End | undefined
  let failure: { cause: unknown } | undefined

  const end: End = {
    sessions,
    port: { name: `memory:${name}`, open },
    joinTo: (given) => {
      other = given
    },
    hear: (bytes) => listener?.onData(bytes),
    drop(cause) {
      const dropped = listener
      if (dropped === undefined) return
      leave(dropped)
      dropped.onClose(cause)
    },
    failNext: (cause) => {
      failure = { cause }
    },
  }
  return end

  async function open(given: PortListener): Promise<OpenPort> {
    const failed = failure
    failure = undefined
    if (failed !== undefined) throw failed.cause
    if (listener !== undefined) throw new Error('the port is in use')
    listener = given
    sessions.opened += 1
    return {
      baud: Number.POSITIVE_INFINITY,
      write(bytes) {
        const copy = bytes.slice()
        // A task of its own, as with a device: the writer is done before the reader begins.
        if (listener === given) setTimeout(() => other?.hear(copy), 0)
      },
      close: async () => leave(given),
    }
  }

  function leave(leaving: PortListener): void {
    if (listener !== leaving) return
    listener = undefined
    sessions.closed += 1
  }
}
