import { formatWireTime } from '@nationec/protocol'

/** The day of a time in Asia/Shanghai: `YYYY-MM-DD`. */
export function dayOf(at: number): string {
  const text = formatWireTime(at)
  return `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6, 8)}`
}
