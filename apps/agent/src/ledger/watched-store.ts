import { isStoreError, type Store } from '@nationec/ledger'

/** A store, and whether it took what it was given last. */
export interface WatchedStore {
  readonly store: Store
  readonly writable: boolean
}

/** Watches what becomes of the commits of a store: a full disk is seen before the next cashier meets it. */
export function watchStore(watched: Store): WatchedStore {
  let writable = true
  return {
    get writable() {
      return writable
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
              writable = true
            } catch (error) {
              if (isStoreError(error, 'LEDGER_FULL', 'LEDGER_UNREACHABLE', 'COMMIT_UNKNOWN')) writable = false
              throw error
            }
          },
        }
      },
    },
  }
}
