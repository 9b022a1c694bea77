/** What the SDK takes from the page; tests and unusual hosts bring their own. */
export interface PageParts {
  /** Default: the page's `fetch`. */
  readonly fetch?: typeof fetch
  /** Where the pairing is kept. Default: `sessionStorage`; `localStorage` keeps it when the browser is closed. */
  readonly storage?: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>
}

/** Storage may be forbidden (private windows, policies): then the pairing lives as long as the page. */
export function storageOf(parts: PageParts): NonNullable<PageParts['storage']> {
  if (parts.storage !== undefined) return parts.storage
  try {
    const { sessionStorage } = globalThis
    sessionStorage.getItem('')
    return sessionStorage
  } catch {
    const kept = new Map<string, string>()
    return {
      getItem: (name) => kept.get(name) ?? null,
      setItem: (name, value) => {
        kept.set(name, value)
      },
      removeItem: (name) => {
        kept.delete(name)
      },
    }
  }
}
