import { contentOf, FIRST_LINK, lastingText, link, rowDigest } from '../chain.ts'
import type { Damage, Verification } from '../contract.ts'
import type { TableName } from '../rows.ts'
import { COLUMNS, type SqlValue, TABLES } from './columns.ts'
import { type Cut, cutOf, signatureOf } from './forgetting.ts'
import { rows, type SqlRow, type Work } from './query.ts'
import { eventOf, type Reading } from './reading.ts'
import { readRow, storedColumns, writtenColumns } from './row-text.ts'
import type { LaneEnd } from './write-group.ts'

const CHUNK = 256
/** More is not counted: a ledger with so much damage is not mended row by row. */
const MOST_DAMAGE = 1_000

/** Reads everything: the chain of each lane, and each row beside its last event. */
export function* verifyAll(reading: Reading): Work<Verification> {
  const damage: Damage[] = []
  let [events, count] = [0, 0]
  const lanes = yield* rows(
    `SELECT lane FROM ${reading.table('events')} UNION SELECT lane FROM ${reading.table('cuts')} ORDER BY lane`,
  )
  for (const { lane } of lanes) events += (yield* verifyLane(reading, lane, damage)).events
  for (const table of Object.keys(TABLES) as TableName[]) count += yield* verifyTable(reading, table, damage)
  return { events, rows: count, damage: damage.slice(0, MOST_DAMAGE) }
}

/** Reads a lane from its beginning, or from a link that is known; tells what does not fit. */
export function* verifyLane(
  reading: Reading,
  lane: string,
  damage: Damage[],
  from: LaneEnd = { seq: 0, link: FIRST_LINK },
): Work<{ readonly events: number; readonly end: LaneEnd }> {
  const { sql, secrets } = reading
  const cuts = cutsByFirst(yield* rows(sql.cutsOf, lane), reading, damage)
  let { seq, link: previous } = from
  let events = 0
  let begin = seq
  function skipCuts(): void {
    for (let cut = cuts.get(seq + 1); cut !== undefined; cut = cuts.get(seq + 1)) {
      if (cut.before !== previous) damage.push({ what: 'event-changed', lane, seq })
      seq = cut.last
      previous = cut.after
    }
  }
  for (;;) {
    const found = yield* rows(sql.eventsOfLane, lane, seq, CHUNK)
    const reached = Number(found.at(-1)?.seq ?? 0)
    for (const stored of found) {
      skipCuts()
      const made = Buffer.from(stored.link).toString('hex')
      const here = Number(stored.seq)
      if (here !== seq + 1) damage.push({ what: 'event-missing', lane, seq: seq + 1 })
      else if (link(secrets.chainKey, previous, contentOfStored(stored)) !== made) {
        damage.push({ what: 'event-changed', lane, seq: here })
      }
      events += 1
      seq = here
      previous = made
    }
    // A damaged index may lead back.
    if (found.length < CHUNK || damage.length >= MOST_DAMAGE || reached <= begin) break
    begin = reached
  }
  skipCuts()
  return { events, end: { seq, link: previous } }
}

function cutsByFirst(found: readonly SqlRow[], { secrets }: Reading, damage: Damage[]): Map<number, Cut> {
  const cuts = new Map<number, Cut>()
  for (const stored of found) {
    const cut = cutOf(stored)
    if (Buffer.from(signatureOf(secrets, cut)).equals(stored.mac)) cuts.set(cut.first, cut)
    else damage.push({ what: 'event-missing', lane: cut.lane, seq: cut.first })
  }
  return cuts
}

function contentOfStored(stored: SqlRow): string {
  const digest = Buffer.from(stored.digest).toString('hex')
  try {
    return contentOf(eventOf(stored), digest)
  } catch {
    return '' // facts that are no JSON any more
  }
}

function* verifyTable(reading: Reading, table: TableName, damage: Damage[]): Work<number> {
  let [after, count] = ['', 0]
  const sql = rowsWithDigest(reading, table)
  for (;;) {
    const found = yield* rows(sql, after, CHUNK)
    for (const stored of found) damage.push(...damageOf(reading, table, stored))
    count += found.length
    const last: string = found.at(-1)?.id ?? ''
    if (found.length < CHUNK || damage.length >= MOST_DAMAGE || last <= after) break
    after = last
  }
  const missing = yield* rows(
    `SELECT DISTINCT e.id AS id FROM ${reading.table('events')} e LEFT JOIN ${reading.table(TABLES[table])} t ON t.id = e.id WHERE e.tbl = ?1 AND t.id IS NULL LIMIT ?2`,
    table,
    MOST_DAMAGE,
  )
  for (const { id } of missing) damage.push({ what: 'row-missing', table, id })
  return count
}

/** One statement, so that a commit between two of them cannot part a row from its event. */
function rowsWithDigest({ table: nameOf }: Reading, table: TableName): string {
  const columns = new Set([...writtenColumns(table), ...storedColumns(table).split(', ')])
  const beside =
    table === 'operation'
      ? `(SELECT sealed FROM ${nameOf('answers')} a WHERE a.operation = t.id) AS sealed,
    (SELECT string_agg(h.subject, '\n') FROM ${nameOf('holds')} h WHERE h.operation = t.id) AS held,`
      : 'NULL AS sealed, NULL AS held,'
  return `SELECT ${[...columns].join(', ')}, ${beside}
    (SELECT digest FROM ${nameOf('events')} e WHERE e.tbl = '${table}' AND e.id = t.id ORDER BY e.version DESC LIMIT 1) AS digest
    FROM ${nameOf(TABLES[table])} t WHERE id > ?1 ORDER BY id LIMIT ?2`
}

function damageOf<Name extends TableName>({ secrets }: Reading, table: Name, stored: SqlRow): Damage[] {
  const { id, sealed, digest, held } = stored
  try {
    const row = readRow(secrets, table, stored)
    const fits = COLUMNS[table].every(({ name, of }) => same(of(row), stored[name]))
    const holds: readonly string[] = 'holds' in row ? row.holds : []
    const holdsFit = [...holds].sort().join('\n') === ((held ?? '') as string).split('\n').sort().join('\n')
    if (!fits || !holdsFit || digest === null) return [{ what: 'row-changed', table, id }]
    let answer: string | undefined
    try {
      answer = sealed === null ? undefined : secrets.unseal(id, sealed)
    } catch {
      return [{ what: 'answer-unreadable', table, id }]
    }
    const right = rowDigest(secrets.chainKey, lastingText(row), answer) === Buffer.from(digest).toString('hex')
    return right ? [] : [{ what: 'row-changed', table, id }]
  } catch {
    return [{ what: 'row-changed', table, id }]
  }
}

/** PostgreSQL gives whole numbers as text. */
function same(value: SqlValue, stored: SqlValue): boolean {
  return value === null || stored === null ? value === stored : String(value) === String(stored)
}
