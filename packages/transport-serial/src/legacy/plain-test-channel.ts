import process from 'node:process'
import { serialError } from '../catalogue/serial-error.ts'
import type { ChannelCodec, ChannelContext, ChannelEvent, ChannelStep, SecureChannel } from '../channel/channel.ts'

/** Settings of {@link plainTestChannel}. */
export interface PlainTestOptions {
  /** Must be there, and true: a reader of the program sees what it is. */
  readonly test: true
}

const HELLO = 1
const DATA = 2
const HELLO_BYTES = 17
/** No key was proved. */
const NO_KEY = new Uint8Array(8)
const NONE: ChannelStep = { packets: [], events: [] }

/**
 * AN EXAMPLE OF THE SECOND SEAM, FOR TESTS ONLY: a channel that protects nothing and proves nothing. Everybody on the cable
 * reads and changes what passes.
 *
 * @throws `TransportError` `PLAIN_CHANNEL_REFUSED` without `test: true`, and whenever NODE_ENV is `production`, also when it
 *   is set after the channel was made
 * @example
 * ```ts
 * import { plainTestChannel } from '@nationec/transport-serial'
 *
 * const channel = plainTestChannel({ test: true }) // on both sides, in the option `channel`
 * console.log(channel.name) // plain-test
 * ```
 */
export function plainTestChannel(options: PlainTestOptions): ChannelCodec {
  refuseOutsideTests(options)
  return {
    name: 'plain-test',
    create(context) {
      refuseOutsideTests(options)
      return createPlain(context)
    },
  }
}

function refuseOutsideTests(options: { readonly test?: unknown } | undefined): void {
  const isProduction = process.env['NODE_ENV'] === 'production'
  if (options?.test !== true || isProduction) throw serialError('PLAIN_CHANNEL_REFUSED')
}

/** HELLO options[8] bootId[8], once; then DATA and the bytes as they are. */
function createPlain({ options, bootId }: ChannelContext): SecureChannel {
  let phase: 'waiting' | 'open' | 'ended' = 'waiting'
  return {
    start() {
      const bytes = Uint8Array.of(HELLO, ...options, ...bootId)
      return { packets: [{ stream: 'control', bytes }], events: [] }
    },
    receive(_now, { stream, bytes }) {
      if (phase === 'ended') return NONE
      if (bytes[0] === DATA && phase === 'open') return told({ type: 'data', stream, bytes: bytes.slice(1) })
      if (bytes[0] === HELLO && bytes.length === HELLO_BYTES && phase === 'waiting') {
        phase = 'open'
        return told({ type: 'open', peer: NO_KEY, peerOptions: bytes.slice(1, 9), bootId: bytes.slice(9) })
      }
      phase = 'ended'
      return told({ type: 'closed', reason: 'HANDSHAKE_UNEXPECTED' })
    },
    send(_now, stream, bytes) {
      if (phase !== 'open') return []
      const packet = new Uint8Array(bytes.length + 1)
      packet[0] = DATA
      packet.set(bytes, 1)
      return [{ stream, bytes: packet }]
    },
    close: end,
    refuse: end,
  }

  /** This channel has no word for its end; the link's silence says it. */
  function end(): [] {
    phase = 'ended'
    return []
  }
}

function told(event: ChannelEvent): ChannelStep {
  return { packets: [], events: [event] }
}
