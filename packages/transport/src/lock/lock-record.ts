import type { Holder } from './holder.ts'

/** What stands in a lock file: its holder, and a name that no other lock has. */
export interface LockRecord extends Holder {
  readonly id: string
}

export function writeRecord(record: LockRecord): string {
  return `${JSON.stringify(record)}\n`
}

/** `undefined` for the text of something else. */
export function readRecord(text: string): LockRecord | undefined {
  let value: Partial<Record<keyof LockRecord, unknown>>
  try {
    value = Object(JSON.parse(text))
  } catch {
    return undefined
  }
  const isOptionalText = (part: unknown): boolean => part === undefined || typeof part === 'string'
  const isRecord =
    // It becomes part of the name of a file.
    /^[0-9a-f]{32}$/.test(String(value.id)) &&
    Number.isSafeInteger(value.pid) &&
    Number(value.pid) > 0 &&
    typeof value.host === 'string' &&
    Number.isFinite(value.takenAt) &&
    [value.boot, value.namespace, value.began].every(isOptionalText)
  return isRecord ? (value as LockRecord) : undefined
}
