import type { TokenStore } from './token-store.ts'

/** The tokens of one till: none of them is any use at another. */
export function tokensOfTill(store: TokenStore, till: string | undefined): TokenStore {
  const isOwn = (one: { readonly till?: string | undefined }): boolean => one.till === till
  const all = () => store.all().filter(isOwn)
  return {
    issue: (whom) => store.issue({ ...whom, till }),
    find(token) {
      const principal = store.find(token)
      return principal !== undefined && isOwn(principal) ? principal : undefined
    },
    isGood: store.isGood,
    all,
    revoke: async (id) => all().some((one) => one.id === id) && store.revoke(id),
  }
}
