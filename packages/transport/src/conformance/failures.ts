import type { ExchangeOptions, ExchangeRequest } from '../transport.ts'
import { type CaseContext, connectWarm, type Failure, textOf } from './case.ts'

/**
 * Makes a transport fail in every way that needs nothing special, and gives what it threw, by what was done.
 *
 * A way that did not fail is left out: that it must fail is the matter of another case.
 */
export async function failEveryWay(context: CaseContext, text: string): Promise<ReadonlyMap<string, Failure>> {
  const failures = new Map<string, Failure>()
  const connection = await connectWarm(context)
  const fail = async (what: string, request: ExchangeRequest, options?: ExchangeOptions): Promise<void> => {
    const outcome = connection.exchange(request, options).then(
      () => undefined,
      (error: Failure) => error,
    )
    const failure = await context.within(what, outcome)
    if (failure !== undefined) failures.set(what, failure)
  }

  await fail('an aborted exchange', { text }, { signal: AbortSignal.abort() })
  await fail('a request over the limit', { text: text + 'x'.repeat(context.transport.limits.text) })
  await fail('a request with a NUL', { text: `${text}\0` })
  await fail('an address over the limit', { text, url: text + 'x'.repeat(context.transport.limits.url) })
  await context.peer.next({ do: 'fail' })
  await fail('a failing far end', { text })
  await context.peer.next({ do: 'hold', text: textOf('late') })
  await fail('an exchange out of time', { text }, { deadline: context.timing.deadline })
  await context.peer.release()
  await context.close(connection)
  await fail('an exchange after close', { text })
  return failures
}
