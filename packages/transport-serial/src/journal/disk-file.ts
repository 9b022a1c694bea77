import {
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readSync,
  renameSync,
  unlinkSync,
  writeSync,
} from 'node:fs'
import { dirname } from 'node:path'
import type { RecordFile } from './record-file.ts'

/** Opens a file of the system, for its owner alone; made if it is not there. Throws what the system throws. */
export function openDiskFile(path: string): RecordFile {
  let handle = openOrMake(path)
  return {
    get size() {
      return fstatSync(handle).size
    },
    read: (position, length) => readAll(handle, position, length),
    write: (bytes, position) => writeAll(handle, bytes, position),
    truncate: (size) => ftruncateSync(handle, size),
    sync: () => fsyncSync(handle),
    replace(pieces) {
      const next = writeBeside(path, pieces)
      closeSync(handle)
      handle = next
    },
    close: () => closeSync(handle),
  }
}

function openOrMake(path: string): number {
  const isNew = !existsSync(path)
  const handle = openSync(path, isNew ? 'wx+' : 'r+', 0o600)
  if (isNew) syncFolder(path)
  return handle
}

function writeBeside(path: string, pieces: Iterable<Uint8Array>): number {
  const beside = `${path}.next`
  const handle = openSync(beside, 'w+', 0o600)
  try {
    let size = 0
    for (const piece of pieces) {
      writeAll(handle, piece, size)
      size += piece.length
    }
    fsyncSync(handle)
    renameSync(beside, path)
  } catch (error) {
    closeSync(handle)
    unlinkSync(beside) // on a full disk it would stay in the way
    throw error
  }
  syncFolder(path)
  return handle
}

function readAll(handle: number, position: number, length: number): Uint8Array {
  const bytes = new Uint8Array(length)
  let filled = 0
  while (filled < length) {
    const count = readSync(handle, bytes, filled, length - filled, position + filled)
    if (count === 0) break
    filled += count
  }
  return bytes.subarray(0, filled)
}

function writeAll(handle: number, bytes: Uint8Array, position: number): void {
  let written = 0
  while (written < bytes.length) {
    written += writeSync(handle, bytes, written, bytes.length - written, position + written)
  }
}

/** A new name is durable only when its folder is. Windows cannot open folders and needs no such call. */
function syncFolder(path: string): void {
  let handle: number
  try {
    handle = openSync(dirname(path), 'r')
  } catch {
    return
  }
  try {
    fsyncSync(handle)
  } catch {
  } finally {
    closeSync(handle)
  }
}
