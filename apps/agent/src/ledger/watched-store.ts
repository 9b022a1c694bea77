import type { NationEcError } from '@nationec/errors'
import { isStoreError, type Store } from '@nationec/ledger'

/** A store, and whether it took what it was given last. */
export interface WatchedStore {
  readonly store: Store
  readonly writable: boolean
  /** What became of the commit that failed last, while nothing was written since. */
  readonly refusal: NationEcError | undefined
}

/** Watches what becomes of the commits of a store: a full disk is seen before the next cashier meets it. */
export function watchStore(watched: Store): WatchedStore {
  let refusal: NationEcError | undefined
  return {
    get writable() {
      return refusal === undefined
    },
    get refusal() {
      return refusal
    },
    store: {
      name: watched.name,
      async open(options) {
        const opened = await watched.open(options)
        return {
          ...opened,
          async commit(group) {
            try {
              await opened.commit(group)
              refusal = undefined
            } catch (error) {
              if (isStoreError(error, 'LEDGER_FULL', 'LEDGER_UNREACHABLE', 'COMMIT_UNKNOWN')) refusal = error
              throw error
            }
          },
        }
      },
    },
  }
}
