import type { BilingualText } from '@nationec/errors'
import { LedgerError, type StoreError, storeError } from '../../errors/ledger-error.ts'
import type { StoreErrorCode } from '../../errors/store-errors.ts'

/** The constraints of the schema, by name. */
const CONSTRAINTS: Readonly<Record<string, StoreErrorCode>> = {
  operations_id: 'STALE',
  orders_id: 'STALE',
  exceptions_id: 'STALE',
  days_id: 'STALE',
  events_row: 'STALE',
  operations_key: 'KEY_TAKEN',
  holds_subject: 'ORDER_BUSY',
  orders_pay_ord_id: 'NUMBER_TAKEN',
  buckets: 'BUCKET_EXCEEDED',
}

/** SQLSTATE, or the beginning of one; <https://www.postgresql.org/docs/current/errcodes-appendix.html>. */
const STATES: readonly (readonly [state: string, code: StoreErrorCode, detail?: BilingualText])[] = [
  // Serialization failure and deadlock: the transaction is undone, and reading again is what the engine does on STALE.
  ['40001', 'STALE'],
  ['40P01', 'STALE'],
  ['53100', 'LEDGER_FULL'],
  ['XX001', 'LEDGER_DAMAGED'],
  ['XX002', 'LEDGER_DAMAGED'],
  ['25006', 'LEDGER_UNREACHABLE', { en: 'The server is read-only.', zh: '数据库服务器为只读。' }],
  ['28', 'LEDGER_UNREACHABLE', { en: 'The server refused the user or password.', zh: '数据库拒绝了用户名或密码。' }],
  ['3D', 'LEDGER_UNREACHABLE', { en: 'The database does not exist.', zh: '数据库不存在。' }],
  [
    '42501',
    'LEDGER_UNREACHABLE',
    {
      en: 'This user may not make or use the schema of the ledger.',
      zh: '当前用户无权创建或使用账本的模式（schema）。',
    },
  ],
  [
    '53',
    'LEDGER_UNREACHABLE',
    { en: 'The server is out of connections or memory.', zh: '数据库服务器连接数或内存不足。' },
  ],
]

/** A failure of the server or of the way to it as one of ours. Its own text stays in `cause`: it may name values. */
export function postgresError(error: unknown): StoreError {
  if (error instanceof LedgerError) return error as StoreError
  const { code: state = '', constraint = '' } = (error ?? {}) as { code?: string; constraint?: string }
  const refused = state.startsWith('23') ? CONSTRAINTS[constraint] : undefined
  if (refused !== undefined) return storeError(refused)
  const [, code = 'LEDGER_UNREACHABLE', detail] = STATES.find(([begin]) => String(state).startsWith(begin)) ?? []
  return storeError(code, { ...(detail !== undefined && { details: [detail] }), cause: error })
}
