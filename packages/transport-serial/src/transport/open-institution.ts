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
import { type RequestId, unreadableNotice } from '../message/message.ts'
import type { MessageCodec } from '../message/message-codec.ts'
import { newRequestId, randomBytes } from '../message/request-id.ts'
import { createGate, type Gate } from '../stack/gate.ts'
import { createPortDriver, type PortDriver } from '../stack/port-driver.ts'
import { createSession, type SessionEvent } from '../stack/session.ts'
import type { ClientAction, ClientCore, RequestOutcome } from './client-core.ts'
import type { NewRequest } from './client-memory.ts'
import type { Desk } from './desk.ts'
import { openFailure } from './open-failure.ts'
import { createPushListener } from './push-listener.ts'
import { createQuestions, type Questions } from './questions.ts'
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
export const OPEN_LIMIT = 15_000
/** After giving up, this long is waited for the terminal's word before the next request may follow. */
export const ABORT_LIMIT = 2_000

/** Opens the port and the secure channel; resolves when both sides have proved themselves. */
export async function openInstitution(parts: InstitutionParts, context: OpenContext): Promise<TransportSession> {
  const institution = new Institution(parts, context.onDisconnect)
  await institution.open(context.signal)
  return institution
}

/** One connection: brings what the core decides to the line, and what comes from the line to the core and the callers. */
class Institution implements TransportSession {
  readonly #core: ClientCore
  readonly #desk: Desk
  readonly #clock: () => number
  readonly #timers: Timers
  readonly #onDisconnect: (cause: unknown) => void
  readonly #openLimit: number
  readonly #driver: PortDriver
  readonly #gate: Gate
  readonly #questions: Questions
  readonly #handOn: (id: RequestId, text: string) => Promise<void>
  /** Settled, and not yet noted as told. */
  readonly #untold = new Set<RequestId>()
  readonly #patience = new Set<unknown>()
  #wasOpen = false
  /** Seconds, as the terminal said when the channel opened. */
  #terminalAhead = 0
  #isGone = false

