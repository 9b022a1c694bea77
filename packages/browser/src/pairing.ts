import type { Caller } from './call.ts'
import type { PageParts } from './page.ts'

/** A pairing that waits for the six digits. */
export interface Pairing {
  /** When the digits lose their validity, ISO 8601. */
  readonly expiresAt: string
  /** Ends the pairing with the digits that the agent shows; a wrong number is an AgentError with PAIRING_CODE_WRONG. */
  confirm(code: string): Promise<void>
}

/** The same where a browser may have no promises: both end with `then`. */
export interface OldPairing extends Pick<Pairing, 'expiresAt'> {
  confirm(code: string): PromiseLike<void>
}

/** Keeps one token for each agent. */
export interface TokenStore {
  get(address: string): string | null
  set(address: string, token: string): void
  forget(address: string): void
}

export function createTokenStore(storage: NonNullable<PageParts['storage']>): TokenStore {
  const name = (address: string): string => `nationec:${address}`
  return {
    get: (address) => storage.getItem(name(address)),
    set: (address, token) => storage.setItem(name(address), token),
    forget: (address) => storage.removeItem(name(address)),
  }
}

/** Asks the agent to show six digits to the cashier. */
export async function startPairing(call: Caller, pageName: string, keep: (token: string) => void): Promise<Pairing> {
  const started = (await call({ method: 'POST', path: '/v1/pairings', body: { name: pageName } })) as {
    pairingId: string
    expiresAt: string
  }
  return {
    expiresAt: started.expiresAt,
    async confirm(code) {
      const body = { pairingId: started.pairingId, code }
      const { token } = (await call({ method: 'POST', path: '/v1/pairings/confirm', body })) as { token: string }
      keep(token)
    },
  }
}
