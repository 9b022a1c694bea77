import { headers, type Msg, type MsgHdrs } from '@nats-io/transport-node'

/** What stands in the headers of a message; its payload is a text or nothing. */
export interface Envelope {
  /** Of an exchange. */
  readonly id?: string | undefined
  readonly session?: string | undefined
  readonly agent?: string | undefined
  readonly ledger?: string | undefined
  /** Milliseconds that are left: a length of time, never a time of day. */
  readonly left?: string | undefined
  readonly url?: string | undefined
  /** Of a lease. */
  readonly epoch?: string | undefined
  readonly kind?: Kind | undefined
}

/** What a message of the till, or an answer to its question, is. */
export type Kind =
  | 'opened'
  /** Is the exchange still wanted? */
  | 'wanted'
  | 'yes'
  | 'no'
  /** The agent does not know the session. */
  | 'gone'
  | 'never'
  | 'begun'
  | 'running'
  | 'answered'
  | 'forgotten'
  | 'failed'
  /** A lease is given, refused because another agent has it, or given back. */
  | 'lease'
  | 'held'
  | 'ends'

const PREFIX = 'Nationec-'
const KEYS = ['id', 'session', 'agent', 'ledger', 'left', 'url', 'epoch', 'kind'] as const

export function toHeaders(envelope: Envelope): MsgHdrs {
  const made = headers()
  for (const key of KEYS) {
    const value = envelope[key]
    if (value !== undefined) made.set(PREFIX + key, encodeURIComponent(value))
  }
  return made
}

/** What a message says of itself; what cannot be read is missing. */
export function envelopeOf(message: Msg): Envelope {
  const entries = KEYS.map((key) => [key, decoded(message.headers?.get(PREFIX + key) ?? '')] as const)
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined && value !== ''))
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}

/** The server's word that no one listens on the subject: the message was delivered to no one. */
export function isNoResponders(message: Msg): boolean {
  return message.data.length === 0 && message.headers?.code === 503
}
