import type { Shape } from '@nationec/protocol'
import { showKnown, showName } from '@nationec/protocol/privacy'
import { table } from './table.ts'

/** A body for people: each field with its title. What may not be shown is masked; `--json` gives it to programs. */
export function bodyTable(body: Readonly<Record<string, unknown>>, shape: Shape): string {
  const rows = Object.entries(body).map(([name, value]) => [
    showName(name),
    shape[name]?.title ?? '',
    shown(value, name),
  ])
  return table([{ title: 'field 字段' }, { title: 'title 名称' }, { title: 'value 值' }], rows)
}

function shown(value: unknown, name: string): string {
  if (Array.isArray(value)) return `[${value.length}]`
  if (typeof value === 'object' && value !== null) return '{...}'
  return value === null || typeof value === 'boolean' ? String(value) : showKnown(String(value), [name])
}
