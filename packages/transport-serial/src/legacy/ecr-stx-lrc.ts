import { type OptionNames, requireKnownOptions } from '@nationec/errors'
import { optionErrorOf } from '@nationec/transport'
import { TRANSPORT_NAME } from '../catalogue/serial-error.ts'
import type {
  AttachOptions,
  DownReason,
  Link,
  LinkEvent,
  LinkStatistics,
  LinkStep,
  SendResult,
  StreamName,
} from '../link/link.ts'
import { randomBytes } from '../message/request-id.ts'
import { createEcrReader, type EcrSign, encodeAck, encodeBlock, NAK } from './ecr-block.ts'
import { decodeHello, EcrGreeting, HELLO, type Hello } from './ecr-hello.ts'
import { numberOf } from './ecr-messages.ts'
import { EcrReceiver } from './ecr-receiver.ts'
import { EcrSender } from './ecr-sender.ts'

/** Settings of {@link ecrStxLrcLink}. */
export interface EcrStxLrcOptions {
  /** Milliseconds that the answer to a block may take after its last bit. Default 1,000. */
  readonly answerTime?: number | undefined
  /** Longest message in bytes. Default 1 MiB. */
  readonly maxMessage?: number | undefined
  /** Random bytes. Default: the platform's own. */
  readonly random?: ((length: number) => Uint8Array) | undefined
}

const OPTIONS: OptionNames<EcrStxLrcOptions> = { answerTime: true, maxMessage: true, random: true }

const CALL_PAUSE = 300
/** A block whose bytes stop coming for so long is taken as damaged. */
const BYTE_PAUSE = 500
const NEVER = Number.POSITIVE_INFINITY
const NO_BYTES = new Uint8Array(0)

/**
 * AN EXAMPLE OF THE FIRST SEAM, AND NO VENDOR'S FORMAT: a link in the manner of older cash registers, with STX, length, ETX, a
 * checksum of one byte and stop-and-wait. It shows how a framing of one's own is put under `serialTransport`.
 *
 * What it does not do is what makes such links dangerous: a block whose answer does not come is never sent again, because
 * it is not known whether it arrived. The link goes down instead, what waited is dropped as unknown, and the messages above ask
 * what became of it. Only a block that the other side refused as damaged is repeated, under its number, so that it counts once.
 *
 * An answer names the block it is for; a message has no more blocks than its length needs.
 *
 * Its checksum misses one double error in eight: use it under a secure channel only, whose tags see what it misses. It is
 * three to ten times slower than MSL/1, and notices a silent peer only when it sends.
 *
 * @example
 * ```ts
 * import { ecrStxLrcLink } from '@nationec/transport-serial'
 *
 * const link = ecrStxLrcLink()
 * link.attach(0, { baud: 9600 })
 * console.log(link.step(0).bytesOut.length) // 31: STX, the length, a hello, ETX, LRC
 * // serialTransport({ port, keys, link: () => ecrStxLrcLink() }), and the same at the terminal
 * ```
 */
export function ecrStxLrcLink(options: EcrStxLrcOptions = {}): Link {
  requireKnownOptions(options, OPTIONS, optionErrorOf(TRANSPORT_NAME))
  const { answerTime = 1_000, maxMessage = 1_048_576, random = randomBytes } = options
  return new EcrLink({ answerTime, maxMessage, random })
}

/** This form has one version, and no word to offer another. */
const VERSIONS = { own: [1, 1], peer: [1, 1] } as const

class EcrLink implements Link {
  readonly #maxMessage: number
  readonly #greeting: EcrGreeting
  readonly #sender: EcrSender
  readonly #receiver: EcrReceiver
  readonly #reader = createEcrReader()
  readonly #counters = { hellosSent: 0, framesReceived: 0, framesRejected: 0, bytesSent: 0, bytesReceived: 0 }
  #phase: 'detached' | 'calling' | 'up' | 'closed' = 'detached'
  #generation = 0
  #time = 0
  #byteTime = 0
  #callAt = NEVER
  #heardAt = 0
  #isEcho = false
  #out: Uint8Array[] = []
  #events: LinkEvent[] = []

  constructor({
    answerTime,
    maxMessage,
    random,
  }: { [Name in keyof EcrStxLrcOptions]-?: NonNullable<EcrStxLrcOptions[Name]> }) {
    this.#maxMessage = maxMessage
    this.#greeting = new EcrGreeting(random)
    this.#sender = new EcrSender({ answerTime, write: (block) => this.#write(block) })
    this.#receiver = new EcrReceiver(maxMessage, (event) => this.#events.push(event))
  }

