import { type BilingualText, requireOption } from '@nationec/errors'
import { optionErrorOf } from '@nationec/transport'

/** The cable of a mock: pull it, or keep it from being plugged in. One link may serve several transports. */
export interface MockLink {
  /** Cuts every open session, as if the cable were pulled. A new connection opens again at once. */
  disconnect(reason?: unknown): void
  /** Makes the next opening fail. */
  failNextOpen(reason?: unknown): void
  /** How many sessions were opened and released so far. */
  readonly sessions: { readonly opened: number; readonly closed: number }
}

/** The side of a link that the mock transport holds. */
export interface LinkSocket {
  /** Plugs a session in. Throws if the link was told to fail. Gives the way to take it out again. */
  plug(onDisconnect: (reason: unknown) => void): () => void
}

const aLink: BilingualText = { en: 'made by `mockLink()`', zh: '`mockLink()` 创建的对象' }

const sockets = new WeakMap<MockLink, LinkSocket>()

/**
 * Makes the control for `mockTransport(handler, { link })`.
 *
 * @example
 * ```ts
 * import { mockLink, mockTransport } from '@nationec/transport-mock'
 *
 * const link = mockLink()
 * const transport = mockTransport((text) => text, { link })
 * const connection = transport.connect()
 * await connection.exchange({ text: '{}' })
 * link.disconnect()
 * console.log((await connection.closed).reason) // disconnected
 * ```
 */
export function mockLink(): MockLink {
  const live = new Set<(reason: unknown) => void>()
  const failures: unknown[] = []
  let [opened, closed] = [0, 0]

  const link: MockLink = {
    disconnect(reason = new Error('the mock link was cut')) {
      for (const onDisconnect of [...live]) onDisconnect(reason)
    },
    failNextOpen: (reason = new Error('the mock link is not plugged in')) => {
      failures.push(reason)
    },
    get sessions() {
      return { opened, closed }
    },
  }
  sockets.set(link, {
    plug(onDisconnect) {
      if (failures.length > 0) throw failures.shift()
      opened += 1
      live.add(onDisconnect)
      return () => {
        closed += 1
        live.delete(onDisconnect)
      }
    },
  })
  return link
}

/** The transport's side of a link that {@link mockLink} made. Throws `OPTION_INVALID` if it did not. */
export function socketOf(name: string, link: MockLink): LinkSocket {
  const socket = sockets.get(link)
  requireOption(socket !== undefined, 'link', aLink, optionErrorOf(name))
  return socket
}
