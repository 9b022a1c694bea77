import { agentError } from '../errors/agent-error.ts'

/** Who sends a request, as far as the browser tells. */
export type Caller =
  /** A page of the agent itself. */
  | { readonly kind: 'own'; readonly origin: string | undefined }
  /** A page of a listed origin. */
  | { readonly kind: 'listed'; readonly origin: string }
  /** A program; or a browser too old to say anything, whose requests a token still ties to its origin. */
  | { readonly kind: 'program' }
  /** A page of another site that does not name itself: an image, a script, a link. */
  | { readonly kind: 'foreign'; readonly navigation: boolean }

/** Headers that tell where a request comes from. */
export interface OriginHeaders {
  /** Under which name the agent was asked; a page of that very name is its own. */
  readonly host: string | undefined
  readonly origin: string | undefined
  readonly fetchSite: string | undefined
  readonly fetchMode: string | undefined
}

/** The names under which the agent may be addressed, and the pages that may use it. */
export interface Origins {
  /** @throws `HOST_REFUSED` */
  checkHost(host: string | undefined): void
  /** @throws `ORIGIN_REFUSED` for a page that names itself and is not listed */
  callerOf(headers: OriginHeaders): Caller
}

export interface OriginsOptions {
  /** For example `https://his.example`. */
  readonly listed: readonly string[]
  /** Names besides 127.0.0.1, localhost and [::1]: `his.example` behind any port, `his.example:8443` behind that one. */
  readonly hosts: readonly string[]
  /** The port that the agent listens at; `undefined` while it listens at none and is a part of another server. */
  readonly port: () => number | undefined
}

const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '[::1]'])

export function createOrigins({ listed, hosts, port }: OriginsOptions): Origins {
  const names = new Set(hosts.map((host) => host.toLowerCase()))
  const pages = new Set(listed)

  function isOurs(host: string): boolean {
    const [, name = '', behind = '80'] = /^(\[[0-9a-f:.]+\]|[^:@/?#\s]+)(?::(\d{1,5}))?$/.exec(host) ?? []
    // A proxy hands on the name that it was asked under; the port is then the proxy's.
    if (names.has(name) || names.has(host)) return true
    const own = port()
    return LOOPBACK.has(name) && (own === undefined || Number(behind) === own)
  }

  return {
    // A foreign name that points to this machine comes with that name: DNS rebinding ends here.
    checkHost(host) {
      if (host === undefined || !isOurs(host.toLowerCase())) throw agentError('HOST_REFUSED')
    },
    callerOf({ host, origin, fetchSite, fetchMode }) {
      if (origin !== undefined) {
        if (pages.has(origin)) return { kind: 'listed', origin }
        if (isOwnPage(origin, host)) return { kind: 'own', origin }
        throw agentError('ORIGIN_REFUSED')
      }
      if (fetchSite === undefined) return { kind: 'program' }
      if (fetchSite === 'same-origin') return { kind: 'own', origin: undefined }
      return { kind: 'foreign', navigation: fetchMode === 'navigate' }
    },
  }
}

/** Whether a page comes from the very address that it asks. Nothing answers under a loopback name by https. */
function isOwnPage(origin: string, host: string | undefined): boolean {
  const [, scheme, asked = ''] = /^(https?):\/\/([^/?#@\s]+)$/.exec(origin) ?? []
  if (scheme === undefined || asked !== host?.toLowerCase()) return false
  return scheme === 'http' || !LOOPBACK.has(nameOf(asked))
}

const nameOf = (host: string): string => host.replace(/:\d+$/, '')

/** What the headers of a request tell of where it comes from. */
export function originHeadersOf(request: Asked): OriginHeaders {
  return {
    // Some servers hand on a request without it: the address then holds the name that it was sent to.
    host: request.header('host') ?? new URL(request.url).host,
    origin: request.header('origin'),
    fetchSite: request.header('sec-fetch-site'),
    fetchMode: request.header('sec-fetch-mode'),
  }
}

interface Asked {
  readonly url: string
  header(name: string): string | undefined
}
