import type { AuditEntry } from './audit-log.ts'

const COLUMNS = ['seq', 'at', 'till', 'operator', 'role', 'action', 'facts'] as const

/** The audit list for a spreadsheet: with a byte order mark, so that Excel reads it as UTF-8. */
export function auditCsv(entries: readonly AuditEntry[]): string {
  const lines = entries.map((entry) =>
    COLUMNS.map((name) => cell(name === 'facts' ? JSON.stringify(entry.facts) : entry[name])).join(','),
  )
  return `\uFEFF${[COLUMNS.join(','), ...lines].join('\r\n')}\r\n`
}

/** A spreadsheet takes a cell that begins so for a formula. */
const FORMULA = /^[=+\-@\t\r]/

function cell(value: unknown): string {
  const text = String(value ?? '')
  const safe = FORMULA.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
