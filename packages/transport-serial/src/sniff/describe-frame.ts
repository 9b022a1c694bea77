import { bytesToHex } from '@nationec/crypto'
import { readAck } from '../link/ack.ts'
import { FRAME, type Frame } from '../link/frame.ts'
import { type LinkId, UNPAIRED } from '../link/link-id.ts'
import { readSync } from '../link/sync-payload.ts'
import type { FrameKind, LineAcknowledgement, LineFrame, LineSync } from './line-event.ts'

const kinds: Readonly<Record<Frame['type'], FrameKind>> = {
  [FRAME.sync]: 'SYNC',
  [FRAME.syncAck]: 'SYNC_ACK',
  [FRAME.data]: 'DATA',
  [FRAME.ack]: 'ACK',
  [FRAME.ping]: 'PING',
  [FRAME.pong]: 'PONG',
  [FRAME.reset]: 'RESET',
}

export const streamNames = ['data', 'control'] as const

/** Hexadecimal digits that are shown of an id. */
const SHOWN = 8

/** A frame as an event; nothing of its payload but what the link itself says in it. */
export function describeFrame(frame: Frame, at: number, bytes: number): LineFrame {
  const kind = kinds[frame.type]
  const { side, epoch, offset } = frame
  const head = { type: 'frame', at, bytes, kind, stream: streamNames[frame.stream], side, epoch, offset } as const
  const said = { ...head, length: frame.payload.length }
  if (kind === 'ACK') return { ...said, ...acknowledgementOf(frame) }
  if (kind === 'SYNC' || kind === 'SYNC_ACK') return { ...said, ...syncOf(frame) }
  return said
}

function acknowledgementOf({ offset, payload }: Frame): { acknowledged?: LineAcknowledgement } {
  const read = readAck(offset, payload, offset)
  if (read === undefined) return {}
  return { acknowledged: { credit: read.credit, ranges: read.ranges.map(({ start, end }) => [start, end] as const) } }
}

function syncOf({ payload }: Frame): { sync?: LineSync } {
  const read = readSync(payload)
  if (read === undefined) return {}
  const { from, to, bootId, ...rest } = read
  const knows = to.text !== UNPAIRED.text
  return {
    sync: { ...rest, from: shown(from), to: knows ? shown(to) : null, boot: shown({ text: bytesToHex(bootId) }) },
  }
}

function shown({ text }: Pick<LinkId, 'text'>): string {
  return text.slice(0, SHOWN)
}
