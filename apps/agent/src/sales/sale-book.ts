import { randomUUID } from 'node:crypto'
import { agentError } from '../errors/agent-error.ts'
import type { SaleFiles } from './sale-files.ts'
import type { SaleRow } from './sale-row.ts'

/** What of a sale is under way at this moment; it ends with the process. */
export interface Doing {
  readonly what: 'reading' | 'uploading' | 'asking' | 'revoking' | 'refunding'
  /** Milliseconds since 1970. */
  readonly since: number
}

/** The open sales of an agent. */
export interface SaleBook {
  /** Oldest first. */
  all(): readonly SaleRow[]
  /** @throws `SALE_NOT_KNOWN` */
  get(id: string): SaleRow
  of(medOrgOrd: string): SaleRow | undefined
  doing(id: string): Doing | undefined
  add(row: Omit<SaleRow, 'id' | 'createdAt' | 'changedAt' | 'printed'>): Promise<SaleRow>
  /** @throws `SALE_NOT_KNOWN` */
  change(id: string, changes: Partial<SaleRow>): Promise<SaleRow>
  /** Forgets a sale with all that it holds of its person. */
  remove(id: string): Promise<void>
  /** Runs a step and tells of it; one step of a sale at a time. @throws `SALE_BUSY` */
  during<Result>(id: string, what: Doing['what'], step: () => Promise<Result>): Promise<Result>
}

/** A sale that was left open keeps its person until the next day. */
const LONGEST = 24 * 60 * 60 * 1000

export interface SaleBookOptions {
  readonly files: SaleFiles
  readonly clock: () => number
  /** Hears which sale has changed. */
  readonly tell: (id: string, isOpen: boolean) => void
}

export async function openSaleBook({ files, clock, tell: told }: SaleBookOptions): Promise<SaleBook> {
  const rows = new Map((await files.all()).map((row) => [row.id, row]))
  const steps = new Map<string, Doing>()
  const tell = (id: string): void => told(id, rows.has(id))

  async function remove(id: string): Promise<void> {
    rows.delete(id)
    await files.remove(id)
    tell(id)
  }

  function get(id: string): SaleRow {
    const row = rows.get(id)
    if (row === undefined) throw agentError('SALE_NOT_KNOWN')
    return row
  }

  async function put(row: SaleRow): Promise<SaleRow> {
    await files.put(row)
    rows.set(row.id, row)
    tell(row.id)
    return row
  }

  async function expire(): Promise<void> {
    const old = [...rows.values()].filter(({ id, changedAt }) => !steps.has(id) && clock() - changedAt > LONGEST)
    for (const { id } of old) await remove(id)
  }

  await expire()
  return {
    all: () => [...rows.values()].sort((a, b) => a.createdAt - b.createdAt),
    get,
    of: (medOrgOrd) => [...rows.values()].find((row) => row.medOrgOrd === medOrgOrd),
    doing: (id) => steps.get(id),
    async add(row) {
      await expire()
      const at = clock()
      return put({ ...row, id: randomUUID(), printed: false, createdAt: at, changedAt: at })
    },
    change: async (id, changes) => put({ ...get(id), ...changes, changedAt: clock() }),
    remove,
    async during(id, what, step) {
      get(id)
      if (steps.has(id)) throw agentError('SALE_BUSY')
      steps.set(id, { what, since: clock() })
      tell(id)
      try {
        return await step()
      } finally {
        steps.delete(id)
        tell(id)
      }
    },
  }
}
