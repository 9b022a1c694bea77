import assert from 'node:assert/strict'
import { isNationEcError } from '@nationec/errors'
import type { ExchangeOptions, ExchangeRequest } from '../../transport.ts'
import { type ConformanceCase, textOf } from '../case.ts'
import { countTimers } from '../count-timers.ts'
import { failEveryWay } from '../failures.ts'
import { watchTimers } from '../watch-timers.ts'

const deliveries: readonly unknown[] = ['not-sent', 'unknown', 'answered']

export const errorCases: readonly ConformanceCase[] = [
  {
    title: 'every failure is a NationEcError with a known code, a delivery and a page of docs',
    async run(context) {
      for (const [what, error] of await failEveryWay(context, textOf('failing'))) {
        assert.ok(isNationEcError(error), `${what}: not an error of nationec`)
        assert.ok(error.code in context.transport.errors, `${what}: the code is not in the catalogue of the transport`)
        assert.ok(deliveries.includes(error.delivery), `${what}: no delivery`)
        assert.ok(error.docsUrl.toLowerCase().endsWith(`#${error.code.toLowerCase()}`), `${what}: no page of docs`)
        assert.ok(error.summary.zh !== '' && error.advice.zh !== '', `${what}: no Chinese text`)
      }
    },
  },
  {
    // `cause` is left out on purpose: it is kept as an object and is not logged unasked.
    title: 'no failure tells the text of the request',
    async run(context) {
      const secret = 'secret-330102199001011234'
      for (const [what, error] of await failEveryWay(context, textOf(secret))) {
        const shown = [error.message, String(error), JSON.stringify(error), (error as Error).stack]
        assert.ok(!shown.join('\n').includes(secret), `${what}: the error holds the text of the request`)
      }
    },
  },
  {
    title: 'never throws: what is wrong with a call is a rejection',
    async run(context) {
      const connection = context.connect()
      const text = textOf('wrong')
      const calls: readonly (readonly [unknown, unknown?])[] = [
        [undefined],
        [{}],
        [{ text: 5 }],
        [{ text, url: 5 }],
        [{ text }, { deadline: Number.NaN }],
        [{ text }, { signal: 'now' }],
      ]
      for (const [request, options] of calls) {
        let exchange: Promise<unknown> | undefined
        try {
          exchange = connection.exchange(request as ExchangeRequest, options as ExchangeOptions)
          exchange.catch(() => {})
        } catch {}
        assert.ok(exchange !== undefined, 'the call threw; it must give a promise that rejects')
        await context.within('a rejection', assert.rejects(exchange, 'a wrong call was answered'))
      }
    },
  },
  {
    title: 'leaves no timer and no handle behind',
    async run(context) {
      const before = activeResources()
      const watched = watchTimers()
      try {
        const { timers, active } = countTimers()
        const connection = context.connect({ timers })
        const { deadline } = context.timing
        await context.within('an answer', connection.exchange({ text: textOf('answered') }))
        await context.peer.next({ do: 'hold' })
        await context.within(
          'a timeout',
          connection.exchange({ text: textOf('slow') }, { deadline }).catch(() => {}),
        )
        await context.peer.release()
        await context.close(connection)
        await context.until('all timers to be cleared', async () => active() === 0 && watched.active() === 0)
        await context.until('all handles to be released', async () => activeResources() <= before)
      } finally {
        watched.stop()
      }
    },
  },
]

/** How many things keep the process alive, where the runtime tells: Node and Deno do, Bun gives an empty list. */
function activeResources(): number {
  const { process } = globalThis as { process?: { getActiveResourcesInfo?: () => readonly string[] } }
  // Immediates and the like come and go with the runtime's own work.
  return (process?.getActiveResourcesInfo?.() ?? []).filter((name) => /^Timeout$|Wrap$/.test(name)).length
}
