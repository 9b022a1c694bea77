import type { FileHandle } from 'node:fs/promises'

const CHUNK = 256 * 1024
const LINE_END = 0x0a

/** The lines of a part of a file, each with its end, without holding more of it than a chunk and a line. */
export async function* wholeLines(file: FileHandle, length: number): AsyncGenerator<Buffer> {
  let rest = Buffer.alloc(0)
  for (let position = 0; position < length; ) {
    const chunk = Buffer.alloc(Math.min(CHUNK, length - position))
    const { bytesRead } = await file.read(chunk, 0, chunk.length, position)
    if (bytesRead === 0) return
    position += bytesRead
    rest = Buffer.concat([rest, chunk.subarray(0, bytesRead)])
    let start = 0
    for (let end = rest.indexOf(LINE_END); end >= 0; end = rest.indexOf(LINE_END, start)) {
      yield rest.subarray(start, end + 1)
      start = end + 1
    }
    rest = rest.subarray(start)
  }
}

/** Writes all of it, however the system cuts it. */
export async function writeWhole(file: FileHandle, bytes: Uint8Array, position: number): Promise<void> {
  let written = 0
  while (written < bytes.length) {
    const { bytesWritten } = await file.write(bytes, written, bytes.length - written, position + written)
    written += bytesWritten
  }
}

/** Copies a part of a file behind what stands in another. */
export async function copyPart(
  from: FileHandle,
  { start, end }: { readonly start: number; readonly end: number },
  to: FileHandle,
  position: number,
): Promise<void> {
  for (let at = start; at < end; ) {
    const chunk = Buffer.alloc(Math.min(CHUNK, end - at))
    const { bytesRead } = await from.read(chunk, 0, chunk.length, at)
    if (bytesRead === 0) throw new Error('the journal ended early')
    await writeWhole(to, chunk.subarray(0, bytesRead), position + at - start)
    at += bytesRead
  }
}

/** The line that begins at a place, without its end. */
export async function lineAt(file: FileHandle, place: number): Promise<string> {
  const parts: Buffer[] = []
  for (let position = place; ; ) {
    const chunk = Buffer.alloc(16_384)
    const { bytesRead } = await file.read(chunk, 0, chunk.length, position)
    const end = chunk.subarray(0, bytesRead).indexOf(LINE_END)
    parts.push(chunk.subarray(0, end < 0 ? bytesRead : end))
    if (end >= 0 || bytesRead === 0) return Buffer.concat(parts).toString('utf8')
    position += bytesRead
  }
}
