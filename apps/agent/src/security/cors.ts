import type { Caller } from './origins.ts'

const METHODS = 'GET, POST, PUT, DELETE'
const HEADERS = 'Authorization, Content-Type, Idempotency-Key, Accept-Language, Last-Event-ID, X-Request-Id'
const EXPOSED = 'X-Request-Id, Idempotent-Replayed, Retry-After, X-NationEC-Agent'

/** The CORS headers of an answer: the caller's own origin when it is listed, nothing for anybody else. */
export function corsHeaders(caller: Caller): Record<string, string> {
  if (caller.kind !== 'listed' && !(caller.kind === 'own' && caller.origin !== undefined)) return {}
  return {
    'Access-Control-Allow-Origin': caller.origin ?? '',
    'Access-Control-Expose-Headers': EXPOSED,
    Vary: 'Origin',
  }
}

/**
 * The answer to a preflight of a listed page.
 *
 * Browsers that ask for the way to this machine by name get their yes: as Private Network Access wrote it, and as
 * Local Network Access does. Chrome 142 and later ask the user besides; a managed browser need not (docs/browser-policy).
 */
export function preflightHeaders(caller: Caller, asked: (name: string) => string | undefined): Record<string, string> {
  const headers: Record<string, string> = {
    ...corsHeaders(caller),
    'Access-Control-Allow-Methods': METHODS,
    'Access-Control-Allow-Headers': HEADERS,
    'Access-Control-Max-Age': '600',
    Vary: 'Origin, Access-Control-Request-Method, Access-Control-Request-Headers, Access-Control-Request-Private-Network',
  }
  for (const network of ['Private-Network', 'Local-Network']) {
    if (asked(`Access-Control-Request-${network}`) === 'true') headers[`Access-Control-Allow-${network}`] = 'true'
  }
  return headers
}
