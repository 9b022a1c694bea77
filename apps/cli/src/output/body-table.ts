import type { Issue, Shape } from '@nationec/protocol'
import { showKnown, showName } from '@nationec/protocol/privacy'
import { table } from './table.ts'

/** A body for people: each field with its title. What may not be shown is masked; `--json` gives it to programs. */
export function bodyTable(body: Readonly<Record<string, unknown>>, shape: Shape): string {
  const { unreadFields, ...fields } = body
  const rows = Object.entries(fields).map(([name, value]) => [
    showName(name),
    shape[name]?.title ?? '',
    shown(value, name),
  ])
  if (Array.isArray(unreadFields)) rows.push(['unreadFields', '无法读取的字段', pathsOf(unreadFields)])
  return table([{ title: 'field 字段' }, { title: 'title 名称' }, { title: 'value 值' }], rows)
}

/** A path names a field and nothing of its value. */
function pathsOf(issues: readonly Pick<Issue, 'path'>[]): string {
  return issues.map(({ path }) => path).join(' ')
}

function shown(value: unknown, name: string): string {
  if (Array.isArray(value)) return `[${value.length}]`
  if (typeof value === 'object' && value !== null) return '{...}'
  return value === null || typeof value === 'boolean' ? String(value) : showKnown(String(value), [name])
}
