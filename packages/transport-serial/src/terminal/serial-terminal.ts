import { bytesToHex } from '@nationec/crypto'
import type { Sm2PublicKey } from '@nationec/crypto/sm2'
import { systemTimers } from '@nationec/transport'
import { peerIdOf } from '../channel/credential.ts'
import { mslChannel } from '../channel/msl-channel.ts'
import { closingAtTerminal, forgetOld } from '../journal/retention.ts'
import { createLink } from '../link/create-link.ts'
import { type RequestId, unreadableNotice } from '../message/message.ts'
import { mslCodec } from '../message/msl-codec.ts'
import { newRequestId, randomBytes } from '../message/request-id.ts'
import { checkKeys, checkParts, checkText, requirePinned } from '../options/check-options.ts'
import { createPortDriver } from '../stack/port-driver.ts'
import { createSession, type SessionEvent } from '../stack/session.ts'
import { createPortKeeper } from './port-keeper.ts'
import { createTerminalCore, type TerminalAction } from './terminal-core.ts'
import { type SerialTerminalOptions, serialTerminalOptions } from './terminal-options.ts'
import { createWorkshop } from './workshop.ts'

/** A terminal at work. */
export interface SerialTerminal {
  /**
   * Tells an institution something (clause 4.3). It is in the journal when this returns, and is repeated to that institution until
   * it is acknowledged.
   *
   * @returns its id
   * @param text at most 900K in UTF-8; a longer one could never be delivered
   * @param to the pinned link key of the institution. Default: the one that was heard last, at first the first that is pinned
   * @throws `TransportError` `JOURNAL_FAILED`, `REQUEST_TOO_LARGE`, `REQUEST_NOT_TEXT`, or `OPTION_INVALID` for a key that is not pinned
   */
  push(text: string, to?: Sm2PublicKey): RequestId
  /** Stops listening and lets the port go. What is being carried out goes on; its result stays in the journal. */
  close(): Promise<void>
}

/**
 * Plays the terminal's side of a serial link: proves itself, writes every request down before it is carried out, and never
 * carries one out twice, in spite of the line, the institution or a power cut.
 *
 * It opens the port at once, and again a second after it was lost. The journal belongs to it alone.
 *
 * MSL/1 IS THIS PROJECT'S OWN FORMAT, not that of any vendor's terminal.
 *
 * @throws `TransportError` `OPTION_INVALID` if an option is wrong, `JOURNAL_DAMAGED` or `JOURNAL_FAILED`
 * @example
 * ```ts
 * import { generateSm2KeyPair } from '@nationec/crypto/sm2'
 * import { memoryJournal, memoryPorts, serialTerminal } from '@nationec/transport-serial'
 *
 * const own = { link: generateSm2KeyPair().privateKey, signing: generateSm2KeyPair().privateKey }
 * const till = { link: generateSm2KeyPair().publicKey, signing: generateSm2KeyPair().publicKey }
 * const terminal = serialTerminal({
 *   port: memoryPorts().terminal,
 *   keys: { ...own, institutions: [till] },
 *   journal: memoryJournal(),
 *   handle: (text) => `{"code":0,"message":"${text.length}"}`,
 *   recover: () => ({ type: 'unknown' }),
 * })
 * await terminal.close()
 * ```
 */
export function serialTerminal(options: SerialTerminalOptions): SerialTerminal {
  checkParts(options, serialTerminalOptions, ['port', 'keys', 'journal', 'handle'])
  checkKeys(options.keys, options.keys.institutions ?? [])
  const { keys, journal, timers = systemTimers, port } = options
  const clock = (): number => Math.floor(Date.now() / 1_000)
  const institutions = new Map(keys.institutions.map(({ link, signing }) => [peerIdOf(link), signing.prepare()]))
  // A channel of one's own that proves none of these keys speaks for the first.
  let [heard = ''] = institutions.keys()
  forgetOld(journal, clock(), closingAtTerminal)
  const core = createTerminalCore({
    journal,
    clock,
    own: peerIdOf(keys.link.publicKey),
    sign: (bytes) => keys.signing.sign(bytes),
    verify: (bytes, signature, peer) => institutions.get(peer)?.verify(bytes, signature) === true,
  })
  const bootId = randomBytes(8)
  const link = options.link?.() ?? createLink({ bootId })
  const channel =
    options.channel ??
    mslChannel({ role: 'terminal', own: keys.link, institutions: keys.institutions.map((pinned) => pinned.link) })
  const { compress = true, brotli = true, codec = mslCodec } = options
  const session = createSession({
    link,
    channel,
    codec,
    bootId,
    role: 'terminal',
    clock,
    settings: { compress, brotli },
  })
  const driver = createPortDriver({ port, link, session, timers, onEvent, onGone: (cause) => keeper.lost(cause) })
  const keeper = createPortKeeper(driver, timers, options.onNotice)
  const workshop = createWorkshop(options, {
    finished: (id, outcome) => perform(core.finished(id, outcome)),
    progress: (id) => perform(core.progress(id)),
  })

  perform(core.start())
  keeper.open()

  return {
    push(text, to) {
      checkText(text)
      const peer = to === undefined ? heard : peerIdOf(to)
      requirePinned(institutions.has(peer))
      const id = newRequestId()
      perform(core.push(id, text, peer))
      return id
    },
    close: () => keeper.close(),
  }

  function onEvent(event: SessionEvent): void {
    switch (event.type) {
      case 'open':
        if (institutions.has(bytesToHex(event.peer))) heard = bytesToHex(event.peer)
        keeper.notify({ type: 'channel-open' })
        perform(core.opened(heard, event.peerTime))
        return
      case 'lost':
        core.lost()
        keeper.notify({ type: 'channel-lost', reason: event.reason })
        return
      case 'message':
        if (event.message.kind === 'poisoned') keeper.notify(unreadableNotice(event.message))
        perform(core.received(event.message))
        return
      case 'arrived':
        perform(core.arrived(event.id))
        return
      default:
    }
  }

  function perform(actions: readonly TerminalAction[]): void {
    for (const action of actions) {
      if (action.type === 'send') driver.send(action.message)
      else if (action.type === 'run') workshop.run(action.work)
      else if (action.type === 'recover') workshop.recover(action.work)
      else workshop.stop(action.id)
    }
  }
}
