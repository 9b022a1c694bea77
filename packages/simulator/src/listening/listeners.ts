/** Functions that want to hear of something. */
export interface Listeners<Value> {
  /** Adds a listener; what comes back takes it away again. */
  add(listener: (value: Value) => void): () => void
  tell(value: Value): void
  readonly any: boolean
}

export function createListeners<Value>(): Listeners<Value> {
  const listeners = new Set<(value: Value) => void>()
  return {
    add(listener) {
      // One function added twice is heard twice and removed one by one.
      const own = (value: Value): void => listener(value)
      listeners.add(own)
      return () => void listeners.delete(own)
    },
    tell(value) {
      for (const listener of [...listeners]) tellOne(listener, value)
    },
    get any() {
      return listeners.size > 0
    },
  }
}

/** A listener that throws must not undo a payment: its error surfaces on its own, as an uncaught one. */
function tellOne<Value>(listener: (value: Value) => void, value: Value): void {
  try {
    listener(value)
  } catch (error) {
    queueMicrotask(() => {
      throw error
    })
  }
}
