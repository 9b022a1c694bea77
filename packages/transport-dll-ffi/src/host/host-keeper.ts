import { isTransportError, transportError } from '@nationec/transport'
import type { DllNotice, OnNotice } from '../options/notice.ts'
import type { Recycling } from '../options/read-options.ts'
import { type LibraryResult, resultFlag } from '../result/library-result.ts'
import type { EncodedCall } from './call-frame.ts'
import type { Host } from './host.ts'

export interface KeeperSettings {
  /** Starts a host, or throws `not-sent` and leaves nothing. */
  readonly start: (signal: AbortSignal) => Promise<Host>
  readonly recycle: Recycling
  /** Whether a replacement is started at once, and not only by the next call. */
  readonly warm: boolean
  readonly notify: OnNotice
}

/** Keeps one host at hand: a new one after each that has ended. */
export interface HostKeeper {
  /** Starts the first host. Throws `not-sent`. */
  open(signal: AbortSignal): Promise<void>
  /** Makes one call, on a new host if need be. After the signal the host is killed and this ends. */
  call(call: EncodedCall, signal: AbortSignal): Promise<LibraryResult>
  /** Ends the host that runs. */
  close(): Promise<void>
}

type Reason = Extract<DllNotice, { type: 'host-ended' }>['because']

/** How long a host may take to end at the end of its input, before it is killed. */
const END_GRACE = 1_000

export function createHostKeeper({ start, recycle, warm, notify }: KeeperSettings): HostKeeper {
  const closing = new AbortController()
  let current: { host: Host; since: number } | undefined
  let starting: Promise<Host> | undefined
  /** The end of the last host: the next one may need what it holds, a serial port for example. */
  let ending: Promise<void> = Promise.resolve()
  const reasons = new WeakMap<Host, Reason>()

  return { open, call, close }

  async function open(signal: AbortSignal): Promise<void> {
    const onAbort = (): void => closing.abort()
    signal.addEventListener('abort', onAbort, { once: true })
    try {
      if (signal.aborted) onAbort()
      await ready()
    } finally {
      signal.removeEventListener('abort', onAbort)
    }
  }

  async function call(encoded: EncodedCall, signal: AbortSignal): Promise<LibraryResult> {
    if (current !== undefined && isDue(current)) retire(current.host, 'recycled')
    const host = await unlessAborted(ready(), signal)
    const onAbort = (): void => retire(host, 'killed')
    signal.addEventListener('abort', onAbort, { once: true })
    try {
      const result = await host.call(encoded)
      afterCall(host, result)
      return result
    } catch (error) {
      if (host.over) await host.process.ended
      throw error
    } finally {
      signal.removeEventListener('abort', onAbort)
    }
  }

  function afterCall(host: Host, { flags }: LibraryResult): void {
    // What was overwritten may be anything, so that process is not trusted with another payment.
    if ((flags & resultFlag.beforeOutChanged) !== 0) retire(host, 'killed')
    else if (current?.host === host && isDue(current)) retire(host, 'recycled')
  }

  function isDue({ host, since }: NonNullable<typeof current>): boolean {
    return host.calls >= recycle.calls || performance.now() - since >= recycle.minutes * 60_000
  }

  function ready(): Promise<Host> {
    if (current !== undefined && !current.host.over) return Promise.resolve(current.host)
    starting ??= startNext().finally(() => {
      starting = undefined
    })
    return starting
  }

  async function startNext(): Promise<Host> {
    if (current !== undefined) await current.host.process.ended
    await ending
    closing.signal.throwIfAborted()
    try {
      const host = await start(closing.signal)
      current = { host, since: performance.now() }
      void host.process.ended.then(() => forget(host))
      return host
    } catch (error) {
      notify({ type: 'host-start-failed', code: isTransportError(error) ? error.code : 'HOST_START_FAILED' })
      throw error
    }
  }

  function forget(host: Host): void {
    const because = reasons.get(host) ?? (host.crashed ? 'crashed' : 'died')
    notify({ type: 'host-ended', pid: host.hello.pid, because, calls: host.calls })
    if (current?.host === host) current = undefined
    // Ignore a failed warm start; the next call retries and reports it.
    if (warm && current === undefined && !closing.signal.aborted) ready().catch(() => {})
  }

  function retire(host: Host, because: Reason): void {
    if (reasons.has(host)) return
    reasons.set(host, because)
    if (current?.host === host) current = undefined
    ending = Promise.all([ending, endHost(host, because === 'killed')]).then(() => {})
  }

  async function close(): Promise<void> {
    closing.abort()
    await starting?.catch(() => {})
    if (current !== undefined) retire(current.host, current.host.busy ? 'killed' : 'closed')
    await ending
  }
}

async function endHost({ process }: Host, atOnce: boolean): Promise<void> {
  if (atOnce) process.kill()
  else process.closeInput()
  const timer = setTimeout(() => process.kill(), END_GRACE)
  await process.ended
  clearTimeout(timer)
}

async function unlessAborted<Value>(work: Promise<Value>, signal: AbortSignal): Promise<Value> {
  let onAbort = (): void => {}
  const aborted = new Promise<never>((_, reject) => {
    onAbort = () => reject(transportError('dll', 'ABORTED', { delivery: 'not-sent' }))
    if (signal.aborted) onAbort()
    signal.addEventListener('abort', onAbort, { once: true })
  })
  try {
    return await Promise.race([work, aborted])
  } finally {
    signal.removeEventListener('abort', onAbort)
  }
}
