import { formatWireTime } from '@nationec/protocol'
import { type Check, type Checker, found, ok, skipped } from './check.ts'

/** Before this no till runs this program: a battery is empty, or the clock was never set. */
const EARLIEST = Date.UTC(2026, 0, 1)

/** The clock can be judged for sense only; how far it is off needs another clock to tell. */
export const checkClock: Checker = async () => [plausible(), wireTime(), drift()]

function plausible(): Check {
  const now = formatWireTime(Date.now())
  if (Date.now() > EARLIEST) return ok('clock.plausible', `It is ${now} in Asia/Shanghai.`, `当前北京时间 ${now}。`)
  const why = { en: `It says ${now}.`, zh: `系统时间为 ${now}。` }
  return found('problem', 'clock.plausible', why, { en: 'Set the clock of this machine.', zh: '请校准本机时间。' })
}

function wireTime(): Check {
  const id = 'clock.zone'
  const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone
  const right = formatWireTime(Date.UTC(2026, 0, 1)) === '20260101080000'
  if (right)
    return ok(
      id,
      `Wire times are Asia/Shanghai in every zone; here ${zone}.`,
      `报文时间固定为北京时间；本机时区 ${zone}。`,
    )
  const why = { en: 'Wire times come out wrong.', zh: '报文时间计算有误。' }
  return found('problem', id, why, { en: 'Report it.', zh: '请反馈该问题。' })
}

function drift(): Check {
  return skipped(
    'clock.drift',
    'How far the clock is off cannot be told offline: compare it with the time of the network (NTP).',
    '离线无法判断时间偏差，请与网络时间（NTP）核对。',
  )
}
