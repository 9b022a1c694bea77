import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { replaceFile } from '../files/replace-file.ts'

/** What a token may do: a page of a listed origin, the agent's own console, a program on this machine. */
export type Role = 'page' | 'console' | 'program'

/** Whom a token was given to. */
export interface Principal {
  readonly id: string
  readonly role: Role
  /** The page's origin, `self` for the console, `program` for programs. */
  readonly origin: string
  readonly name: string
  /** The till that it opens; absent where there is one till only. */
  readonly till?: string | undefined
  /** Milliseconds since 1970. */
  readonly since: number
  readonly expiresAt: number
}

/** The tokens given out. Only their hashes are kept: a reader of the file cannot use one. */
export interface TokenStore {
  issue(
    whom: Pick<Principal, 'role' | 'origin' | 'name' | 'till'>,
  ): Promise<{ readonly token: string; readonly principal: Principal }>
  find(token: string): Principal | undefined
  /** Whether a token with this id is there and has not expired. */
  isGood(id: string): boolean
  all(): readonly Principal[]
  revoke(id: string): Promise<boolean>
}

export interface TokenStoreOptions {
  /** Where they survive a restart; without it they end with the process. */
  readonly path: string | undefined
  readonly clock: () => number
  /** Milliseconds that a token lives. */
  readonly lifetime: number
}

type Stored = Principal & { readonly hash: string }

export async function openTokenStore({ path, clock, lifetime }: TokenStoreOptions): Promise<TokenStore> {
  const byHash = new Map<string, Stored>()
  for (const stored of await readTokens(path)) if (stored.expiresAt > clock()) byHash.set(stored.hash, stored)
  const expiries = new Map([...byHash.values()].map(({ id, expiresAt }) => [id, expiresAt]))
  let saving: Promise<void> = Promise.resolve()

  function save(): Promise<void> {
    if (path === undefined) return saving
    saving = saving.catch(() => {}).then(() => replaceFile(path, JSON.stringify([...byHash.values()])))
    return saving
  }

  return {
    async issue({ role, origin, name, till }) {
      const token = randomBytes(32).toString('base64url')
      const since = clock()
      const principal: Principal = { id: randomUUID(), role, origin, name, till, since, expiresAt: since + lifetime }
      byHash.set(hashOf(token), { ...principal, hash: hashOf(token) })
      expiries.set(principal.id, principal.expiresAt)
      await save()
      return { token, principal }
    },
    find(token) {
      const stored = byHash.get(hashOf(token))
      return stored !== undefined && stored.expiresAt > clock() ? stored : undefined
    },
    isGood: (id) => (expiries.get(id) ?? 0) > clock(),
    all: () => [...byHash.values()].filter(({ expiresAt }) => expiresAt > clock()).map(({ hash: _, ...rest }) => rest),
    async revoke(id) {
      const found = [...byHash.values()].find((stored) => stored.id === id)
      if (found === undefined) return false
      byHash.delete(found.hash)
      expiries.delete(id)
      await save()
      return true
    },
  }
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}

async function readTokens(path: string | undefined): Promise<readonly Stored[]> {
  if (path === undefined) return []
  try {
    const content: unknown = JSON.parse(await readFile(path, 'utf8'))
    return Array.isArray(content) ? content.filter(isStored) : []
  } catch {
    // No file, or a broken one: everybody pairs again, which costs a minute and opens nothing.
    return []
  }
}

function isStored(value: unknown): value is Stored {
  if (typeof value !== 'object' || value === null) return false
  const { hash, id, origin, role, expiresAt } = value as Partial<Stored>
  const isText = [hash, id, origin, role].every((member) => typeof member === 'string')
  return isText && typeof expiresAt === 'number'
}
