import { closeSync, fstatSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import type { DestinationStream } from 'pino'

export interface RotatingFileOptions {
  readonly path: string
  /** Bytes of a file before the next one begins. */
  readonly size: number
  /** Files, with the one that is written. */
  readonly count: number
}

/**
 * Writes lines to a file; a full one becomes `PATH.1`, that one `PATH.2`, and the oldest is removed.
 *
 * Every line is with the system before the call ends, so that a killed process loses none. What cannot be written is
 * left out: what counts is in the ledger.
 */
export function rotatingFile({ path, size, count }: RotatingFileOptions): DestinationStream {
  let file: number | undefined
  let length = 0

  function open(): number {
    file = openSync(path, 'a', 0o600)
    length = fstatSync(file).size
    return file
  }

  function rotate(): void {
    // Close first: Windows cannot rename an open file.
    if (file !== undefined) closeSync(file)
    file = undefined
    rmSync(count === 1 ? path : `${path}.${count - 1}`, { force: true })
    for (let number = count - 2; number >= 0; number -= 1)
      moveIfThere(number === 0 ? path : `${path}.${number}`, `${path}.${number + 1}`)
  }

  return {
    write(line) {
      try {
        const bytes = Buffer.from(line)
        let target = file ?? open()
        if (length > 0 && length + bytes.length > size) {
          try {
            rotate()
          } catch {
            // A program of Windows that reads the file keeps it from its new name: it grows on until the next line.
          }
          target = open()
        }
        length += writeSync(target, bytes)
      } catch {
        // A full disk, a folder that was taken away: the next line tries again.
      }
    },
  }
}

function moveIfThere(from: string, to: string): void {
  try {
    renameSync(from, to)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
}