  attach(now: number, { baud }: AttachOptions): void {
    if (this.#phase === 'closed') return
    this.#time = now
    this.#byteTime = 10_000 / baud
    this.#drop('detached')
    this.#phase = 'calling'
    this.#reader.clear()
    this.#isEcho = false
    this.#callAt = now
  }

  detach(now: number): void {
    if (this.#phase === 'closed') return
    this.#time = now
    this.#drop('detached')
    this.#phase = 'detached'
  }

  step(now: number, bytesIn: Uint8Array = NO_BYTES): LinkStep {
    this.#time = now
    if (this.#phase === 'calling' || this.#phase === 'up') {
      if (this.#reader.isInside && bytesIn.length === 0 && now >= this.#heardAt + BYTE_PAUSE) this.#giveUpBlock()
      if (bytesIn.length > 0) this.#heardAt = now
      this.#counters.bytesReceived += bytesIn.length
      this.#reader.push(bytesIn, (sign) => this.#take(sign))
      this.#keepTime()
    }
    const step = { bytesOut: this.#takeOut(), events: this.#events, wakeAt: this.#wakeAt() }
    this.#events = []
    return step
  }

  send(stream: StreamName, message: Uint8Array): SendResult {
    if (this.#phase !== 'up') return 'down'
    if (message.length === 0) return 'empty'
    if (message.length > this.#maxMessage) return 'too-long'
    if (this.#sender.waiting(stream) + message.length > 2 * this.#maxMessage) return 'full'
    this.#sender.put(stream, message)
    return 'queued'
  }

  pending(stream: StreamName): number {
    return this.#sender.pending(stream)
  }

  setReading(stream: StreamName, reading: boolean): void {
    this.#receiver.setReading(stream, reading)
  }

  restart(): void {
    if (this.#phase === 'up' || this.#phase === 'calling') this.#beginAnew('restarted')
  }

  close(): void {
    this.#drop('closed')
    this.#phase = 'closed'
  }

  get isUp(): boolean {
    return this.#phase === 'up'
  }

  get statistics(): LinkStatistics {
    const { hellosSent, ...counters } = this.#counters
    const { framesSent, framesResent } = this.#sender
    const guesses = { frameSize: 1_024, byteErrorRate: 0, roundTrip: 0 }
    return { ...counters, framesSent: hellosSent + framesSent, framesResent, ...guesses }
  }

  #take(sign: EcrSign): void {
    if (sign.type === 'block') {
      this.#counters.framesReceived += 1
      this.#takeBlock(sign.data)
    } else if (sign.type === 'damaged') this.#takeDamaged()
    else if (!this.isUp) return
    else if (sign.type === 'ack') this.#takeAck(sign.number)
    else if (!this.#sender.refused(this.#time, this.#byteTime)) this.#beginAnew('silent')
  }

  #takeBlock(data: Uint8Array): void {
    if (data[0] === HELLO) {
      const hello = decodeHello(data)
      if (hello !== undefined) this.#greet(hello)
      return
    }
    if (!this.isUp) return
    this.#write(encodeAck(numberOf(data)))
    if (!this.#receiver.accept(data)) this.#beginAnew('peer-broke-rules')
  }

  #takeDamaged(): void {
    this.#counters.framesRejected += 1
    if (this.isUp) this.#write(Uint8Array.of(NAK))
  }

  #takeAck(number: number): void {
    const stream = this.#sender.acknowledged(number)
    if (stream !== undefined) this.#events.push({ type: 'sent', stream })
  }

  #giveUpBlock(): void {
    this.#reader.clear()
    this.#takeDamaged()
  }

  #greet(hello: Hello): void {
    switch (this.#greeting.hear(hello, this.isUp)) {
      case 'echo':
        if (!this.#isEcho) this.#events.push({ type: 'echo' })
        this.#isEcho = true
        return
      case 'known':
        return
      case 'known-and-waits':
        this.#call()
        return
      case 'new':
        this.#meet(hello)
    }
  }

  #meet(hello: Hello): void {
    // Asked before a session that has ended gives its name up.
    const hasSeenUs = this.#greeting.hasSeenUs(hello)
    if (this.isUp) this.#beginAnew('peer-restarted')
    this.#greeting.meet(hello)
    if (hasSeenUs) this.#goUp(hello)
    this.#call()
  }

  #goUp({ bootId: peerBootId }: Hello): void {
    this.#phase = 'up'
    this.#callAt = NEVER
    this.#generation += 1
    this.#sender.clear()
    this.#receiver.clear()
    const generation = this.#generation
    const epoch = ((generation - 1) % 255) + 1
    const up = { resumed: false, generation, epoch, peerBootId, peerMaxMessage: this.#maxMessage }
    this.#events.push({ type: 'up', versions: VERSIONS, ...up })
  }

  #keepTime(): void {
    // It is not known whether the block arrived; sending it again could make it happen twice.
    if (this.#time >= this.#sender.dueAt) this.#beginAnew('silent')
    if (this.#phase === 'calling' && this.#time >= this.#callAt) this.#call()
    if (this.isUp) this.#sender.sendNext(this.#time, this.#byteTime)
  }

  #call(): void {
    this.#counters.hellosSent += 1
    this.#write(encodeBlock(this.#greeting.encode(this.isUp)))
    if (this.#phase === 'calling') this.#callAt = this.#time + CALL_PAUSE + 60 * this.#byteTime
  }

  #beginAnew(reason: DownReason): void {
    this.#drop(reason)
    this.#phase = 'calling'
    this.#callAt = this.#time
  }

  /** Nothing is kept: what was on its way is unknown. */
  #drop(reason: DownReason): void {
    if (this.isUp) this.#events.push({ type: 'down', reason, kept: false })
    this.#sender.clear()
    this.#receiver.clear()
    this.#greeting.renew()
  }

  #write(block: Uint8Array): void {
    this.#counters.bytesSent += block.length
    this.#out.push(block)
  }

  #takeOut(): Uint8Array {
    const [first = NO_BYTES, ...rest] = this.#out
    const all = rest.length === 0 ? first : Uint8Array.from(this.#out.flatMap((block) => [...block]))
    this.#out = []
    return all
  }

  #wakeAt(): number {
    if (this.#phase === 'detached' || this.#phase === 'closed') return NEVER
    if (this.isUp && this.#sender.hasWork) return this.#time
    const block = this.#reader.isInside ? this.#heardAt + BYTE_PAUSE : NEVER
    return Math.min(this.#sender.dueAt, block, this.#phase === 'calling' ? this.#callAt : NEVER)
  }
}
