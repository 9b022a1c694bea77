import { mkdir, open, readFile, truncate } from 'node:fs/promises'
import { dirname } from 'node:path'
import { canonical, type Facts, FIRST_LINK, link } from '@nationec/ledger'
import { agentError } from '../errors/agent-error.ts'
import { replaceFile } from '../files/replace-file.ts'
import type { OperatorRole } from '../model/operator.ts'

/** What is audited. Operations that move money are in the ledger, with their operator and a chain of their own. */
export const auditActions = [
  ...(['sign-on', 'sign-on-refused', 'sign-off', 'pin-changed'] as const),
  ...(['operator-added', 'operator-changed'] as const),
  ...(['decision', 'exception-closed', 'approval', 'approval-used'] as const),
  ...(['paired', 'unpaired'] as const),
] as const
export type AuditAction = (typeof auditActions)[number]

/** One line of the audit list: who did what, when. Numbers only; nothing of a patient. */
export interface AuditEntry {
  /** From 1, without gaps. */
  readonly seq: number
  /** ISO 8601. */
  readonly at: string
  readonly till?: string | undefined
  readonly operator?: string | undefined
  readonly role?: OperatorRole | undefined
  readonly action: AuditAction
  readonly facts: Facts
}

/** What is told of an action; time and position are the list's. */
export type Audited = Omit<AuditEntry, 'seq' | 'at'>

/** Where the list does not fit its own chain. */
export interface AuditDamage {
  readonly what: 'entry-changed' | 'entry-missing' | 'end-missing'
  /** The entry at which it was seen. */
  readonly seq: number
}

/** Everything that people did at the agent, in a chain: what is changed, left out or cut off is seen. */
export interface AuditLog {
  /** Writes it down, durably. @throws `AUDIT_UNWRITABLE` */
  add(entry: Audited): Promise<void>
  /** Newest first, those before `before`. */
  page(query: { readonly before?: number | undefined; readonly limit: number }): Promise<readonly AuditEntry[]>
  /** Oldest first. */
  all(): Promise<readonly AuditEntry[]>
  /** Reads the whole list and follows its chain. */
  verify(): Promise<readonly AuditDamage[]>
}

export interface AuditLogOptions {
  /** Without it the list ends with the process. */
  readonly path: string | undefined
  /** The key of the chain; kept by the ledger. */
  readonly key: Uint8Array
  readonly clock: () => number
}

type Linked = AuditEntry & { readonly link: string }

/** The end of the list as it was told last, beside it: a list that was cut off is shorter than that. */
type Head = Pick<Linked, 'seq' | 'link'>

export async function openAuditLog({ path, key, clock }: AuditLogOptions): Promise<AuditLog> {
  const memory: Linked[] = []
  const read = async (): Promise<Linked[]> => (path === undefined ? memory : linesOf(await textAt(path)))
  const head = path === undefined ? undefined : headOf(await textAt(`${path}.head`))
  if (path !== undefined) await cutTornLine(path)
  let last: Head = (await read()).at(-1) ?? { seq: 0, link: FIRST_LINK }
  // What was cut off before stays missed: a new line must not close the gap.
  if (head !== undefined && head.seq > last.seq) last = head
  let writing: Promise<void> = Promise.resolve()
  /** Whether the end of the file is what it was told to be: a full disk may have torn a line. */
  let isWhole = true

  async function write(told: Audited): Promise<void> {
    if (path !== undefined && !isWhole) {
      await cutTornLine(path)
      const end = (await read()).at(-1)
      if (end !== undefined && end.seq > last.seq) last = end
      isWhole = true
    }
    const entry: AuditEntry = { seq: last.seq + 1, at: new Date(clock()).toISOString(), ...told }
    const linked: Linked = { ...entry, link: link(key, last.link, canonical(entry)) }
    const end = { seq: linked.seq, link: linked.link }
    if (path === undefined) memory.push(linked)
    else {
      isWhole = false
      await appendLine(path, JSON.stringify(linked))
      last = end
      isWhole = true
      await replaceFile(`${path}.head`, JSON.stringify(end))
    }
    last = end
  }

  return {
    async add(entry) {
      const mine = writing.then(() => write(entry))
      writing = mine.catch(() => {})
      await mine.catch((cause: unknown) => {
        throw agentError('AUDIT_UNWRITABLE', { cause })
      })
    },
    async page({ before = Number.POSITIVE_INFINITY, limit }) {
      const entries = await read()
      return entries
        .filter(({ seq }) => seq < before)
        .slice(-limit)
        .reverse()
        .map(withoutLink)
    },
    all: async () => (await read()).map(withoutLink),
    async verify() {
      await writing
      return damageOf(await read(), last, key)
    },
  }
}

const withoutLink = ({ link: _, ...entry }: Linked): AuditEntry => entry

function damageOf(entries: readonly Linked[], end: Head, key: Uint8Array): AuditDamage[] {
  const damage: AuditDamage[] = []
  let before: Head = { seq: 0, link: FIRST_LINK }
  for (const linked of entries) {
    const { seq } = linked
    if (seq !== before.seq + 1) damage.push({ what: 'entry-missing', seq })
    else if (link(key, before.link, canonical(withoutLink(linked))) !== linked.link)
      damage.push({ what: 'entry-changed', seq })
    before = linked
  }
  if (before.seq < end.seq) damage.push({ what: 'end-missing', seq: before.seq })
  else if (before.link !== end.link) damage.push({ what: 'entry-changed', seq: before.seq })
  return damage
}

async function textAt(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return ''
    throw agentError('AUDIT_UNWRITABLE', { cause: error })
  }
}

/** A crash tears at most the line that was written then, which nothing was told to be done for. */
async function cutTornLine(path: string): Promise<void> {
  const text = await textAt(path)
  if (text === '' || text.endsWith('\n')) return
  await truncate(path, Buffer.byteLength(text.slice(0, text.lastIndexOf('\n') + 1)))
}

/** A line that cannot be read is missing, and its number tells so. */
function linesOf(text: string): Linked[] {
  return text.split('\n').flatMap((line) => {
    try {
      const value: unknown = JSON.parse(line)
      const { seq, link: own, action } = value as Partial<Linked>
      const isLinked = typeof seq === 'number' && typeof own === 'string' && typeof action === 'string'
      return isLinked ? [value as Linked] : []
    } catch {
      return []
    }
  })
}

function headOf(text: string): Head | undefined {
  try {
    const { seq, link: own } = JSON.parse(text) as Partial<Head>
    return typeof seq === 'number' && typeof own === 'string' ? { seq, link: own } : undefined
  } catch {
    return undefined
  }
}

async function appendLine(path: string, line: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  const file = await open(path, 'a', 0o600)
  try {
    await file.writeFile(`${line}\n`)
    await file.datasync()
  } finally {
    await file.close()
  }
}
