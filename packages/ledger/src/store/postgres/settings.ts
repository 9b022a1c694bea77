import type { BilingualText } from '@nationec/errors'
import { storeError } from '../../errors/ledger-error.ts'
import type { Durability } from '../contract.ts'
import { rows, type Work } from '../sql/query.ts'

/** PostgreSQL 15. */
const OLDEST = 150_000

const READ = `SELECT current_setting('synchronous_commit') AS synchronous_commit, current_setting('fsync') AS fsync,
  current_setting('full_page_writes') AS full_page_writes,
  current_setting('synchronous_standby_names') AS synchronous_standby_names,
  current_setting('server_version') AS server_version, current_setting('server_version_num')::int AS number,
  pg_is_in_recovery() AS standby,
  (SELECT count(*)::int FROM pg_stat_replication) AS standbys,
  (SELECT count(*)::int FROM pg_stat_replication WHERE sync_state IN ('sync', 'quorum')) AS synchronous`

/** What a commit survives, read back from the server by one of its connections. */
export function* readDurability(): Work<Durability> {
  const [found] = yield* rows(READ)
  const { synchronous_commit, fsync, full_page_writes, synchronous_standby_names, server_version } = found
  const settings = { synchronous_commit, fsync, full_page_writes, synchronous_standby_names, server_version }
  const isSafe = synchronous_commit !== 'off' && fsync === 'on' && full_page_writes === 'on'
  const waits = ['on', 'remote_apply'].includes(synchronous_commit) && synchronous_standby_names !== ''
  const warnings: BilingualText[] = [
    ...(isSafe ? [] : [UNSAFE]),
    ...(found.standbys > found.synchronous || (found.standbys > 0 && !waits) ? [ASYNCHRONOUS] : []),
  ]
  const survives = !isSafe ? 'process' : waits && found.synchronous > 0 ? 'loss-of-one-server' : 'power-cut'
  return { survives, settings, warnings }
}

/** Refuses a server on which money is not safe. @throws `LEDGER_UNSAFE`, `LEDGER_UNREACHABLE` */
export function* checkServer(): Work<void> {
  const [found] = yield* rows(READ)
  if (found.number < OLDEST) throw storeError('LEDGER_UNREACHABLE', { details: [OLD] })
  if (found.standby) throw storeError('LEDGER_UNREACHABLE', { details: [STANDBY] })
  const { settings, survives } = yield* readDurability()
  if (survives !== 'process') return
  const names = ['synchronous_commit', 'fsync', 'full_page_writes']
    .map((name) => `${name} = ${settings[name]}`)
    .join(', ')
  throw storeError('LEDGER_UNSAFE', { details: [{ en: `The server has ${names}.`, zh: `服务器设置为 ${names}。` }] })
}

const OLD = { en: 'The server is older than PostgreSQL 15.', zh: '服务器版本低于 PostgreSQL 15。' }
const STANDBY = {
  en: 'The server is a standby: connect to the primary.',
  zh: '该服务器为备库：请连接主库。',
}
const UNSAFE = {
  en: 'A power cut may take commits away: synchronous_commit, fsync and full_page_writes must be on.',
  zh: '断电可能丢失已提交的数据：synchronous_commit、fsync、full_page_writes 必须开启。',
}
const ASYNCHRONOUS = {
  en: 'A standby is asynchronous: a fail-over to it loses commits that were acknowledged. Set synchronous_standby_names.',
  zh: '存在异步备库：切换到该备库会丢失已确认的提交。请设置 synchronous_standby_names。',
}
