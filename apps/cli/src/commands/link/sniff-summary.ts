import type { FrameKind, LineEvent } from '@nationec/transport-serial'

/** What a whole recording comes to. */
export interface SniffSummary {
  readonly bytes: number
  readonly frames: number
  readonly kinds: Readonly<Record<FrameKind, number>>
  readonly messages: number
  /** Pieces with the form of a frame and a wrong check. */
  readonly damaged: number
  /** Bytes that are part of no frame; delimiters do not count. */
  readonly noiseBytes: number
  /** Bytes of the streams, each once. */
  readonly streamBytes: number
  readonly resentBytes: number
  /** Bytes that were sent, as later frames show, and are not in the recording. */
  readonly missingBytes: number
  /** Stream bytes, each once, of all bytes of the recording; from 0 to 1. */
  readonly goodput: number
}

export function summarize(events: readonly LineEvent[], bytes: number, missingBytes: number): SniffSummary {
  const kinds = { SYNC: 0, SYNC_ACK: 0, DATA: 0, ACK: 0, PING: 0, PONG: 0, RESET: 0 }
  const sum = { frames: 0, messages: 0, damaged: 0, noiseBytes: 0, streamBytes: 0, resentBytes: 0 }
  for (const event of events) {
    if (event.type === 'message') sum.messages += 1
    else if (event.type === 'noise') {
      sum.damaged += event.checkWrong
      sum.noiseBytes += event.bytes
    } else {
      sum.frames += 1
      kinds[event.kind] += 1
      if (event.kind !== 'DATA') continue
      sum.streamBytes += event.length - (event.resent ?? 0)
      sum.resentBytes += event.resent ?? 0
    }
  }
  const goodput = bytes === 0 ? 0 : Number((sum.streamBytes / bytes).toFixed(4))
  return { bytes, ...sum, kinds, missingBytes, goodput }
}
