import { LedgerError, type StoreError, storeError } from '../../errors/ledger-error.ts'
import { sqliteError } from './sqlite-errors.ts'

/** The files of a ledger in its folder; SQLite adds its own beside the database while it is open. */
export const NAMES = { database: 'ledger.db', key: 'ledger.key', mark: 'ledger.mark' } as const

/** A failure of the file system, or of the database, as one of ours. */
export function fileError(error: unknown): StoreError {
  if (error instanceof LedgerError) return error as StoreError
  const { code, syscall } = error as { code?: unknown; syscall?: unknown }
  if (typeof code !== 'string' || syscall === undefined) return sqliteError(error)
  if (code === 'ENOSPC' || code === 'EDQUOT') return storeError('LEDGER_FULL', { cause: error })
  const reason = REASONS[code] ?? { en: `The system answered ${code}.`, zh: `系统返回 ${code}。` }
  return storeError('LEDGER_UNREACHABLE', { details: [reason], cause: error })
}

const REASONS: Readonly<Record<string, { readonly en: string; readonly zh: string }>> = {
  EACCES: { en: 'This user may not write there.', zh: '当前用户没有写入权限。' },
  EPERM: { en: 'This user may not write there.', zh: '当前用户没有写入权限。' },
  EROFS: { en: 'The disk is read-only.', zh: '磁盘为只读。' },
  ENOTDIR: { en: 'A part of the path is a file.', zh: '路径中有一段是文件而不是目录。' },
  EEXIST: { en: 'A file is in the place of the folder.', zh: '该位置已有文件，不能作为目录。' },
  ENOENT: { en: 'A part of the path does not exist.', zh: '路径不存在。' },
}
