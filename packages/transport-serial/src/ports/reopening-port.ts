import { aFunction, type OptionNames, requireKnownOptions, requireOption } from '@nationec/errors'
import { aWait, isWait, optionErrorOf, systemTimers, type Timers } from '@nationec/transport'
import { TRANSPORT_NAME } from '../catalogue/serial-error.ts'
import type { OpenPort, PortLike, PortListener } from './device/port.ts'

/** What {@link reopeningPort} tells. */
export type PortNotice =
  | { readonly type: 'port-lost'; readonly cause: unknown }
  | { readonly type: 'port-back'; readonly milliseconds: number }

/** Settings of {@link reopeningPort}. */
export interface ReopeningOptions {
  /** Milliseconds from the loss until the port counts as gone for good. Default 30,000: time to plug it in again. */
  readonly within?: number | undefined
  readonly onNotice?: ((notice: PortNotice) => void) | undefined
  /** The clock and timers. Default: those of the runtime. */
  readonly timers?: Timers | undefined
}

const OPTIONS: OptionNames<ReopeningOptions> = { within: true, onNotice: true, timers: true }
const invalid = optionErrorOf(TRANSPORT_NAME)

const FIRST_PAUSE = 50
const LONGEST_PAUSE = 1_000

/**
 * Makes a port that comes back by itself when it was unplugged and plugged in again.
 *
 * It repeats nothing. Bytes that are written meanwhile are lost, as on a cable that is out; the link above goes on where it
 * was, in the same secure session, if the other side did not restart. When the time is over the port is gone, with the cause
 * of the first loss. A port that cannot be opened the first time is not waited for.
 *
 * @throws `OPTION_INVALID` for an option that is wrong
 * @example
 * ```ts
 * import { memoryPorts, reopeningPort } from '@nationec/transport-serial'
 *
 * const ports = memoryPorts()
 * const port = reopeningPort(ports.institution, { onNotice: ({ type }) => console.log(type) })
 * const open = await port.open({ onData: () => {}, onClose: () => {} })
 * ports.unplug() // port-lost
 * await new Promise((resolve) => setTimeout(resolve, 200)) // port-back
 * await open.close()
 * ```
 */
export function reopeningPort(port: PortLike, options: ReopeningOptions = {}): PortLike {
  requireKnownOptions(options, OPTIONS, invalid)
  const { within = 30_000, onNotice, timers = systemTimers } = options
  requireOption(isWait(within), 'within', aWait, invalid)
  requireOption(onNotice === undefined || typeof onNotice === 'function', 'onNotice', aFunction, invalid)
  return { name: port.name, open }

  async function open(listener: PortListener, signal?: AbortSignal): Promise<OpenPort> {
    const ending = new AbortController()
    let device: OpenPort | undefined
    let rate: number | undefined
    let timer: unknown
    let reopening: Promise<void> = Promise.resolve()
    let loss: { readonly at: number; readonly cause: unknown } | undefined
    let isLostWhileOpening = false

    const inner: PortListener = {
      onData: (bytes) => listener.onData(bytes),
      onClose(cause) {
        isLostWhileOpening = device === undefined
        device = undefined
        if (ending.signal.aborted || loss !== undefined) return
        loss = { at: timers.now(), cause }
        tell({ type: 'port-lost', cause })
        if (!isLostWhileOpening) again(FIRST_PAUSE)
      },
    }
    device = await port.open(inner, signal)
    const { baud, setBaud } = device
    if (isLostWhileOpening) {
      device = undefined
      again(FIRST_PAUSE)
    }
    const opened: OpenPort = {
      baud,
      write: (bytes) => device?.write(bytes),
      async close() {
        ending.abort()
        timers.clearTimeout(timer)
        await reopening
        const leaving = device
        device = undefined
        await leaving?.close()
      },
    }
    return setBaud === undefined ? opened : { ...opened, setBaud: change }

    async function change(wanted: number): Promise<void> {
      await device?.setBaud?.(wanted)
      rate = wanted
    }

    function again(pause: number): void {
      timer = timers.setTimeout(() => {
        reopening = reopen(pause)
      }, pause)
    }

    async function reopen(pause: number): Promise<void> {
      isLostWhileOpening = false
      try {
        const found = await openAtRate()
        if (ending.signal.aborted) return await found.close()
        if (isLostWhileOpening) return giveUpOrGoOn(pause)
        device = found
        const { at } = loss ?? { at: timers.now() }
        loss = undefined
        tell({ type: 'port-back', milliseconds: timers.now() - at })
      } catch {
        giveUpOrGoOn(pause)
      }
    }

    async function openAtRate(): Promise<OpenPort> {
      const found = await port.open(inner, ending.signal)
      try {
        if (rate !== undefined) await found.setBaud?.(rate)
        return found
      } catch (failure) {
        await found.close()
        throw failure
      }
    }

    function giveUpOrGoOn(pause: number): void {
      if (ending.signal.aborted || loss === undefined) return
      if (timers.now() - loss.at >= within) listener.onClose(loss.cause)
      else again(Math.min(pause * 2, LONGEST_PAUSE))
    }
  }

  function tell(notice: PortNotice): void {
    try {
      onNotice?.(notice)
    } catch {
      // A listener's mistake is no reason to lose a port.
    }
  }
}
