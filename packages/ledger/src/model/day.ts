import { formatWireTime } from '@nationec/protocol'

/** The day of a time in Asia/Shanghai: `YYYY-MM-DD`. */
export function dayOf(at: number): string {
  return formatWireTime(at, 'yyyy-MM-dd')
}

/** A time in Asia/Shanghai for people: `YYYY-MM-DD HH:MM:SS`. */
export function timeOf(at: number): string {
  return formatWireTime(at, 'yyyy-MM-dd HH:mm:ss')
}
