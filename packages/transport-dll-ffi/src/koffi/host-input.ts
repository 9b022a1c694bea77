import { workerData } from 'node:worker_threads'
import { readCall } from '../host/call-frame.ts'
import { createFrameReader } from '../host/frame-reader.ts'
import { encodeFrame, frameKind, viewOf } from '../host/frames.ts'
import { IN_BYTES_MOST, openMailbox, URL_BYTES_MOST } from './host-mailbox.ts'
import { readInput, writeOutput } from './host-pipe.ts'

/** Reads calls until the input ends, then ends the process at once: `exit` would wait for a library that hangs. */
export function runInput(): void {
  const mailbox = openMailbox(workerData as SharedArrayBuffer)
  const reader = createFrameReader(({ id, kind, payload }) => {
    if (kind !== frameKind.call) return
    const call = readCall(payload)
    if (call === undefined) return refuse(id, 6)
    if (call.url.length > URL_BYTES_MOST) return refuse(id, 1)
    if (call.text.length > IN_BYTES_MOST) return refuse(id, 2)
    if (call.url.includes(0)) return refuse(id, 3)
    if (call.text.includes(0)) return refuse(id, 4)
    if (!mailbox.put(id, call.url, call.text)) refuse(id, 5)
  })
  const room = new Uint8Array(65_536)
  for (let piece = readInput(room); piece !== undefined; piece = readInput(room)) {
    reader.push(piece)
    piece.fill(0)
  }
  process.kill(process.pid, 'SIGKILL')
}

function refuse(id: number, reason: number): void {
  const payload = new Uint8Array(4)
  viewOf(payload).setUint32(0, reason, true)
  writeOutput(encodeFrame({ id, kind: frameKind.refused, payload }))
}
