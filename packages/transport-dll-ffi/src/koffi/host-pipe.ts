import { readSync, writeSync } from 'node:fs'

const [INPUT, OUTPUT] = [0, 1]
const napping = new Int32Array(new SharedArrayBuffer(4))

/** Blocks until there is input. `undefined` at its end. */
export function readInput(room: Uint8Array): Uint8Array | undefined {
  for (;;) {
    try {
      const count = readSync(INPUT, room)
      return count === 0 ? undefined : room.subarray(0, count)
    } catch (error) {
      // A pipe that some runtimes set not to block; on Windows the end of a pipe is an error.
      if (!isAgain(error)) return undefined
      Atomics.wait(napping, 0, 0, 1)
    }
  }
}

/** Blocks until all of it is written. A pipe without a reader is left to the thread that reads the input. */
export function writeOutput(bytes: Uint8Array): void {
  let rest = bytes
  while (rest.length > 0) {
    try {
      rest = rest.subarray(writeSync(OUTPUT, rest))
    } catch (error) {
      if (!isAgain(error)) return
      Atomics.wait(napping, 0, 0, 1)
    }
  }
}

function isAgain(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'EAGAIN' || error.code === 'EINTR')
}
