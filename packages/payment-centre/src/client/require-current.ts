import { centreError } from '../errors/centre-error.ts'

/** When a request left, when its answer came, and how far the centre's clock may be from ours; all in milliseconds. */
export interface AnswerTimes {
  readonly sentAt: number
  readonly receivedAt: number
  readonly window: number
}

/**
 * Refuses an answer that was not signed while its request was under way: a signature stays right for ever, and a recorded
 * answer could be served again in place of the centre's.
 *
 * @throws `CENTRE_ANSWER_NOT_CURRENT`, `delivery: 'unknown'`
 */
export function requireCurrent(moment: number | undefined, { sentAt, receivedAt, window }: AnswerTimes): void {
  if (moment === undefined) {
    throw centreError('CENTRE_ANSWER_NOT_CURRENT', 'It has no readable timestamp.', '没有可识别的 timestamp。')
  }
  // Written so that a clock that gives no number lets nothing in.
  if (moment >= sentAt - window && moment <= receivedAt + window) return
  const [off, allowed] = [Math.round(Math.abs(moment - sentAt) / 1000), Math.round(window / 1000)]
  const [en, zh] = moment < sentAt ? ['before', '之前'] : ['after', '之后']
  throw centreError(
    'CENTRE_ANSWER_NOT_CURRENT',
    `It was signed ${off} s ${en} the request by our clock; the window is ${allowed} s.`,
    `按本机时钟，签名时间在请求${zh} ${off} 秒；允许偏差 ${allowed} 秒。`,
  )
}
