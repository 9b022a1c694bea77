import type { PaymentPush } from '@nationec/client/notifications'
import { isNationEcError } from '@nationec/errors'
import { type Context, Hono } from 'hono'
import { agentError } from '../errors/agent-error.ts'
import type { Logger } from '../logs/logger.ts'
import type { Metrics } from '../metrics/metrics.ts'
import type { Pages } from '../pages/pages.ts'
import type { PushReceiver } from '../pushes/push-receiver.ts'
import { corsHeaders, preflightHeaders } from '../security/cors.ts'
import { type Caller, type Origins, originHeadersOf } from '../security/origins.ts'
import type { WorkInHand } from '../work/work-in-hand.ts'
import { answer } from './answer.ts'
import type { AnyEndpoint, Reply } from './endpoint.ts'
import { describeError } from './problem.ts'
import { requestIdOf } from './request-id.ts'
import { type Admission, serveEndpoint } from './serve-endpoint.ts'

/** What every request needs, on any path. */
export interface AppContext {
  readonly metrics: Pick<Metrics, 'request'>
  readonly logger: Pick<Logger, 'request' | 'error'>
  readonly work: Pick<WorkInHand, 'track'>
}

/** One part of the agent under an address of its own: a till, or what all tills have together. */
export interface Face {
  /** Where it begins: `''`, or `/tills/T1`. */
  readonly base: string
  readonly origins: Origins
  readonly admission: Admission
  readonly endpoints: readonly AnyEndpoint[]
  readonly pages: Pages
}

/** What is behind the agent's HTTP face. */
export interface AppParts {
  /** The first one is that at the root. */
  readonly faces: readonly [Face, ...Face[]]
  readonly receivePush: PushReceiver | undefined
  /** Takes a push of the payment centre. */
  readonly acceptPush: (push: PaymentPush) => Promise<void>
}

/** Paths that a page of any site may load without saying who it is: whether the agent lives, and the script for old pages. */
const FOR_ANYBODY = /^\/(livez$|sdk\/)/

const PUSH_LIMIT = 256 * 1024

const METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'])

/** What a route does for a caller that has been let in. */
type Work = (caller: Caller, requestId: string) => Promise<Reply | Response> | Reply | Response

/**
 * The agent's HTTP face: who asks is looked at first, then what is asked for.
 *
 * Every request goes the same way, whether or not something is at its path. It is one function and no chain of
 * middleware, because the chain costs more than what it does.
 */
export function createApp(context: AppContext, { faces, receivePush, acceptPush }: AppParts): Hono {
  const app = new Hono()
  const { metrics, logger } = context

  async function pass(c: Context, { base, origins }: Face, route: string, work: Work): Promise<Response> {
    const begun = performance.now()
    // Labels of metrics must be few: an unknown method gets no label of its own.
    const method = METHODS.has(c.req.method) ? c.req.method : 'other'
    const requestId = requestIdOf(c.req.header('x-request-id'))
    let cors: Record<string, string> = {}
    let reply: Reply | Response
    try {
      const headers = originHeadersOf(c.req)
      origins.checkHost(headers.host)
      const caller = origins.callerOf(headers)
      cors = corsHeaders(caller)
      if (caller.kind === 'foreign') refuseForeign(c, base, caller.navigation)
      reply = await work(caller, requestId)
    } catch (error) {
      reply = failure(error, requestId, route)
    }
    const { status, response } = answer(c, reply, requestId, cors)
    const milliseconds = performance.now() - begun
    metrics.request(route, method, status, milliseconds / 1000)
    logger.request({ request: requestId, method, route, status, ms: Math.round(milliseconds * 10) / 10 })
    return response
  }

  function failure(error: unknown, requestId: string, route: string): Reply {
    const { status, body } = describeError(error)
    if (status >= 500 || !isNationEcError(error)) logger.error({ request: requestId, route, error }, 'failed')
    const headers = error instanceof Error && 'headers' in error ? (error.headers as Record<string, string>) : {}
    return { status, body, problem: true, headers }
  }

  for (const face of faces) {
    for (const endpoint of face.endpoints) {
      const path = face.base + endpoint.path.replaceAll(/\{(\w+)\}/g, ':$1')
      app.on(endpoint.method, path, (c) =>
        pass(c, face, endpoint.path, (caller, requestId) =>
          serveEndpoint(face.admission, endpoint, c, { caller, requestId }),
        ),
      )
    }
  }

  app.options('*', (c) =>
    pass(c, faceAt(faces, c.req.path), '(preflight)', (caller) => ({
      status: 204,
      headers: preflightHeaders(caller, (name) => c.req.header(name)),
    })),
  )

  if (receivePush !== undefined) {
    // The receiver verifies the sender by its signature: no token, and nothing that a web page could send.
    app.post('/push', (c) =>
      pass(c, faceAt(faces, '/push'), '/push', (caller) => {
        if (caller.kind !== 'program') throw agentError('CROSS_SITE_REFUSED')
        if (!(Number(c.req.header('content-length')) <= PUSH_LIMIT)) throw agentError('BODY_TOO_LARGE')
        return context.work.track(() => receivePush(c.req.raw, acceptPush))
      }),
    )
  }

  app.notFound((c) => {
    const face = faceAt(faces, c.req.path)
    return pass(c, face, '(page)', () => pageOr404(face, c))
  })
  return app
}

/** The part of the agent that a path leads to. */
function faceAt(faces: readonly [Face, ...Face[]], path: string): Face {
  return faces.find(({ base }) => base !== '' && path.startsWith(`${base}/`)) ?? faces[0]
}

async function pageOr404({ base, pages, endpoints }: Face, c: Context): Promise<Response> {
  const { method } = c.req
  const path = c.req.path.slice(base.length)
  const page =
    method === 'GET' || method === 'HEAD'
      ? await pages(path, c.req.header('accept') ?? '', c.req.header('accept-encoding'))
      : undefined
  if (page !== undefined) return page
  const allowed = methodsAt(endpoints, path)
  if (allowed.length === 0) throw agentError('ROUTE_UNKNOWN')
  throw agentError('METHOD_REFUSED', { headers: { Allow: allowed.join(', ') } })
}

/** A page of another site may send people here by a link, and load what is for anybody; nothing else. */
function refuseForeign(c: Context, base: string, navigation: boolean): void {
  const reading = c.req.method === 'GET' || c.req.method === 'HEAD'
  const path = c.req.path.slice(base.length)
  const page = navigation && !path.startsWith('/v1/')
  if (!reading || !(page || FOR_ANYBODY.test(path))) throw agentError('CROSS_SITE_REFUSED')
}

function methodsAt(endpoints: readonly AnyEndpoint[], path: string): string[] {
  const parts = path.split('/')
  return endpoints
    .filter((endpoint) => {
      const pattern = endpoint.path.split('/')
      return pattern.length === parts.length && pattern.every((part, at) => part.startsWith('{') || part === parts[at])
    })
    .map(({ method }) => method)
}
