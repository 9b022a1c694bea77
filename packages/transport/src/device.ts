import type { TransportSession } from './contract.ts'
import type { Definition } from './definition.ts'
import { fromOpen } from './one-door.ts'
import type { Timers } from './timers.ts'
import { optionErrorOf, type TransportError, transportError } from './transport-error.ts'

/** Ten seconds: a device that takes longer to let go is reported, and a program that wants to end is not held up. */
const RELEASE_LIMIT = 10_000

/** The one session of a connection: opened when first needed, released once. */
export interface Device {
  /** The open session, opening it if need be. Throws what goes to the caller. Never called twice at a time. */
  session(signal: AbortSignal): Promise<TransportSession>
  /** Releases what is or will be open. Call it once. Gives the failure, never throws. */
  release(): Promise<TransportError<'CLOSE_FAILED'> | undefined>
}

/** @param onLost called at most once, when the link of the open session is lost */
export function createDevice(definition: Definition, timers: Timers, onLost: (cause: unknown) => void): Device {
  let open: TransportSession | undefined
  let opening: Promise<void> = Promise.resolve()
  let released = false

  return {
    async session(signal) {
      if (open !== undefined) return open
      const attempt = openSession(definition, signal)
      opening = attempt.then(keepOrClose, () => {})
      const { session } = await attempt
      await opening
      return session

      async function keepOrClose({ session, lost }: Attempt): Promise<void> {
        // After an abort the author may have torn down what the session stands on; nothing may be sent through it.
        if (signal.aborted || released) return closeSession(session)
        open = session
        lost(onLost)
      }
    },

    release() {
      released = true
      return inTime(opening.then(() => (open === undefined ? undefined : closeSession(open))))
    },
  }

  async function closeSession(session: TransportSession): Promise<void> {
    await session.close()
  }

  async function inTime(work: Promise<void>): Promise<TransportError<'CLOSE_FAILED'> | undefined> {
    let timer: unknown
    const limit = new Promise<never>((_, reject) => {
      timer = timers.setTimeout(() => reject(new Error('the device did not let go in ten seconds')), RELEASE_LIMIT)
    })
    try {
      await Promise.race([work, limit])
      return undefined
    } catch (cause) {
      return transportError(definition.name, 'CLOSE_FAILED', { cause })
    } finally {
      timers.clearTimeout(timer)
    }
  }
}

interface Attempt {
  readonly session: TransportSession
  /** Says who is told of a lost link; a link that was lost while opening is told at once. */
  lost(listener: (cause: unknown) => void): void
}

async function openSession(definition: Definition, signal: AbortSignal): Promise<Attempt> {
  let tell: ((cause: unknown) => void) | undefined
  let loss: { cause: unknown } | undefined
  const onDisconnect = (cause?: unknown): void => {
    loss ??= { cause }
    tell?.(cause)
  }
  // A signal of its own: authors tie devices to it, and the exchange that opened may be aborted long after.
  const controller = new AbortController()
  const onAbort = (): void => controller.abort(signal.reason)
  signal.addEventListener('abort', onAbort, { once: true })
  try {
    const session = await definition.open({ signal: controller.signal, onDisconnect })
    if (typeof session?.send !== 'function' || typeof session.close !== 'function') {
      throw optionErrorOf(definition.name)({
        en: '`open` must give `send` and `close`.',
        zh: '`open` 须返回 `send` 和 `close`。',
      })
    }
    return {
      session,
      lost: (listener) => {
        tell = listener
        if (loss !== undefined) listener(loss.cause)
      },
    }
  } catch (error) {
    throw fromOpen(definition, error)
  } finally {
    signal.removeEventListener('abort', onAbort)
  }
}
