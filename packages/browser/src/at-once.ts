/**
 * What a promise is to a page that calls `then` and nothing else, for browsers that have none: the work is done at once,
 * and so is what waits for it.
 */
export function atOnce<Value>(work: () => Value | PromiseLike<Value>): PromiseLike<Value> {
  let outcome: { readonly value: Value } | { readonly error: unknown }
  try {
    const value = work()
    if (isThenable(value)) return value
    outcome = { value }
  } catch (error) {
    outcome = { error }
  }
  return {
    // biome-ignore lint/suspicious/noThenProperty: it is one on purpose
    then<Done = Value, Failed = never>(
      done?: ((value: Value) => Done | PromiseLike<Done>) | null,
      failed?: ((reason: unknown) => Failed | PromiseLike<Failed>) | null,
    ): PromiseLike<Done | Failed> {
      return atOnce<Done | Failed>(() => {
        if ('value' in outcome) return typeof done === 'function' ? done(outcome.value) : (outcome.value as never)
        if (typeof failed === 'function') return failed(outcome.error)
        throw outcome.error
      })
    },
  }
}

function isThenable<Value>(value: Value | PromiseLike<Value>): value is PromiseLike<Value> {
  return typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function'
}
