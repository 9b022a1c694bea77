/** As the native host has them: strUrl 4,096 bytes and InData 900K, each with its NUL. */
export const URL_BYTES_MOST = 4_095
export const IN_BYTES_MOST = 900 * 1024

import { OUT_BYTES } from './out-buffer.ts'

/**
 * What the thread that reads the input and the thread that calls the library share: one call at a time.
 *
 * The library has the main thread to itself, always the same one and with no event loop in between, and while it hangs
 * the other thread still sees the end of the input.
 */
export interface Mailbox {
  readonly memory: SharedArrayBuffer
  /** Reader: lays a call down. False if one is under way. */
  put(id: number, url: Uint8Array, text: Uint8Array): boolean
  /** Caller: waits for the next call. The bytes are copies of its own. */
  wait(): { id: number; url: Uint8Array; text: Uint8Array }
  /** Caller: the mailbox is free again. */
  free(): void
}

const [STATE, ID, URL_LENGTH, TEXT_LENGTH] = [0, 1, 2, 3]
const [FREE, FULL, TAKEN] = [0, 1, 2]
const NUMBERS_BYTES = 16

export function openMailbox(memory = new SharedArrayBuffer(NUMBERS_BYTES + URL_BYTES_MOST + OUT_BYTES)): Mailbox {
  const numbers = new Int32Array(memory, 0, 4)
  const bytes = new Uint8Array(memory, NUMBERS_BYTES)
  return {
    memory,
    put(id, url, text) {
      if (Atomics.load(numbers, STATE) !== FREE) return false
      bytes.set(url)
      bytes.set(text, url.length)
      for (const [at, value] of [
        [ID, id],
        [URL_LENGTH, url.length],
        [TEXT_LENGTH, text.length],
      ] as const)
        numbers[at] = value
      Atomics.store(numbers, STATE, FULL)
      Atomics.notify(numbers, STATE)
      return true
    },
    wait() {
      for (let state = Atomics.load(numbers, STATE); state !== FULL; state = Atomics.load(numbers, STATE)) {
        Atomics.wait(numbers, STATE, state)
      }
      const [, id = 0, urlLength = 0, textLength = 0] = numbers
      const url = bytes.slice(0, urlLength)
      const text = bytes.slice(urlLength, urlLength + textLength)
      bytes.fill(0, 0, urlLength + textLength)
      Atomics.store(numbers, STATE, TAKEN)
      return { id: id >>> 0, url, text }
    },
    free() {
      Atomics.store(numbers, STATE, FREE)
    },
  }
}
