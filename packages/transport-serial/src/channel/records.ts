import { ChannelFault } from './channel-fault.ts'
import { nextSecret, trafficKey } from './key-schedule.ts'
import { createSealing, type Sealing, TAG_LENGTH } from './seal.ts'

/** length[2] type[1] phase[1]; the length is that of what follows. */
export const RECORD_HEADER = 4
export const RECORD_DATA = 1
export const RECORD_CLOSE = 2
export type RecordType = typeof RECORD_DATA | typeof RECORD_CLOSE

/** Lengths on the line are multiples of this, so that they tell little of the content. */
const PADDED_TO = 256
export const PLAINTEXT_MOST = 16_384
/** One byte at least is padding. */
const CONTENT_MOST = PLAINTEXT_MOST - 1

/** When a sender takes its next key (far below the bound of RFC 8446, 5.5, for GCM). */
export interface KeyLife {
  readonly records: number
  readonly bytes: number
  readonly milliseconds: number
}

export const usualKeyLife: KeyLife = Object.freeze({ records: 2 ** 20, bytes: 2 ** 30, milliseconds: 86_400_000 })

export interface RecordSealer {
  /** Gives the records of this content, in order. */
  seal(now: number, type: RecordType, content: Uint8Array): readonly Uint8Array[]
  destroy(): void
}

/** One direction of one stream, at its sender. */
export function createRecordSealer(secret: Uint8Array, life: KeyLife, now: number): RecordSealer {
  let current = secret
  let sealing = createSealing(trafficKey(secret))
  let [phase, records, bytes, since] = [0, 0, 0, now]

  return {
    seal(at, type, content) {
      const sealed: Uint8Array[] = []
      for (let start = 0; start === 0 || start < content.length; start += CONTENT_MOST) {
        if (records >= life.records || bytes >= life.bytes || at - since >= life.milliseconds) renew(at)
        sealed.push(sealOne(type, content.subarray(start, start + CONTENT_MOST)))
      }
      return sealed
    },
    destroy() {
      current.fill(0)
      sealing.destroy()
    },
  }

  function renew(at: number): void {
    const next = nextSecret(current)
    current.fill(0)
    sealing.destroy()
    current = next
    sealing = createSealing(trafficKey(next))
    phase = (phase + 1) & 255
    records = 0
    bytes = 0
    since = at
  }

  function sealOne(type: RecordType, content: Uint8Array): Uint8Array {
    const plaintext = new Uint8Array(PADDED_TO * Math.ceil((content.length + 1) / PADDED_TO))
    plaintext.set(content)
    plaintext[content.length] = 0x80
    const length = plaintext.length + TAG_LENGTH
    const record = new Uint8Array(RECORD_HEADER + length)
    record.set([length >> 8, length & 255, type, phase])
    record.set(sealing.seal(records, plaintext, record.slice(0, RECORD_HEADER)), RECORD_HEADER)
    records += 1
    bytes += length
    return record
  }
}

export interface RecordOpener {
  /** Gives the content of the next record. Throws a `ChannelFault` for anything else. */
  open(record: Uint8Array): { readonly type: RecordType; readonly content: Uint8Array }
  destroy(): void
}

/** The other end. Records come in order above a link that keeps it, so any other count is a fault: no window, no replay. */
export function createRecordOpener(secret: Uint8Array): RecordOpener {
  let current = secret
  let sealing: Sealing = createSealing(trafficKey(secret))
  let [phase, count] = [0, 0]

  return {
    open(record) {
      const type = typeOf(record)
      if (record[3] !== phase) renewTo(record[3])
      const header = record.slice(0, RECORD_HEADER)
      const plaintext = sealing.open(count, record.subarray(RECORD_HEADER), header, 'RECORD_UNREADABLE')
      count += 1
      return { type, content: withoutPadding(plaintext) }
    },
    destroy() {
      current.fill(0)
      sealing.destroy()
    },
  }

  /** A wrong phase costs the channel, so it does no harm that the old key is gone before the record was read. */
  function renewTo(next: number | undefined): void {
    if (next !== ((phase + 1) & 255)) throw new ChannelFault('RECORD_MALFORMED')
    const following = nextSecret(current)
    current.fill(0)
    sealing.destroy()
    current = following
    sealing = createSealing(trafficKey(following))
    phase = next
    count = 0
  }
}

function typeOf(record: Uint8Array): RecordType {
  const length = record.length - RECORD_HEADER
  const plaintext = length - TAG_LENGTH
  const fits = plaintext >= PADDED_TO && plaintext <= PLAINTEXT_MOST && plaintext % PADDED_TO === 0
  if (!fits || record[0] !== length >> 8 || record[1] !== (length & 255)) throw new ChannelFault('RECORD_MALFORMED')
  const type = record[2]
  if (type !== RECORD_DATA && type !== RECORD_CLOSE) throw new ChannelFault('RECORD_MALFORMED')
  return type
}

/** Content, 0x80, zeros. What stands here was proved, so a wrong end is the other side's mistake. */
function withoutPadding(plaintext: Uint8Array): Uint8Array {
  let end = plaintext.length - 1
  while (end >= 0 && plaintext[end] === 0) end -= 1
  if (plaintext[end] !== 0x80) throw new ChannelFault('RECORD_MALFORMED')
  return plaintext.subarray(0, end)
}
