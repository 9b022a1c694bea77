import { z } from 'zod'
import { type EventLog, type Topic, topics } from '../events/event-log.ts'
import type { OpenStreams } from '../events/open-streams.ts'
import { type AnyEndpoint, endpoint } from '../http/endpoint.ts'
import { zodInput } from '../http/input.ts'
import { pushesAnswer, traceAnswer } from '../openapi/answers.ts'
import type { TokenStore } from '../pairing/token-store.ts'
import type { PushBook } from '../pushes/push-book.ts'
import type { TraceLog } from '../trace/trace-log.ts'
import { limitSchema } from './call-options.ts'

const list = zodInput(z.object({ limit: limitSchema }))

export interface WatchingContext {
  readonly events: EventLog
  readonly streams: Pick<OpenStreams, 'open'>
  readonly pushes: Pick<PushBook, 'newest'>
  readonly trace: Pick<TraceLog, 'newest'>
  readonly tokens: Pick<TokenStore, 'isGood'>
}

/** What happens, as it happens: events, pushes, the wire. */
export function watchingRoutes({ events, streams, pushes, trace, tokens }: WatchingContext): AnyEndpoint[] {
  return [
    endpoint({
      id: 'followEvents',
      method: 'GET',
      path: '/v1/events',
      tag: 'events',
      summary: { zh: '事件流（SSE）', en: 'Server-sent events; goes on after Last-Event-ID' },
      access: 'paired',
      query: zodInput(z.object({ topics: z.string().max(200).optional(), after: z.string().max(40).optional() })),
      response: { status: 200, type: 'text/event-stream', schema: { type: 'string' } },
      handle({ query, principal, header }) {
        const wanted = query.topics?.split(',') ?? topics
        const chosen = topics.filter((topic) => wanted.includes(topic) && mayHear(topic, principal?.role))
        const after = header('last-event-id') ?? query.after
        const stillPaired = (): boolean => principal !== undefined && tokens.isGood(principal.id)
        const { body } = streams.open({ log: events, topics: new Set(chosen), after, stillPaired })
        return new Response(body, {
          headers: { 'Content-Type': 'text/event-stream; charset=utf-8', 'X-Accel-Buffering': 'no' },
        })
      },
    }),
    endpoint({
      id: 'listPushes',
      method: 'GET',
      path: '/v1/pushes',
      tag: 'events',
      summary: { zh: '收到的支付结果推送', en: 'The pushes that came last' },
      access: 'paired',
      query: list,
      response: { status: 200, schema: pushesAnswer },
      handle: ({ query }) => ({ body: { pushes: pushes.newest(query.limit) } }),
    }),
    endpoint({
      id: 'listTrace',
      method: 'GET',
      path: '/v1/trace',
      tag: 'events',
      summary: { zh: '报文跟踪（已脱敏）', en: 'What went over the wire last, masked' },
      access: 'paired',
      query: list,
      response: { status: 200, schema: traceAnswer },
      handle: ({ query }) => ({ body: { entries: trace.newest(query.limit) } }),
    }),
  ]
}

/** Pairing codes are for the person at the agent, and sales for the cashier. */
function mayHear(topic: Topic, role: string | undefined): boolean {
  return (topic !== 'pairing' && topic !== 'sale') || role !== 'page'
}
