import type { Issue, Shape } from '@nationec/protocol'
import { table } from './table.ts'

const MASK = '***'

/** A body for people: each field with its title. Personal values are masked; `--json` gives them to programs. */
export function bodyTable(body: Readonly<Record<string, unknown>>, shape: Shape): string {
  const { unreadFields, ...fields } = body
  const rows = Object.entries(fields).map(([name, value]) => {
    const field = shape[name]
    const fieldName = field === undefined && !/^[A-Za-z_]{1,40}$/.test(name) ? MASK : name
    return [fieldName, field?.title ?? '', field?.sensitive === undefined && field !== undefined ? shown(value) : MASK]
  })
  if (Array.isArray(unreadFields)) rows.push(['unreadFields', '无法读取的字段', pathsOf(unreadFields)])
  return table([{ title: 'field 字段' }, { title: 'title 名称' }, { title: 'value 值' }], rows)
}

/** A path names a field and nothing of its value. */
function pathsOf(issues: readonly Pick<Issue, 'path'>[]): string {
  return issues.map(({ path }) => path).join(' ')
}

function shown(value: unknown): string {
  if (Array.isArray(value)) return `[${value.length}]`
  return typeof value === 'object' && value !== null ? '{...}' : String(value)
}
