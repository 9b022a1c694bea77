import type { BilingualText } from '@nationec/errors'
import { LedgerError, type StoreError, storeError } from '../../errors/ledger-error.ts'
import type { StoreErrorCode } from '../../errors/store-errors.ts'

/** What the database itself said; <https://www.sqlite.org/rescode.html>. */
const FAILURES: readonly (readonly [result: number, text: string, code: StoreErrorCode, detail?: BilingualText])[] = [
  [5, 'database is locked', 'LEDGER_LOCKED'],
  [6, 'database table is locked', 'LEDGER_LOCKED'],
  [8, 'attempt to write a readonly database', 'LEDGER_UNREACHABLE', { en: 'It is read-only.', zh: '账本为只读。' }],
  [10, 'disk I/O error', 'LEDGER_UNREACHABLE', { en: 'The disk failed to read or to write.', zh: '磁盘读写失败。' }],
  [11, 'database disk image is malformed', 'LEDGER_DAMAGED'],
  [13, 'database or disk is full', 'LEDGER_FULL'],
  [
    14,
    'unable to open database file',
    'LEDGER_UNREACHABLE',
    { en: 'The file of the ledger cannot be opened or made.', zh: '无法打开或创建账本文件。' },
  ],
  [
    26,
    'file is not a database',
    'LEDGER_DAMAGED',
    { en: 'The file of the ledger is no database.', zh: '账本文件不是数据库。' },
  ],
]

/** What a constraint that was met means. */
const REFUSALS: readonly (readonly [text: string, code: StoreErrorCode])[] = [
  ['operations.scope, operations.op_key', 'KEY_TAKEN'],
  ['holds.subject', 'ORDER_BUSY'],
  ['orders.pay_ord_id', 'NUMBER_TAKEN'],
  ['CHECK constraint failed: buckets', 'BUCKET_EXCEEDED'],
  ['operations.id', 'STALE'],
  ['orders.id', 'STALE'],
  ['exceptions.id', 'STALE'],
  ['days.id', 'STALE'],
]

/** The number of SQLite's result, without its extension. Deno gives it for some calls only: then by its fixed text. */
export function sqliteResult(error: unknown): number | undefined {
  const { errcode, message } = (error ?? {}) as { errcode?: unknown; message?: unknown }
  if (typeof errcode === 'number') return errcode & 0xff
  return FAILURES.find(([, text]) => String(message).startsWith(text))?.[0]
}

/** A failure of the database as one of ours. Its own text stays in `cause`: it may name the values of a row. */
export function sqliteError(error: unknown): StoreError {
  if (error instanceof LedgerError) return error as StoreError
  const { message } = (error ?? {}) as { message?: unknown }
  const refused = REFUSALS.find(
    ([text]) => String(message).endsWith(text) && String(message).includes('constraint failed'),
  )
  if (refused !== undefined) return storeError(refused[1])
  const result = sqliteResult(error)
  const [, , code = 'LEDGER_UNREACHABLE', detail] = FAILURES.find(([number]) => number === result) ?? []
  return storeError(code, { ...(detail !== undefined && { details: [detail] }), cause: error })
}
