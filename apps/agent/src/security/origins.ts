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
  /** Names besides 127.0.0.1, localhost and [::1]. */
  readonly hosts: readonly string[]
  /** Known when the agent listens. */
  readonly port: () => number
}

const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]']

export function createOrigins({ listed, hosts, port }: OriginsOptions): Origins {
  const names = [...LOOPBACK, ...hosts.map((host) => host.toLowerCase())]
  const pages = new Set(listed)
  let known:
    | { readonly port: number; readonly hosts: ReadonlySet<string>; readonly own: ReadonlySet<string> }
    | undefined

  function addresses() {
    const now = port()
    if (known?.port !== now) {
      const hostNames = names.flatMap((name) => (now === 80 ? [name, `${name}:80`] : [`${name}:${now}`]))
      known = { port: now, hosts: new Set(hostNames), own: new Set(hostNames.map((name) => `http://${name}`)) }
    }
    return known
  }

  return {
    // A foreign name that points to this machine comes with that name: DNS rebinding ends here.
    checkHost(host) {
      if (host === undefined || !addresses().hosts.has(host.toLowerCase())) throw agentError('HOST_REFUSED')
    },
    callerOf({ origin, fetchSite, fetchMode }) {
      if (origin !== undefined) {
        if (addresses().own.has(origin)) return { kind: 'own', origin }
        if (pages.has(origin)) return { kind: 'listed', origin }
        throw agentError('ORIGIN_REFUSED')
      }
      if (fetchSite === undefined) return { kind: 'program' }
      if (fetchSite === 'same-origin') return { kind: 'own', origin: undefined }
      return { kind: 'foreign', navigation: fetchMode === 'navigate' }
    },
  }
}

/** The caller of a request, by its headers. */
export function callerOf(origins: Origins, request: { header(name: string): string | undefined }): Caller {
  return origins.callerOf({
    origin: request.header('origin'),
    fetchSite: request.header('sec-fetch-site'),
    fetchMode: request.header('sec-fetch-mode'),
  })
}
