import type { LineEvent, LineFrame, LineSync } from '@nationec/transport-serial'

/** An event as one line for people: where, what, and what the link says in it. */
export function eventLine(event: LineEvent): string {
  const where = String(event.at).padStart(8)
  if (event.type === 'frame') return `${where}  ${frameText(event)}`
  if (event.type === 'message') {
    return `${where}    = message 报文: ${event.content}, ${event.length} B, ${event.stream}, side ${event.side}`
  }
  const { bytes, pieces, checkWrong, unknown } = event
  const known = unknown === 0 ? '' : `, unknown 未知 ${unknown}`
  return `${where}  noise 杂讯     ${bytes} B, pieces 段 ${pieces}, check wrong 校验错误 ${checkWrong}${known}`
}

function frameText(frame: LineFrame): string {
  const { kind, epoch, side, stream, offset, length } = frame
  const name = kind.padEnd(8)
  if (kind === 'SYNC' || kind === 'SYNC_ACK') return `${name}  token ${offset}  ${syncText(frame.sync)}`
  const head = `${name}  epoch ${epoch}/${side}  `
  if (kind === 'DATA') {
    const again = (frame.resent ?? 0) > 0 ? `  resent 重发 ${frame.resent} B` : ''
    return `${head}${stream} ${offset}+${length}${again}`
  }
  if (kind === 'ACK') return `${head}${stream} next ${offset}  ${ackText(frame)}`
  return kind === 'RESET' ? `${head}`.trimEnd() : `${head}token ${offset}`
}

function syncText(sync: LineSync | undefined): string {
  if (sync === undefined) return 'too short 过短'
  const { versions, from, to, boot, next, windows, maxFrame, maxMessage } = sync
  const ids = `version ${versions.join('-')}  link ${from} -> ${to ?? '?'}  boot ${boot}`
  return `${ids}  next ${next.join('/')}  window ${windows.join('/')}  frame ${maxFrame}  message ${maxMessage}`
}

function ackText({ acknowledged }: LineFrame): string {
  if (acknowledged === undefined) return 'unreadable 无法解读'
  const { credit, ranges } = acknowledged
  const also = ranges.map(([start, end]) => `${start}..${end - 1}`).join(' ')
  return also === '' ? `credit ${credit}` : `credit ${credit}  also ${also}`
}
