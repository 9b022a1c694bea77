import { randomBytes, randomInt, randomUUID, timingSafeEqual } from 'node:crypto'
import { agentError } from '../errors/agent-error.ts'
import type { Principal, Role, TokenStore } from './token-store.ts'

const LIFETIME = 2 * 60_000
const START_CODE_LIFETIME = 10 * 60_000
const ATTEMPTS = 5
const MOST_OPEN = 3
/** A person needs one, and another after a mistake. */
const MOST_RECENT = 10
const RECENT = 10 * 60_000
/** One guesser in 20,000 is let in a day, however long it goes on; a restart of the agent begins anew. */
const MOST_WRONG = 50
const WRONG_COUNTS = 24 * 60 * 60_000

/** A page that wants to be let in, until a person at the agent reads it the code. */
export interface PendingPairing {
  readonly pairingId: string
  readonly origin: string
  readonly role: Role
  readonly name: string
  /** The till that it would open; absent where there is one till only. */
  readonly till?: string | undefined
  /** Six digits. */
  readonly code: string
  readonly expiresAt: number
}

export interface Pairings {
  /** @throws `PAIRING_LIMIT` */
  begin(whom: {
    readonly origin: string
    readonly role: Role
    readonly name: string
  }): PendingPairing & { readonly attemptsLeft: number }
  /** @throws `PAIRING_UNKNOWN`, `PAIRING_CODE_WRONG` */
  confirm(
    pairingId: string,
    origin: string,
    code: string,
  ): Promise<{ readonly token: string; readonly principal: Principal }>
  /** The console's way in, once. @throws `PAIRING_UNKNOWN` */
  start(code: string): Promise<{ readonly token: string; readonly principal: Principal }>
  readonly pending: readonly PendingPairing[]
  readonly startCode: string
}

export interface PairingsOptions {
  readonly tokens: Pick<TokenStore, 'issue'>
  readonly till?: string | undefined
  readonly clock: () => number
  /** Shows the codes to the person at the agent. */
  readonly onChange: (pending: readonly PendingPairing[]) => void
}

/**
 * Lets pages in by a code that only stands at the agent itself: who can read its window may let a page use the terminal.
 *
 * The page is named by the browser (`Origin`), so a code given to one page opens nothing for another.
 */
export function createPairings({ tokens, till, clock, onChange }: PairingsOptions): Pairings {
  const open = new Map<string, PendingPairing & { attemptsLeft: number }>()
  let recent: number[] = []
  let wrong: number[] = []
  const startCode = randomBytes(16).toString('base64url')
  const startCodeEnds = clock() + START_CODE_LIFETIME
  let startCodeUsed = false

  function dropOld(): void {
    for (const [id, { expiresAt }] of open) if (expiresAt <= clock()) open.delete(id)
    recent = recent.filter((at) => at > clock() - RECENT)
    wrong = wrong.filter((at) => at > clock() - WRONG_COUNTS)
  }

  function pending(): PendingPairing[] {
    dropOld()
    return [...open.values()].map(({ attemptsLeft: _, ...rest }) => rest)
  }

  return {
    begin({ origin, role, name }) {
      dropOld()
      if (wrong.length >= MOST_WRONG) throw agentError('PAIRING_LIMIT', { headers: { 'Retry-After': '3600' } })
      if (open.size >= MOST_OPEN || recent.length >= MOST_RECENT) {
        throw agentError('PAIRING_LIMIT', { headers: { 'Retry-After': '120' } })
      }
      recent.push(clock())
      const code = String(randomInt(1_000_000)).padStart(6, '0')
      const pairing = {
        pairingId: randomUUID(),
        origin,
        role,
        name,
        till,
        code,
        expiresAt: clock() + LIFETIME,
        attemptsLeft: ATTEMPTS,
      }
      open.set(pairing.pairingId, pairing)
      onChange(pending())
      return pairing
    },
    async confirm(pairingId, origin, code) {
      dropOld()
      const pairing = open.get(pairingId)
      if (pairing === undefined || pairing.origin !== origin) throw agentError('PAIRING_UNKNOWN')
      if (!equal(pairing.code, code)) {
        pairing.attemptsLeft -= 1
        wrong.push(clock())
        if (pairing.attemptsLeft === 0) open.delete(pairingId)
        onChange(pending())
        throw agentError('PAIRING_CODE_WRONG', { members: { attemptsLeft: pairing.attemptsLeft } })
      }
      open.delete(pairingId)
      onChange(pending())
      return tokens.issue(pairing)
    },
    async start(code) {
      const fits = equal(startCode, code)
      if (!fits || startCodeUsed || clock() > startCodeEnds) throw agentError('PAIRING_UNKNOWN')
      startCodeUsed = true
      return tokens.issue({ origin: 'self', role: 'console', name: 'console' })
    },
    get pending() {
      return pending()
    },
    startCode,
  }
}

function equal(expected: string, given: string): boolean {
  const [left, right] = [Buffer.from(expected), Buffer.from(given)]
  return left.length === right.length && timingSafeEqual(left, right)
}
