import assert from 'node:assert/strict'
import { specificationLimits } from '../../limits.ts'
import type { ExchangeRequest } from '../../transport.ts'
import {
  type CaseContext,
  type ConformanceCase,
  connectWarm,
  expectFailure,
  rejectionOf,
  start,
  textOf,
} from '../case.ts'

export const refusingCases: readonly ConformanceCase[] = [
  {
    title: 'a request over 900K is refused before sending',
    run: (context) => refused(context, { text: 'x'.repeat(specificationLimits.text + 1) }, 'REQUEST_TOO_LARGE'),
  },
  {
    // Chinese takes two to four bytes a character in the character sets in use, so this is over in all of them.
    title: 'the limit counts bytes, not characters',
    run: (context) => {
      const characters = Math.floor(context.transport.limits.text / 2) + 1
      return refused(context, { text: '药'.repeat(characters) }, 'REQUEST_TOO_LARGE')
    },
  },
  {
    title: 'an address over the limit is refused before sending',
    run: (context) => {
      const url = `http://terminal/${'x'.repeat(specificationLimits.url)}`
      return refused(context, { url, text: textOf('far away') }, 'URL_TOO_LONG')
    },
  },
  {
    // Something came, so the terminal may have acted; in which code a medium says it is its own matter.
    title: 'an answer over the limit is not handed on and is unknown',
    async run(context) {
      const connection = await connectWarm(context)
      await context.peer.next({ do: 'reply', text: 'x'.repeat(context.transport.limits.answer + 1) })
      const failure = await rejectionOf(context, 'the exchange', start(connection, textOf('asked')))
      assert.equal(failure.delivery, 'unknown', 'the request had arrived')
    },
  },
  {
    title: 'a request with a NUL character is refused before sending',
    run: (context) => refused(context, { text: `${textOf('cut')}\0${textOf('lost')}` }, 'REQUEST_NOT_TEXT'),
  },
  {
    title: 'a request with half a character is refused before sending',
    run: (context) => refused(context, { text: `${textOf('half')}\ud842` }, 'REQUEST_NOT_TEXT'),
  },
]

async function refused(context: CaseContext, request: ExchangeRequest, code: string): Promise<void> {
  const exchange = context.connect().exchange(request)
  await expectFailure(context, 'the request', exchange, { code, delivery: 'not-sent' })
  await context.quiet()
  assert.deepEqual((await context.texts()).length, 0, 'something was sent')
}
