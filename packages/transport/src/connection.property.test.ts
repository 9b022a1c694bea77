import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { outcomeOf, scriptAuthor } from './fixtures/scripted-author.ts'
import { createVirtualTimers, settle } from './fixtures/virtual-timers.ts'

/** What a caller, the author's medium or time may do next. */
type Step =
  | { readonly do: 'exchange'; readonly deadline: number }
  | { readonly do: 'abort'; readonly which: number }
  | { readonly do: 'answer' | 'fail send' | 'open' | 'fail open' | 'disconnect' | 'close' }
  | { readonly do: 'wait'; readonly milliseconds: number }

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ do: fc.constant('exchange' as const), deadline: fc.integer({ min: 0, max: 60 }) }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('abort' as const), which: fc.nat(8) }) },
  { weight: 8, arbitrary: fc.record({ do: fc.constantFrom('answer' as const, 'open' as const) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('fail send' as const, 'fail open' as const) }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('wait' as const), milliseconds: fc.integer({ min: 1, max: 40 }) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('disconnect' as const, 'close' as const) }) },
)

describe('a connection, whatever happens in whatever order', () => {
  it('keeps the contract', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
        const run = createRun()
        for (const next of steps) {
          await run.take(next)
          run.checkOneAtATime()
        }
        await run.finish()
        run.checkOutcomes()
      }),
      { numRuns: 400, seed: 20_260 },
    )
  })
})

function createRun() {
  const { transport, opens, sends, closes } = scriptAuthor({ opensAtOnce: false })
  const timers = createVirtualTimers()
  const connection = transport.connect({ timers })
  const exchanges: { text: string; controller: AbortController; outcome: Promise<string> }[] = []
  let [opensEnded, opensFailed, sendsEnded] = [0, 0, 0]

  async function take(next: Step): Promise<void> {
    switch (next.do) {
      case 'exchange': {
        const text = `request ${exchanges.length}`
        const controller = new AbortController()
        const { signal } = controller
        const outcome = outcomeOf(connection.exchange({ text }, { signal, deadline: next.deadline }))
        exchanges.push({ text, controller, outcome })
        break
      }
      case 'abort':
        exchanges[next.which]?.controller.abort()
        break
      case 'answer':
        endSend((call) => call.open(`${call.text}, answered`))
        break
      case 'fail send':
        endSend((call) => call.fail(new Error('send')))
        break
      case 'open':
        endOpen((opening) => opening.open())
        break
      case 'fail open':
        endOpen((opening) => {
          opensFailed += 1
          opening.fail(new Error('open'))
        })
        break
      case 'disconnect':
        opens.at(-1)?.context.onDisconnect()
        break
      case 'close':
        void connection.close()
        break
      case 'wait':
        await timers.advance(next.milliseconds)
    }
    await settle()
  }

  function endSend(end: (call: (typeof sends)[number]) => void): void {
    const call = sends[sendsEnded]
    if (call === undefined) return
    sendsEnded += 1
    end(call)
  }

  function endOpen(end: (opening: (typeof opens)[number]) => void): void {
    const opening = opens[opensEnded]
    if (opening === undefined) return
    opensEnded += 1
    end(opening)
  }

  function checkOneAtATime(): void {
    assert.ok(sends.length - sendsEnded <= 1, 'two sends at a time')
    assert.ok(opens.length - opensEnded <= 1, 'two openings at a time')
  }

  async function finish(): Promise<void> {
    await take({ do: 'close' })
    await take({ do: 'open' })
    await take({ do: 'answer' })
    await connection.closed
  }

  function checkOutcomes(): void {
    assert.equal(timers.live, 0, 'a timer is left')
    assert.equal(closes.length, opens.length - opensFailed, 'what was opened must be closed, once')
    const order = sends.map(({ text }) => exchanges.findIndex((exchange) => exchange.text === text))
    assert.deepEqual(
      order,
      [...new Set(order)].sort((a, b) => a - b),
      'sent twice or out of order',
    )
  }

  return {
    take,
    checkOneAtATime,
    checkOutcomes,
    async finish() {
      await finish()
      for (const { text, outcome } of exchanges) {
        const sent = sends.some((call) => call.text === text)
        const told = await outcome
        assert.match(told, sent ? / unknown$|, answered$/ : / not-sent$/, `${text}: ${told}, sent: ${sent}`)
        if (told.startsWith('answer ')) assert.equal(told, `answer ${text}, answered`)
      }
    },
  }
}
