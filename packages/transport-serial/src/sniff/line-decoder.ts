import { cobsDecode } from '../link/cobs.ts'
import { crc32c } from '../link/crc32c.ts'
import {
  CHECK_BYTES,
  FRAME,
  type Frame,
  HEADER_BYTES,
  MAX_ENCODED,
  MAX_FRAME,
  readFrame,
  readUint32,
} from '../link/frame.ts'
import { describeFrame, streamNames } from './describe-frame.ts'
import type { LineEvent } from './line-event.ts'
import { createLinePieces } from './line-pieces.ts'
import { contentOf } from './message-heads.ts'
import { RecordedStream } from './recorded-stream.ts'

/** Reads a recording of one direction of a line. */
export interface LineDecoder {
  /** Takes the next bytes, in pieces of any size, and gives what they complete. Never throws. */
  push(bytes: Uint8Array): LineEvent[]
  /** The recording is over: gives what was left open. To be called once, at the end. */
  end(): LineEvent[]
  /** Bytes of streams so far that were sent, as later frames show, and are not in the recording. */
  readonly missing: number
}

/** The receive windows of the specification (section 5), data first: how far a sender runs ahead of a hole. */
const WINDOWS = [65_536, 8192] as const

/** What one side says within one epoch. */
interface Speaker {
  readonly epoch: number
  readonly streams: readonly [RecordedStream, RecordedStream]
}

/**
 * Makes a decoder of recorded MSL/1 lines, for tools that show what went over a cable.
 *
 * Events hold lengths, offsets and numbers of the link, and never a byte of what the frames carry. Noise between two frames
 * is one event, told before the next frame or by `end`. The same bytes give the same events, however they are cut.
 *
 * @example
 * ```ts
 * import { createLineDecoder } from '@nationec/transport-serial'
 *
 * const decoder = createLineDecoder()
 * const ping = Uint8Array.from([0x03, 0x15, 0x5a, 1, 1, 1, 6, 7, 0x13, 0x1f, 0xab, 0x85, 0])
 * for (const event of [...decoder.push(ping), ...decoder.end()]) {
 *   if (event.type === 'frame') console.log(event.kind, event.epoch, event.offset) // PING 90 7
 * }
 * ```
 */
export function createLineDecoder(): LineDecoder {
  const raw = new Uint8Array(MAX_ENCODED)
  const speakers: [Speaker | undefined, Speaker | undefined] = [undefined, undefined]
  const pieces = createLinePieces(takePiece)
  let events: LineEvent[] = []
  let noise: { at: number; bytes: number; pieces: number; checkWrong: number; unknown: number } | undefined
  let missingBefore = 0

  return {
    push(bytes) {
      pieces.push(bytes)
      return takeEvents()
    },
    end() {
      const { at, length } = pieces.open
      if (length > 0) addNoise(at, length, 'none')
      flushNoise()
      return takeEvents()
    },
    get missing() {
      return missingBefore + missingOf(speakers[0]) + missingOf(speakers[1])
    },
  }

  function takePiece(at: number, length: number, bytes: Uint8Array | undefined): void {
    const decoded = bytes === undefined ? -1 : cobsDecode(bytes, 0, length, raw)
    const frame = decoded < 0 ? undefined : readFrame(raw, decoded)
    if (frame === undefined) {
      addNoise(at, length, lookOf(raw, decoded))
      return
    }
    flushNoise()
    const described = describeFrame(frame, at, length + 1)
    if (frame.type !== FRAME.data) events.push(described)
    else addData(frame, described, at + length + 1)
  }

  function addData(frame: Frame, described: LineEvent & { type: 'frame' }, end: number): void {
    const stream = streamNames[frame.stream]
    const { side } = frame
    const messages: LineEvent[] = []
    const resent = speakerOf(frame).streams[frame.stream].add(frame.offset, frame.payload, (length, head) => {
      messages.push({ type: 'message', at: end, stream, side, length, content: contentOf(stream, length, head) })
    })
    events.push({ ...described, resent }, ...messages)
  }

  /** Another epoch: the streams of this side have begun anew. */
  function speakerOf({ side, epoch }: Frame): Speaker {
    const known = speakers[side]
    if (known?.epoch === epoch) return known
    missingBefore += missingOf(known)
    const speaker: Speaker = { epoch, streams: [new RecordedStream(WINDOWS[0]), new RecordedStream(WINDOWS[1])] }
    speakers[side] = speaker
    return speaker
  }

  function addNoise(at: number, bytes: number, look: Look): void {
    noise ??= { at, bytes: 0, pieces: 0, checkWrong: 0, unknown: 0 }
    noise.bytes += bytes
    noise.pieces += 1
    if (look !== 'none') noise[look] += 1
  }

  function flushNoise(): void {
    if (noise !== undefined) events.push({ type: 'noise', ...noise })
    noise = undefined
  }

  function takeEvents(): LineEvent[] {
    const taken = events
    events = []
    return taken
  }
}

type Look = 'checkWrong' | 'unknown' | 'none'

/** What a piece that is no frame looks like; `length` of its decoded bytes, -1: not even stuffed as one. */
function lookOf(raw: Uint8Array, length: number): Look {
  const checked = length - CHECK_BYTES
  if (checked < HEADER_BYTES || length > MAX_FRAME) return 'none'
  return crc32c(raw, 0, checked) === readUint32(raw, checked) ? 'unknown' : 'checkWrong'
}

function missingOf(speaker: Speaker | undefined): number {
  return speaker === undefined ? 0 : speaker.streams[0].missing + speaker.streams[1].missing
}
