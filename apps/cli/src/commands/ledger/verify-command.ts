import type { Damage } from '@nationec/ledger'
import { hasLedger, type LookFlags, ledgerFolder } from '../../books/open-existing.ts'
import { withoutSqlite } from '../../books/open-when-free.ts'
import { cliError } from '../../errors/cli-error.ts'
import { EXIT } from '../../errors/exit.ts'
import { printResult } from '../../output/print-result.ts'
import { say } from '../../output/say.ts'

/** `nationec ledger verify`: reads the whole chain, also of a ledger that is too damaged to open; gives 1 for damage. */
export async function verifyCommand(flags: LookFlags): Promise<number> {
  const folder = await ledgerFolder(flags)
  if (!hasLedger(folder)) throw cliError('LEDGER_ABSENT')
  const { verifySqliteLedger } = await import('@nationec/ledger/sqlite')
  const found = await verifySqliteLedger(folder).catch((error: unknown) => {
    throw withoutSqlite(error)
  })
  const { events, rows, damage } = found
  printResult({ whole: damage.length === 0, events, rows, damage }, flags.json === true, () => {
    say(`events 事件: ${events}, rows 记录: ${rows}`)
    say(damage.length === 0 ? 'whole 完好' : `damaged 已损坏: ${damage.length}`)
    for (const one of damage) say(`  ${damageLine(one)}`)
    if (damage.length > 0) say('keep the files, restore the last backup 请保留原文件，恢复最近的备份')
  })
  return damage.length === 0 ? EXIT.ok : EXIT.refused
}

const WHAT: Readonly<Record<Damage['what'], string>> = {
  'event-missing': 'an event is missing 缺少事件',
  'event-changed': 'an event was changed 事件被更改',
  'event-order': 'events stand in another order 事件顺序不符',
  'end-missing': 'the newest events are missing 缺少末尾事件',
  'row-missing': 'a row is missing 缺少记录',
  'row-changed': 'a row was changed 记录被更改',
  'answer-unreadable': 'an answer cannot be read 应答无法解密',
  'file-damaged': 'a page or an index of the database 数据库页或索引损坏',
}

function damageLine({ what, lane = '', seq, table, id }: Damage): string {
  const place = [table, id, seq === undefined ? undefined : `${lane}#${seq}`].filter((part) => part !== undefined)
  return `${WHAT[what]}${place.length === 0 ? '' : `: ${place.join(' ')}`}`
}
