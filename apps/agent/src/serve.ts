import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { limitConnections } from './connections/connection-limit.ts'
import { agentError } from './errors/agent-error.ts'
import { isLetIn } from './http/let-in.ts'

/** A listening socket. */
export interface Listening {
  readonly port: number
  /** Takes no new connection and ends those that are idle; the others after so many milliseconds. */
  close(within: number): Promise<void>
}

export interface ServeOptions {
  readonly fetch: (request: Request) => Response | Promise<Response>
  readonly host: string
  /** Tried in turn; 0 lets the system choose. */
  readonly ports: readonly number[]
}

/** More connections than a machine with a till has use for. */
const MOST_CONNECTIONS = 512

/** Milliseconds until a request must have arrived, head and whole: everything comes over loopback. */
const HEADERS_WITHIN = 10_000
const REQUEST_WITHIN = 30_000

/**
 * Listens on the first free port.
 *
 * @throws `AGENT_PORT_BUSY`, `AGENT_PORT_REFUSED`
 */
export async function serve({ fetch, host, ports }: ServeOptions): Promise<Listening> {
  let last: unknown
  for (const port of ports) {
    const server = createAdaptorServer({ fetch, hostname: host, overrideGlobalObjects: false }) as Server
    limitConnections(server, { most: MOST_CONNECTIONS, isLetIn })
    server.headersTimeout = HEADERS_WITHIN
    server.requestTimeout = REQUEST_WITHIN
    try {
      await listen(server, port, host)
      return { port: (server.address() as AddressInfo).port, close: (within) => close(server, within) }
    } catch (error) {
      last = error
      if (codeOf(error) !== 'EADDRINUSE') break
    }
  }
  if (codeOf(last) === 'EADDRINUSE') throw agentError('AGENT_PORT_BUSY', { cause: last })
  throw agentError('AGENT_PORT_REFUSED', { cause: last })
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.removeListener('error', reject)
      resolve()
    })
  })
}

async function close(server: Server, within: number): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  server.closeIdleConnections()
  const timer = setTimeout(() => server.closeAllConnections(), within)
  await closed
  clearTimeout(timer)
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined
}
