import type { AuditLog } from '../audit/audit-log.ts'
import { agentError } from '../errors/agent-error.ts'
import type { Operator, OperatorRole } from '../model/operator.ts'
import type { Principal } from '../pairing/token-store.ts'
import type { OperatorBook } from './operator-book.ts'

/** Milliseconds after which a person has to sign on again: of nothing done, and at all. */
const IDLE = 60 * 60_000
const SHIFT = 12 * 60 * 60_000
/** Wrong PINs in a row after which a number has to wait, and how long; a token that guesses numbers waits as well. */
const MOST_WRONG = 5
const LOCKED = 15 * 60_000

/** A number with its PIN, as a person types them. */
export interface Credentials {
  readonly number: string
  readonly pin: string
}

/** Who has a token that was paired, as far as sign-on goes. */
export type Holder = Pick<Principal, 'id' | 'till'>

/** Who works at which paired page or program. */
export interface SignOn {
  /** @throws `SIGN_ON_REFUSED`, `SIGN_ON_LOCKED` */
  signOn(holder: Holder, credentials: Credentials): Promise<Operator>
  signOff(holder: Holder): Promise<void>
  /** Who has signed on there and may work still. */
  operatorOf(holder: Holder | undefined): Operator | undefined
  /**
   * Whose number and PIN these are, without signing on.
   *
   * @throws `SIGN_ON_REFUSED`, `SIGN_ON_LOCKED`
   */
  identify(holder: Holder, credentials: Credentials): Promise<Operator>
  /** Ends every sign-on of a person: the PIN or the role has changed. */
  endOf(number: string): void
}

export interface SignOnOptions {
  readonly book: Pick<OperatorBook, 'find' | 'isPin'>
  readonly audit: Pick<AuditLog, 'add'>
  readonly clock: () => number
}

interface Session {
  readonly number: string
  readonly since: number
  usedAt: number
}

interface Tries {
  wrong: number
  until: number
}

export function createSignOn({ book, audit, clock }: SignOnOptions): SignOn {
  const sessions = new Map<string, Session>()
  const tries = new Map<string, Tries>()

  /** Counted before the PIN is looked at: many guesses at once are as many as one after the other. */
  function count(name: string): Tries {
    const now = clock()
    const known = tries.get(name)
    const counted = known === undefined || known.until <= now ? { wrong: 0, until: now + LOCKED } : known
    if (counted.wrong >= MOST_WRONG) {
      const seconds = Math.ceil((counted.until - now) / 1000)
      throw agentError('SIGN_ON_LOCKED', { headers: { 'Retry-After': String(seconds) } })
    }
    counted.wrong += 1
    counted.until = now + LOCKED
    tries.set(name, counted)
    return counted
  }

  async function identify({ id, till }: Holder, { number, pin }: Credentials): Promise<Operator> {
    const known = book.find(number)
    const name = known === undefined ? `token ${id}` : `number ${number}`
    const counted = count(name)
    const fits = await book.isPin(number, pin)
    if (!fits || known?.active !== true) {
      // A number of no operator may be anything, a PIN in the wrong field for instance.
      await audit.add({ action: 'sign-on-refused', till, facts: known === undefined ? {} : { number } })
      throw agentError('SIGN_ON_REFUSED', { members: { attemptsLeft: MOST_WRONG - counted.wrong } })
    }
    tries.delete(name)
    return known
  }

  function operatorOf(holder: Holder | undefined): Operator | undefined {
    const session = holder === undefined ? undefined : sessions.get(holder.id)
    if (holder === undefined || session === undefined) return undefined
    const now = clock()
    const operator = book.find(session.number)
    if (operator?.active !== true || now - session.usedAt > IDLE || now - session.since > SHIFT) {
      sessions.delete(holder.id)
      return undefined
    }
    session.usedAt = now
    return operator
  }

  return {
    async signOn(holder, credentials) {
      const operator = await identify(holder, credentials)
      const { number, role } = operator
      await audit.add({ action: 'sign-on', till: holder.till, operator: number, role, facts: {} })
      sessions.set(holder.id, { number, since: clock(), usedAt: clock() })
      return operator
    },
    async signOff(holder) {
      const operator = operatorOf(holder)
      sessions.delete(holder.id)
      if (operator === undefined) return
      const { number, role } = operator
      await audit.add({ action: 'sign-off', till: holder.till, operator: number, role, facts: {} })
    },
    operatorOf,
    identify,
    endOf(number) {
      for (const [id, session] of sessions) if (session.number === number) sessions.delete(id)
    },
  }
}

/** @throws `OPERATOR_REFUSED` when the role is not among these */
export function requireRole(operator: Operator, roles: readonly OperatorRole[]): void {
  if (!roles.includes(operator.role)) throw agentError('OPERATOR_REFUSED', { members: { roles } })
}
