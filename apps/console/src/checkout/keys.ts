import { onMounted, onUnmounted } from 'vue'

/** What a key of the cashier does; `undefined` where it has nothing to do now. */
export type Keys = Readonly<Record<string, () => unknown>>

/** Longest pause between two characters of a number, in milliseconds: a gun is faster, and a hand may be. */
const PAUSE = 500
const SHORTEST = 6

/**
 * Listens to the keys of the cashier, and to a scanner gun: it types a number and ends it with Enter.
 *
 * @param keys by the name of the key, asked for at each press
 * @param scanned takes what a gun has read outside of any field
 */
export function useKeys(keys: () => Keys, scanned: (text: string) => unknown): void {
  let read = ''
  let last = 0

  function press(event: KeyboardEvent): void {
    if (event.ctrlKey || event.altKey || event.metaKey) return
    const action = keys()[event.key]
    if (action !== undefined) {
      event.preventDefault()
      if (!event.repeat) action()
      return
    }
    if (inField(event.target)) return
    const follows = event.timeStamp - last < PAUSE
    last = event.timeStamp
    if (event.key === 'Enter') {
      if (read.length >= SHORTEST && follows) {
        event.preventDefault()
        scanned(read)
      }
      read = ''
    } else if (event.key.length === 1) read = follows ? read + event.key : event.key
  }

  onMounted(() => addEventListener('keydown', press, { capture: true }))
  onUnmounted(() => removeEventListener('keydown', press, { capture: true }))
}

const inField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches('input, textarea, select')
