import { agentError } from '../errors/agent-error.ts'
import type { Principal, Role, TokenStore } from '../pairing/token-store.ts'
import type { Caller } from './origins.ts'

/** Whom a token must have been given to, for a caller. */
export function scopeOf(caller: Caller): { readonly origin: string; readonly role: Role } {
  if (caller.kind === 'listed') return { origin: caller.origin, role: 'page' }
  if (caller.kind === 'own') return { origin: 'self', role: 'console' }
  if (caller.kind === 'program') return { origin: 'program', role: 'program' }
  throw agentError('CROSS_SITE_REFUSED')
}

/**
 * The one whose token a request carries.
 *
 * A token works for the origin that it was given to and for no other. A browser too old to say where a reading
 * request comes from looks like a program: there the console's own token counts too.
 *
 * @throws `TOKEN_MISSING`, `TOKEN_INVALID`
 */
export function authorise(
  tokens: TokenStore,
  caller: Caller,
  method: string,
  authorization: string | undefined,
): Principal {
  const token = /^Bearer ([A-Za-z0-9_-]{43})$/.exec(authorization ?? '')?.[1]
  if (token === undefined) {
    throw agentError(authorization === undefined ? 'TOKEN_MISSING' : 'TOKEN_INVALID', {
      headers: { 'WWW-Authenticate': 'Bearer realm="nationec-agent"' },
    })
  }
  const principal = tokens.find(token)
  const { origin } = scopeOf(caller)
  const oldBrowser = caller.kind === 'program' && method === 'GET' && principal?.origin === 'self'
  if (principal === undefined || (principal.origin !== origin && !oldBrowser)) {
    throw agentError('TOKEN_INVALID', {
      headers: { 'WWW-Authenticate': 'Bearer realm="nationec-agent", error="invalid_token"' },
    })
  }
  return principal
}
