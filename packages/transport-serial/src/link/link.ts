/** The two streams of a link. What is sent on `control` overtakes what waits on `data` at the next frame border. */
export type StreamName = 'control' | 'data'

/** The lowest and the highest version that a side speaks. */
export type LinkVersions = readonly [lowest: number, highest: number]

/** Why the link is down. The first two keep the streams, after the others everything begins anew. */
export type DownReason =
  /** Nothing valid was heard for the silence limit (6 s); the streams wait for the peer. */
  | 'silent'
  /** {@link Link.detach} was called: the port is gone; the streams wait for another. */
  | 'detached'
  /** The peer came back without memory of this epoch. */
  | 'peer-restarted'
  /** The peer said goodbye. */
  | 'peer-closed'
  /** {@link Link.restart} was called. */
  | 'restarted'
  /** The peer broke a rule that no noise explains. */
  | 'peer-broke-rules'
  /** {@link Link.close} was called. */
  | 'closed'

/** What a link has to say; given by {@link Link.step} in the order in which it happened. */
export type LinkEvent =
  | {
      readonly type: 'up'
      /** True: the same streams go on where they stopped (a cable was out); nothing was lost, no new handshake. */
      readonly resumed: boolean
      /** Counts the epochs of this link object: 1, 2, 3 … A resumed link keeps its number. */
      readonly generation: number
      /** The epoch byte in every frame, 1 to 255. */
      readonly epoch: number
      /** Eight bytes that the peer drew when its program started; the same after a lost cable. */
      readonly peerBootId: Uint8Array
      /** What each side has offered; the channel above has it proved, so that no one on the line can talk two sides down. */
      readonly versions: { readonly own: LinkVersions; readonly peer: LinkVersions }
      /** The longest message that the peer takes, in bytes. */
      readonly peerMaxMessage: number
    }
  | {
      readonly type: 'down'
      readonly reason: DownReason
      /** True: unsent and half-received messages wait for `up` with `resumed`. False: they are gone. */
      readonly kept: boolean
    }
  /** One whole message, exactly as the peer gave it to `send`. The bytes belong to the receiver of the event. */
  | { readonly type: 'message'; readonly stream: StreamName; readonly bytes: Uint8Array }
  /** Everything given to `send` on this stream so far was received by the peer's link (not: understood). */
  | { readonly type: 'sent'; readonly stream: StreamName }
  /** No valid frame at this rate: change the rate of the port and call {@link Link.attach} again. Only with `hunt`. */
  | { readonly type: 'try-next-rate'; readonly heardNoise: boolean }
  /** Our own frames come back: a loop-back plug, or a port that echoes. Told once for each `attach`. */
  | { readonly type: 'echo' }
  /** The peer speaks no version of the link that this side knows, or takes no message of 16,404 bytes. Told once for each life of the peer. */
  | { readonly type: 'incompatible'; readonly peerVersions: LinkVersions; readonly peerMaxMessage: number }

/** What became of a `send`: only after `queued` the message will be delivered, or the link goes down without `kept`. */
export type SendResult = 'queued' | 'down' | 'full' | 'too-long' | 'empty'

/** What one step gives. */
export interface LinkStep {
  /** Write these to the port, in order; empty if there is nothing to write. */
  readonly bytesOut: Uint8Array
  readonly events: readonly LinkEvent[]
  /** Call `step` again at this time at the latest (same clock as `now`); `Infinity`: only when bytes arrive. */
  readonly wakeAt: number
}

/** Counters since the link was made; a log may show them, they tell nothing of what was sent. */
export interface LinkStatistics {
  readonly framesSent: number
  readonly framesReceived: number
  /** Pieces between two delimiters that were no valid frame. */
  readonly framesRejected: number
  readonly framesResent: number
  readonly bytesSent: number
  readonly bytesReceived: number
  /** Payload bytes of the frames that are sent now. */
  readonly frameSize: number
  /** Estimated chance that one byte on the line is damaged. */
  readonly byteErrorRate: number
  /** Smoothed time from the end of a frame to its acknowledgement, in milliseconds; 0 before the first. */
  readonly roundTrip: number
}

/** What {@link createLink} may be told. */
export interface LinkOptions {
  /** Eight bytes that name this run of the program; default: drawn at random. */
  readonly bootId?: Uint8Array
  /** True on the side that looks for the rate (the institution): `try-next-rate` events come. Default false. */
  readonly hunt?: boolean
  /** Longest message taken and sent, in bytes; default 1 MiB, at least 16,404, at most 4 MiB + 64 KiB. */
  readonly maxMessage?: number
  /** Most bytes that wait on one stream before `send` says `full`; default twice `maxMessage`. */
  readonly maxQueued?: number
  /** Receive window of the data stream in bytes, 1,024 to 65,536; default 65,536. That of control is 8,192. */
  readonly window?: number
  /** Longest payload of a frame, 32 to 4,080; default 4,080. */
  readonly maxFrame?: number
  /** Milliseconds of silence before a PING; default 2,000. After three times as long the link is down. */
  readonly keepAlive?: number
  /**
   * How far the link writes ahead of the line, in milliseconds of line time; default 8. More keeps a slow event loop
   * from starving the line, less lets control overtake sooner.
   */
  readonly lead?: number
  /**
   * The chance that a byte is damaged which an earlier link found on this port ({@link LinkStatistics.byteErrorRate}), so
   * that the size of the frames is right from the beginning. Default: that of a middling line.
   */
  readonly byteErrorRate?: number
  /** Random bytes; default `crypto.getRandomValues`. Tests give a seeded one. */
  readonly random?: (length: number) => Uint8Array
}

/** What {@link Link.attach} is told about the port. */
export interface AttachOptions {
  /** Bits per second of the port, so that the link writes at the pace of the line; `Infinity` for a pipe or a pty. */
  readonly baud: number
}

/**
 * One end of a link, MSL/1: framing, repetition, order and two streams over a line that loses, damages and inserts bytes.
 * A state machine without a clock, a port or a timer of its own: the owner of the port calls {@link Link.step} when bytes
 * arrive, when {@link LinkStep.wakeAt} is reached and after every other call, and writes what it gives.
 */
export interface Link {
  /** A port is open (or has another rate now): begins to look for the peer. */
  attach(now: number, options: AttachOptions): void
  /** The port is gone. The streams are kept; attach another port to go on. */
  detach(now: number): void
  /**
   * Takes what was read and says what to write. Never throws, on any bytes.
   *
   * @param now milliseconds on a clock that never steps back
   * @param bytesIn what was read since the last step; may be empty, and may be reused after the call
   * @param room how many bytes the port takes now; default no limit. Call again when it takes more.
   */
  step(now: number, bytesIn?: Uint8Array, room?: number): LinkStep
  /** Queues one message; copied, so the bytes may be reused. Call {@link Link.step} afterwards. */
  send(stream: StreamName, bytes: Uint8Array): SendResult
  /** Bytes of a stream that the peer has not acknowledged yet, queued ones included. */
  pending(stream: StreamName): number
  /** False stops the delivery of a stream, and with its window full the peer's sending; true goes on. Default true. */
  setReading(stream: StreamName, reading: boolean): void
  /** Forgets the epoch and begins another (the channel above failed); `down` with `restarted` comes with the next step. */
  restart(): void
  /** Says goodbye; the next step gives the last bytes. */
  close(): void
  /** Whether messages can be delivered at this moment. */
  readonly isUp: boolean
  readonly statistics: LinkStatistics
}