  constructor(parts: InstitutionParts, onDisconnect: (cause: unknown) => void) {
    const { options, core, desk, clock, timers, link, channel, codec } = parts
    const { openLimit = OPEN_LIMIT, compress = true, brotli = true, bauds, port, onPush } = options
    this.#core = core
    this.#desk = desk
    this.#clock = clock
    this.#timers = timers
    this.#onDisconnect = onDisconnect
    this.#openLimit = openLimit
    const session = createSession({
      link,
      channel,
      codec,
      bootId: randomBytes(8),
      role: 'institution',
      clock,
      settings: { compress, brotli },
    })
    const listener = {
      onEvent: (event: SessionEvent) => this.#onEvent(event),
      onGone: (cause: unknown) => this.#onGone(cause),
    }
    this.#driver = createPortDriver({ port, link, session, timers, bauds, ...listener })
    this.#gate = createGate(timers)
    this.#questions = createQuestions(timers, (id) => {
      this.#perform(core.ask(id))
      return core.isOpen(id)
    })
    const taken = (id: RequestId): void => this.#perform(core.pushTaken(id))
    this.#handOn = createPushListener({ onPush, notify: (notice) => desk.notify(notice), taken })
  }

  /** Rejects, holding nothing, if there is no proved terminal within the limit. */
  async open(signal: AbortSignal): Promise<void> {
    const started = this.#timers.now()
    try {
      await this.#driver.open(signal)
      await this.#gate.within(this.#openLimit, signal)
    } catch (error) {
      this.#isGone = true
      await this.#driver.close()
      throw error
    }
    const milliseconds = this.#timers.now() - started
    this.#desk.notify({ type: 'channel-open', milliseconds, terminalAhead: this.#terminalAhead })
  }

  async send({ url, text }: TransportRequest, { signal }: SendContext): Promise<string> {
    // A session that is being made anew: nothing has left, so waiting costs nothing but time.
    await this.#gate.within(this.#openLimit, signal)
    const id = newRequestId()
    const actions = submitTo(this.#core, { id, madeAt: this.#clock(), url, text })
    const outcome = this.#desk.wait(id)
    const stopListening = onAbort(signal, () => this.#giveUp(id, signal))
    try {
      this.#perform(actions)
      return await outcome
    } finally {
      stopListening()
    }
  }

  async close(): Promise<void> {
    this.#isGone = true
    this.#questions.stop()
    this.#confirmTold()
    for (const timer of this.#patience) this.#timers.clearTimeout(timer)
    for (const id of this.#core.unresolved) {
      this.#desk.leave(id, transportError(TRANSPORT_NAME, 'CLOSED', { delivery: 'unknown' }))
    }
    await this.#driver.close()
  }

  #giveUp(id: RequestId, signal: AbortSignal): void {
    if (this.#isGone) {
      this.#desk.leave(id, signal.reason)
      return
    }
    this.#desk.abandon(id)
    this.#perform(this.#core.abort(id))
    this.#patience.add(this.#timers.setTimeout(() => this.#desk.leave(id, signal.reason), ABORT_LIMIT))
  }

  #onEvent(event: SessionEvent): void {
    const failure = this.#wasOpen ? undefined : openFailure(event)
    if (failure !== undefined) this.#gate.fail(failure)
    switch (event.type) {
      case 'open':
        this.#wasOpen = true
        this.#terminalAhead = event.peerTime - this.#clock()
        this.#gate.open()
        this.#perform(this.#core.ask())
        for (const id of this.#core.unresolved) this.#questions.begin(id)
        return
      case 'lost':
        this.#gate.shut()
        this.#questions.stop()
        this.#desk.notify({ type: 'channel-lost', reason: event.reason })
        return
      case 'silent':
      case 'back':
        this.#desk.notify({ type: `line-${event.type}` })
        return
      case 'message':
        if (event.message.kind === 'poisoned') this.#desk.notify(unreadableNotice(event.message))
        this.#perform(this.#core.received(event.message))
        return
      case 'arrived':
        if (!this.#isGone) this.#questions.begin(event.id)
        return
      default:
    }
  }

  #onGone(cause: unknown): void {
    this.#isGone = true
    this.#questions.stop()
    this.#gate.fail(transportError(TRANSPORT_NAME, 'DISCONNECTED', { delivery: 'not-sent', cause }))
    this.#onDisconnect(cause)
  }

  #perform(actions: readonly ClientAction[]): void {
    for (const action of actions) {
      if (action.type === 'send') this.#driver.send(action.message)
      else if (action.type === 'settle') this.#tell(action)
      else if (action.type === 'push') void this.#handOn(action.id, action.text)
      else this.#desk.notify({ type: 'progress', requestId: action.id, step: action.step })
    }
  }

  /** The caller goes on with the answer before it counts as told, so that a crash in between has it told again. */
  #tell({ id, outcome, request }: Extract<ClientAction, { readonly type: 'settle' }>): void {
    this.#desk.settle(id, this.#withClocks(outcome), request)
    this.#untold.add(id)
    this.#timers.setTimeout(() => this.#confirmTold(), 0)
  }

  /** What is too old is so by a clock: the caller needs to know by how much they differ. */
  #withClocks(outcome: RequestOutcome): RequestOutcome {
    const isTooOld = outcome.type === 'refused' && outcome.why === 'too-old'
    return isTooOld ? { ...outcome, terminalAhead: this.#terminalAhead } : outcome
  }

  #confirmTold(): void {
    const ids = [...this.#untold]
    this.#untold.clear()
    for (const id of ids) this.#perform(this.#core.told(id))
  }
}

/** If the journal throws, nothing has left. */
function submitTo(core: ClientCore, request: NewRequest): ClientAction[] {
  try {
    return core.submit(request)
  } catch (cause) {
    throw isTransportError(cause) ? cause : serialError('JOURNAL_FAILED', { cause })
  }
}

/** Calls back when the signal is aborted, at once if it is already. Gives the way to stop listening. */
function onAbort(signal: AbortSignal, callback: () => void): () => void {
  if (signal.aborted) callback()
  else signal.addEventListener('abort', callback, { once: true })
  return () => signal.removeEventListener('abort', callback)
}
