import { storeError } from '../../errors/ledger-error.ts'
import { FIRST_LINK } from '../chain.ts'
import type { Damage } from '../contract.ts'
import { cutOf } from '../sql/forgetting.ts'
import { rows, type SqlRow, type Work } from '../sql/query.ts'
import type { Reading } from '../sql/reading.ts'
import { verifyLane } from '../sql/verifying.ts'
import type { LaneEnd } from '../sql/write-group.ts'
import { NO_MARK } from './mark-file.ts'

/** So many events at the end are read when a ledger is opened; `verify` reads all. */
const TAIL = 256

/** The last link of a lane, of an event or of a cut. */
export function* endOf({ table }: Reading, lane: string): Work<LaneEnd> {
  const [event] = yield* rows(
    `SELECT seq, link FROM ${table('events')} WHERE lane = ?1 ORDER BY seq DESC LIMIT 1`,
    lane,
  )
  const [cut] = (yield* rows(
    `SELECT * FROM ${table('cuts')} WHERE lane = ?1 ORDER BY first_seq DESC LIMIT 1`,
    lane,
  )).map(cutOf)
  const seq = Number(event?.seq ?? 0)
  if (cut !== undefined && cut.last > seq) return { seq: cut.last, link: cut.after }
  return { seq, link: event === undefined ? FIRST_LINK : hexOf(event) }
}

/**
 * Compares the end of the chain with the mark, and reads the last events.
 *
 * @throws `LEDGER_DAMAGED`
 */
export function* checkEnd(reading: Reading, marked: LaneEnd | undefined): Work<LaneEnd> {
  const end = yield* endOf(reading, '')
  if (marked === undefined) throw storeError('LEDGER_DAMAGED', { details: [NO_MARK] })
  if (marked.seq > end.seq) throw storeError('LEDGER_DAMAGED', { details: [missing(marked.seq - end.seq)] })
  const [before] = yield* rows(
    `SELECT seq, link FROM ${reading.table('events')} WHERE lane = '' AND seq >= ?1 ORDER BY seq LIMIT 1`,
    Math.max(1, Math.min(marked.seq, end.seq - TAIL)),
  )
  const damage: Damage[] = []
  if (before !== undefined) {
    yield* verifyLane(reading, '', damage, { seq: Number(before.seq), link: hexOf(before) })
  }
  const [at] = yield* rows(reading.sql.linkOf, '', marked.seq)
  if (at !== undefined && hexOf(at) !== marked.link) damage.push({ what: 'event-changed', lane: '', seq: marked.seq })
  const [first] = damage
  if (first !== undefined) throw storeError('LEDGER_DAMAGED', { details: [badEvent(first)] })
  return end
}

function hexOf({ link }: SqlRow): string {
  return Buffer.from(link).toString('hex')
}

function missing(count: number): { readonly en: string; readonly zh: string } {
  return { en: `Events are missing at the end: ${count}.`, zh: `末尾缺少 ${count} 条事件。` }
}

function badEvent({ seq }: Damage): { readonly en: string; readonly zh: string } {
  return { en: `Event ${seq} does not fit the chain.`, zh: `事件 ${seq} 与校验链不符。` }
}
