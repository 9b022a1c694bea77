import { stat, statfs } from 'node:fs/promises'
import { isBuiltin } from 'node:module'
import process from 'node:process'
import { isNationEcError, type NationEcError } from '@nationec/errors'
import type { OpenStore } from '@nationec/ledger'
import { hasLedger } from '../../../books/open-existing.ts'
import { withoutSqlite } from '../../../books/open-when-free.ts'
import { cliErrors } from '../../../errors/cli-error.ts'
import { usualLedger } from '../../../settings/settings.ts'
import { type Check, type Checker, found, ok, skipped } from './check.ts'

/** Whether the ledger of this user can be relied on. */
export const checkLedger: Checker = ({ settings }) => checkLedgerIn(settings.ledger ?? usualLedger())

/** The checks of a ledger; it is opened as it is, and nothing in it changes. */
export async function checkLedgerIn(
  folder: string,
  hasSqlite: boolean = isBuiltin('node:sqlite'),
): Promise<readonly Check[]> {
  if (!hasSqlite) {
    const { summary, advice } = cliErrors.LEDGER_NEEDS_SQLITE
    return [found('problem', 'ledger.runtime', summary, advice)]
  }
  if (!hasLedger(folder)) {
    const text = 'There is none yet; the first command that moves money makes it.'
    return [skipped('ledger.folder', text, '尚无账本；首个资金命令会自动创建。')]
  }
  return [...(await checkFolder(folder)), ...(await checkStore(folder))]
}

/** Bytes below which the ledger may soon refuse to write, and with it every money command. */
const LEAST_ROOM = 100 * 1024 * 1024

async function checkFolder(folder: string): Promise<Check[]> {
  const { mode } = await stat(folder)
  const { bavail, bsize } = await statfs(folder)
  const megabytes = Math.floor((bavail * bsize) / (1024 * 1024))
  const open = process.platform !== 'win32' && (mode & 0o077) !== 0
  const rights = open
    ? found(
        'warning',
        'ledger.folder',
        { en: 'Other users may look into its folder.', zh: '其他用户可访问账本文件夹。' },
        { en: 'Take their rights away: chmod 700.', zh: '请收紧权限：chmod 700。' },
      )
    : ok('ledger.folder', `In ${folder}, for this user alone.`, `位于 ${folder}，仅当前用户可访问。`)
  const room = { en: `${megabytes} MB are free.`, zh: `剩余空间 ${megabytes} MB。` }
  return [
    rights,
    bavail * bsize >= LEAST_ROOM
      ? ok('ledger.room', room.en, room.zh)
      : found('problem', 'ledger.room', room, {
          en: 'Make space: without it no money command is sent.',
          zh: '请清理空间：空间不足时资金命令不会发送。',
        }),
  ]
}

async function checkStore(folder: string): Promise<Check[]> {
  const { sqliteStore } = await import('@nationec/ledger/sqlite')
  try {
    const store = await sqliteStore({ folder }).open({ clock: Date.now, instance: 'doctor' })
    try {
      return [...(await checkDurability(store)), await checkWork(store)]
    } finally {
      await store.close()
    }
  } catch (error) {
    if (isNationEcError(error, 'LEDGER_LOCKED'))
      return [skipped('ledger.open', 'Another process has it open.', '另一进程正在使用账本。')]
    const { summary, advice } = withoutSqlite(error) as NationEcError
    return [found('problem', 'ledger.open', summary, advice)]
  }
}

async function checkDurability(store: OpenStore): Promise<Check[]> {
  const { survives, warnings } = await store.durability()
  const settled = survives === 'power-cut' || survives === 'loss-of-one-server'
  const fix = { en: 'Follow the hint.', zh: '请按提示处理。' }
  return [
    settled
      ? ok('ledger.durability', `It opens; commits survive: ${survives}.`, `可正常打开；提交可经受：${survives}。`)
      : found(
          'problem',
          'ledger.durability',
          { en: `Commits survive: ${survives}.`, zh: `提交可经受：${survives}。` },
          fix,
        ),
    ...warnings.map((warning) => found('warning', 'ledger.durability', warning, fix)),
  ]
}

async function checkWork(store: OpenStore): Promise<Check> {
  const unknown = await store.operations({ state: 'unknown', limit: 1_000 })
  const running = await store.operations({ state: 'running', limit: 1_000 })
  const exceptions = await store.exceptions({ open: true, limit: 1_000 })
  const [open, waiting] = [unknown.rows.length + running.rows.length, exceptions.rows.length]
  const text = {
    en: `Open operations: ${open}; exceptions: ${waiting}.`,
    zh: `未决操作 ${open} 项，未处理异常 ${waiting} 项。`,
  }
  if (open + waiting === 0) return ok('ledger.work', text.en, text.zh)
  return found('warning', 'ledger.work', text, {
    en: 'See them: nationec ledger open.',
    zh: '请查看：nationec ledger open。',
  })
}
