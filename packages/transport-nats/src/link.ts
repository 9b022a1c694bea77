import { createInbox, type Msg, type NatsConnection, PermissionViolationError } from '@nats-io/transport-node'
import { type Envelope, envelopeOf, isNoResponders, toHeaders } from './envelope.ts'
import { randomId } from './ids.ts'

/** What comes back for a call. */
export type CallEvent =
  | { readonly type: 'message'; readonly message: Msg; readonly envelope: Envelope }
  /** It was delivered to no one. */
  | { readonly type: 'no-responders' }
  /** The server refused it for lack of a permission. */
  | { readonly type: 'refused'; readonly cause: Error }

/** One connection to a server, shared by every till that is reached over it. */
export interface Link {
  /** False from the moment the connection is known to be lost until it is back. What is published then would be sent later. */
  readonly up: boolean
  /** Calls back once, when the connection is lost. Gives the function that stops that. */
  onDown(listener: (cause: Error) => void): () => void
  /** Publishes a message that is answered by any number of messages. Throws if it cannot leave. Gives the function that ends it. */
  call(subject: string, envelope: Envelope, text: string, listener: (event: CallEvent) => void): () => void
  /** Publishes a message that is not answered, if it can leave. */
  tell(subject: string, envelope: Envelope): void
}

const links = new WeakMap<NatsConnection, Link>()

/** The link of a connection: one inbox and one listener to its state, however many tills there are. */
export function linkOf(connection: NatsConnection): Link {
  const known = links.get(connection)
  if (known !== undefined) return known
  const made = createLink(connection)
  links.set(connection, made)
  return made
}

interface Call {
  readonly subject: string
  readonly listener: (event: CallEvent) => void
}

function createLink(connection: NatsConnection): Link {
  const calls = new Map<string, Call>()
  const downListeners = new Set<(cause: Error) => void>()
  const inbox = createInbox(inboxPrefixOf(connection))
  let up = !connection.isClosed()
  let listens = false
  void watch()
  return {
    get up() {
      return up && !connection.isClosed()
    },
    onDown(listener) {
      downListeners.add(listener)
      return () => void downListeners.delete(listener)
    },
    call(subject, envelope, text, listener) {
      listen()
      const token = randomId()
      calls.set(token, { subject, listener })
      try {
        connection.publish(subject, text, { headers: toHeaders(envelope), reply: `${inbox}.${token}` })
      } catch (error) {
        calls.delete(token)
        throw error
      }
      return () => void calls.delete(token)
    },
    tell,
  }

  /** A till calls no one: it needs no inbox, and no right to have one. */
  function listen(): void {
    if (listens) return
    connection.subscribe(`${inbox}.*`, {
      callback: (error, message) => {
        if (error === null) hear(message)
      },
    })
    listens = true
  }

  function tell(subject: string, envelope: Envelope): void {
    if (!up || connection.isClosed()) return
    try {
      connection.publish(subject, '', { headers: toHeaders(envelope) })
    } catch {
      // The connection was closed meanwhile.
    }
  }

  function hear(message: Msg): void {
    const call = calls.get(message.subject.slice(inbox.length + 1))
    const envelope = envelopeOf(message)
    if (call !== undefined) {
      call.listener(isNoResponders(message) ? { type: 'no-responders' } : { type: 'message', message, envelope })
    } else if (envelope.kind === 'wanted' && message.reply !== undefined && YES_SUBJECT.test(message.reply)) {
      // Its caller has been told that it failed.
      tell(message.reply, { kind: 'no' })
    }
  }

  async function watch(): Promise<void> {
    for await (const status of connection.status()) {
      if (status.type === 'reconnect') up = true
      else if (status.type === 'disconnect' || status.type === 'close')
        down(new Error('the connection to the NATS server was lost'))
      else if (status.type === 'error' && status.error instanceof PermissionViolationError) refuse(status.error)
    }
    down(new Error('the connection to the NATS server was closed'))
  }

  function down(cause: Error): void {
    up = false
    const told = [...downListeners]
    downListeners.clear()
    for (const listener of told) listener(cause)
  }

  /** The server names the subject only. What waits on it now was refused, or will be: a permission is one for all. */
  function refuse(cause: PermissionViolationError): void {
    if (cause.operation !== 'publish') return
    for (const { subject, listener } of [...calls.values()]) {
      if (subject === cause.subject) listener({ type: 'refused', cause })
    }
  }
}

/** No till can make the centre speak anywhere else. */
const YES_SUBJECT = /^till\.[\w-]{1,40}\.\d{1,16}\.[0-9a-f]{32,64}\.yes\.[0-9a-f]{32,64}$/

/** The client keeps its options; its interface does not say so. */
function inboxPrefixOf(connection: NatsConnection): string | undefined {
  const { options } = connection as { readonly options?: { readonly inboxPrefix?: unknown } }
  return typeof options?.inboxPrefix === 'string' ? options.inboxPrefix : undefined
}
