import {
  isTransportError,
  type OpenContext,
  type SendContext,
  type Timers,
  type TransportRequest,
  type TransportSession,
  transportError,
} from '@nationec/transport'
import { serialError, TRANSPORT_NAME } from '../catalogue/serial-error.ts'
import type { ChannelCodec } from '../channel/channel.ts'
import type { Link } from '../link/link.ts'
import type { RequestId } from '../message/message.ts'
import type { MessageCodec } from '../message/message-codec.ts'
import { newRequestId, randomBytes } from '../message/request-id.ts'
import { createGate } from '../stack/gate.ts'
import { createPortDriver } from '../stack/port-driver.ts'
import { createSession, type SessionEvent } from '../stack/session.ts'
import type { ClientAction, ClientCore } from './client-core.ts'
import type { NewRequest } from './client-memory.ts'
import type { Desk } from './desk.ts'
import { openFailure } from './open-failure.ts'
import { createQuestions } from './questions.ts'
import type { SerialTransportOptions } from './serial-options.ts'

export interface InstitutionParts {
  readonly options: SerialTransportOptions
  readonly core: ClientCore
  readonly desk: Desk
  /** Seconds since 1970. */
  readonly clock: () => number
  readonly timers: Timers
  readonly link: Link
  readonly channel: ChannelCodec
  readonly codec: MessageCodec
}

/** Fifteen seconds: the terminal answers within a quarter of one, a restart of it takes longer. */
const OPEN_LIMIT = 15_000
/** After giving up, this long is waited for the terminal's word before the next request may follow. */
const ABORT_LIMIT = 2_000

/** Opens the port and the secure channel; resolves when both sides have proved themselves. */
export async function openInstitution(parts: InstitutionParts, context: OpenContext): Promise<TransportSession> {
  const { options, core, desk, clock, timers, link, channel, codec } = parts
  const { openLimit = OPEN_LIMIT, compress = true, brotli = true, bauds, port } = options
  const session = createSession({ link, channel, codec, bootId: randomBytes(8), settings: { compress, brotli } })
  const driver = createPortDriver({ port, link, session, timers, bauds, onEvent, onGone })
  const questions = createQuestions(timers, () => {
    perform(core.ask())
    return core.unresolved.length > 0
  })
  const pushesUnderWay = new Set<RequestId>()
  const untold = new Set<RequestId>()
  const patience = new Set<unknown>()
  const gate = createGate(timers)
  const started = timers.now()
  let wasOpen = false
  let isGone = false

  try {
    await driver.open(context.signal)
    await gate.within(openLimit, context.signal)
  } catch (error) {
    isGone = true
    await driver.close()
    throw error
  }
  desk.notify({ type: 'channel-open', milliseconds: timers.now() - started })
  return { send, close }

  async function send({ url, text }: TransportRequest, { signal }: SendContext): Promise<string> {
    // A session that is being made anew: nothing has left, so waiting costs nobody anything but time.
    await gate.within(openLimit, signal)
    const id = newRequestId()
    const actions = submit({ id, madeAt: clock(), url, text })
    const outcome = desk.wait(id)
    const stopListening = onAbort(signal, () => giveUp(id, signal))
    try {
      perform(actions)
      questions.begin()
      return await outcome
    } finally {
      stopListening()
    }
  }

  /** Whatever the journal throws, nothing has left. */
  function submit(request: NewRequest): ClientAction[] {
    try {
      return core.submit(request)
    } catch (cause) {
      throw isTransportError(cause) ? cause : serialError('JOURNAL_FAILED', { cause })
    }
  }

  function giveUp(id: RequestId, signal: AbortSignal): void {
    if (isGone) {
      desk.leave(id, signal.reason)
      return
    }
    desk.abandon(id)
    perform(core.abort(id))
    const timer = timers.setTimeout(() => desk.leave(id, signal.reason), ABORT_LIMIT)
    patience.add(timer)
  }

  async function close(): Promise<void> {
    isGone = true
    questions.end()
    confirmTold()
    for (const timer of patience) timers.clearTimeout(timer)
    for (const id of core.unresolved) desk.leave(id, transportError(TRANSPORT_NAME, 'CLOSED', { delivery: 'unknown' }))
    await driver.close()
  }

  function onEvent(event: SessionEvent): void {
    const failure = wasOpen ? undefined : openFailure(event)
    if (failure !== undefined) gate.fail(failure)
    switch (event.type) {
      case 'open':
        wasOpen = true
        gate.open()
        perform(core.ask())
        if (core.unresolved.length > 0) questions.begin()
        return
      case 'lost':
        gate.shut()
        desk.notify({ type: 'channel-lost', reason: event.reason })
        return
      case 'silent':
      case 'back':
        desk.notify({ type: `line-${event.type}` })
        return
      case 'message':
        perform(core.received(event.message))
        return
      default:
    }
  }

  function onGone(cause: unknown): void {
    isGone = true
    gate.fail(transportError(TRANSPORT_NAME, 'DISCONNECTED', { delivery: 'not-sent', cause }))
    context.onDisconnect(cause)
  }

  function perform(actions: readonly ClientAction[]): void {
    for (const action of actions) {
      if (action.type === 'send') driver.send(action.message)
      else if (action.type === 'settle') tell(action)
      else if (action.type === 'push') void handOn(action.id, action.text)
      else desk.notify({ type: 'progress', requestId: action.id, step: action.step })
    }
  }

  /** The caller goes on with the answer before it counts as told, so that a crash in between has it told again. */
  function tell({ id, outcome, request }: Extract<ClientAction, { readonly type: 'settle' }>): void {
    desk.settle(id, outcome, request)
    untold.add(id)
    timers.setTimeout(confirmTold, 0)
  }

  function confirmTold(): void {
    const ids = [...untold]
    untold.clear()
    for (const id of ids) perform(core.told(id))
  }

  async function handOn(pushId: RequestId, text: string): Promise<void> {
    const { onPush } = options
    if (onPush === undefined || pushesUnderWay.has(pushId)) return
    pushesUnderWay.add(pushId)
    try {
      await onPush({ pushId, text })
      perform(core.pushTaken(pushId))
    } catch (cause) {
      desk.notify({ type: 'listener-failed', listener: 'onPush', cause })
    } finally {
      pushesUnderWay.delete(pushId)
    }
  }
}

/** Calls back when the signal is aborted, at once if it is already. Gives the way to stop listening. */
function onAbort(signal: AbortSignal, callback: () => void): () => void {
  if (signal.aborted) callback()
  else signal.addEventListener('abort', callback, { once: true })
  return () => signal.removeEventListener('abort', callback)
}
