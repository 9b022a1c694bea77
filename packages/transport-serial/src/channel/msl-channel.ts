import { equalBytes } from '@nationec/crypto'
import { type OptionNames, requireKnownOptions } from '@nationec/errors'
import { optionErrorOf } from '@nationec/transport'
import { TRANSPORT_NAME } from '../catalogue/serial-error.ts'
import type { StreamName } from '../message/message.ts'
import { randomBytes } from '../message/request-id.ts'
import type {
  ChannelCodec,
  ChannelContext,
  ChannelEvent,
  ChannelPacket,
  ChannelStep,
  SecureChannel,
} from './channel.ts'
import { type ChannelEnd, ChannelFault } from './channel-fault.ts'
import type { ChannelKeys } from './channel-keys.ts'
import type { Handshake, HandshakeResult, Random } from './handshake.ts'
import { createInstitutionHandshake } from './institution-handshake.ts'
import { type KeyLife, RECORD_CLOSE, RECORD_DATA, usualKeyLife } from './records.ts'
import { createStreamRecords, type StreamRecords } from './stream-records.ts'
import { createTerminalHandshake } from './terminal-handshake.ts'
import { TYPE_READY, TYPE_REFUSAL } from './wire.ts'

/** What may be injected, for tests and vectors. */
export interface MslChannelOptions {
  readonly random?: Random | undefined
  readonly keyLife?: Partial<KeyLife> | undefined
}

const OPTIONS: OptionNames<MslChannelOptions> = { random: true, keyLife: true }
const NOTHING = new Uint8Array(0)
const REFUSAL: ChannelPacket = { stream: 'control', bytes: Uint8Array.of(TYPE_REFUSAL) }

/**
 * The secure channel of MSL/1: ephemeral SM2 key agreement, SM2 signatures under pinned keys, HKDF-SM3 and SM4-GCM records.
 *
 * Every time the link comes up anew there is a whole handshake of 397 bytes; nothing is resumed and nothing is sent before
 * both sides have proved themselves.
 *
 * @example
 * ```ts
 * import { generateSm2KeyPair } from '@nationec/crypto/sm2'
 * import { mslChannel } from '@nationec/transport-serial'
 *
 * const [till, terminal] = [generateSm2KeyPair(), generateSm2KeyPair()]
 * const codec = mslChannel({ role: 'institution', own: till.privateKey, terminal: terminal.publicKey })
 * const context = { options: new Uint8Array(8), bootId: new Uint8Array(8), linkVersions: { own: [1, 1], peer: [1, 1] } } as const
 * const channel = codec.create(context)
 * console.log(channel.start(0).packets[0]?.bytes.length) // 69
 * ```
 */
export function mslChannel(keys: ChannelKeys, options: MslChannelOptions = {}): ChannelCodec {
  requireKnownOptions(options, OPTIONS, optionErrorOf(TRANSPORT_NAME))
  const { random = randomBytes, keyLife } = options
  const life: KeyLife = { ...usualKeyLife, ...keyLife }
  return { name: 'msl', create: (context) => createChannel(keys, context, random, life) }
}

/**
 * - `shaking`: the handshake is under way
 * - `proved`: the institution has proved itself and waits to hear that the terminal agrees
 * - `open`, `ended`
 */
type Phase = 'shaking' | 'proved' | 'open' | 'ended'

