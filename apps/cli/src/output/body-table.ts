import type { Shape } from '@nationec/protocol'
import { table } from './table.ts'

const MASK = '***'

/** A body for people: each field with its title. Personal values are masked; `--json` gives them to programs. */
export function bodyTable(body: Readonly<Record<string, unknown>>, shape: Shape): string {
  const rows = Object.entries(body).map(([name, value]) => {
    const field = shape[name]
    const fieldName = field === undefined && !/^[A-Za-z_]{1,40}$/.test(name) ? MASK : name
    return [fieldName, field?.title ?? '', field?.sensitive === undefined && field !== undefined ? shown(value) : MASK]
  })
  return table([{ title: 'field 字段' }, { title: 'title 名称' }, { title: 'value 值' }], rows)
}

function shown(value: unknown): string {
  if (Array.isArray(value)) return `[${value.length}]`
  return typeof value === 'object' && value !== null ? '{...}' : String(value)
}