function createChannel(keys: ChannelKeys, context: ChannelContext, random: Random, life: KeyLife): SecureChannel {
  let phase: Phase = 'shaking'
  let handshake: Handshake | undefined
  let result: HandshakeResult | undefined
  let records: StreamRecords | undefined
  let awaitsReady = keys.role === 'institution'

  return {
    start: () =>
      guarded(() => {
        handshake =
          keys.role === 'institution'
            ? createInstitutionHandshake(keys, context, random)
            : createTerminalHandshake(keys, context, random)
        const first = handshake.start()
        return first === undefined ? {} : { packets: [onControl(first)] }
      }),
    receive: (now, packet) => guarded(() => take(now, packet)),
    send: (now, stream, bytes) => (phase === 'open' ? sealed(now, stream, RECORD_DATA, bytes) : []),
    close(now) {
      const packets = phase === 'open' ? sealed(now, 'control', RECORD_CLOSE, NOTHING) : []
      end()
      return packets
    },
    refuse() {
      if (phase === 'ended') return []
      end()
      return [REFUSAL]
    },
  }

  function take(now: number, { stream, bytes }: ChannelPacket): Partial<ChannelStep> {
    if (bytes[0] === TYPE_REFUSAL) throw new ChannelFault('REFUSED_BY_PEER')
    if (phase === 'shaking') return shake(now, stream, bytes)
    if (bytes[0] === TYPE_READY) return agree(stream, bytes)
    const opened = openRecord(records, stream, bytes)
    // A record proves as much as the word that the terminal agrees, and may overtake it on the other stream.
    const before = phase === 'proved' ? announce() : []
    if (opened.type === RECORD_DATA) return { events: [...before, { type: 'data', stream, bytes: opened.content }] }
    end()
    return { events: [...before, { type: 'closed', reason: 'CLOSED_BY_PEER' }] }
  }

  function shake(now: number, stream: StreamName, bytes: Uint8Array): Partial<ChannelStep> {
    if (stream !== 'control' || handshake === undefined) throw new ChannelFault('HANDSHAKE_UNEXPECTED')
    const { reply, result: done } = handshake.receive(bytes)
    const packets = reply === undefined ? [] : [onControl(reply)]
    if (done === undefined) return { packets }
    handshake = undefined
    result = done
    records = createStreamRecords(done.secrets, keys.role, life, now)
    phase = 'proved'
    return { packets, events: keys.role === 'terminal' ? announce() : [] }
  }

  /** The terminal's word comes once; before it, or instead of it, a record may have said the same. */
  function agree(stream: StreamName, bytes: Uint8Array): Partial<ChannelStep> {
    if (stream !== 'control' || !awaitsReady || result === undefined) throw new ChannelFault('HANDSHAKE_UNEXPECTED')
    awaitsReady = false
    if (!equalBytes(bytes.subarray(1), result.secrets.ready)) throw new ChannelFault('HANDSHAKE_FINISHED_WRONG')
    return { events: phase === 'proved' ? announce() : [] }
  }

  function announce(): ChannelEvent[] {
    phase = 'open'
    if (result === undefined) return []
    const { peer, peerOptions, bootId } = result
    return [{ type: 'open', peer, peerOptions, bootId }]
  }

  function sealed(now: number, stream: StreamName, type: typeof RECORD_DATA | typeof RECORD_CLOSE, bytes: Uint8Array) {
    const made = records?.outgoing[stream].seal(now, type, bytes) ?? []
    return made.map((record): ChannelPacket => ({ stream, bytes: record }))
  }

  /** The one place where a failure ends the channel: nothing is released, the keys go, the other side is told no details. */
  function guarded(work: () => Partial<ChannelStep>): ChannelStep {
    if (phase === 'ended') return { packets: [], events: [] }
    try {
      const { packets = [], events = [] } = work()
      return { packets, events }
    } catch (error) {
      const reason: ChannelEnd = error instanceof ChannelFault ? error.reason : 'HANDSHAKE_MALFORMED'
      end()
      const packets = reason === 'REFUSED_BY_PEER' ? [] : [REFUSAL]
      return { packets, events: [{ type: 'closed', reason }] }
    }
  }

  function end(): void {
    phase = 'ended'
    records?.destroy()
    records = undefined
    handshake = undefined
    result?.secrets.ready.fill(0)
  }
}

/** The goodbye has its place: the end of the control stream, with nothing in it. */
function openRecord(records: StreamRecords | undefined, stream: StreamName, bytes: Uint8Array) {
  const opened = records?.incoming[stream].open(bytes)
  const isMisplaced = opened?.type === RECORD_CLOSE && (stream !== 'control' || opened.content.length > 0)
  if (opened === undefined || isMisplaced) throw new ChannelFault('RECORD_MALFORMED')
  return opened
}

function onControl(bytes: Uint8Array): ChannelPacket {
  return { stream: 'control', bytes }
}
