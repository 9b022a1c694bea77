import type { Command } from 'commander'

/** What the user says of the ledger. */
export interface LedgerFlags {
  /** `false`: `--no-ledger`. */
  readonly ledger?: string | false
}

/** What the user says of an operation that moves money. */
export interface MoneyFlags extends LedgerFlags {
  readonly key?: string
  /** Why a bill is another one, although it looks alike. */
  readonly notDuplicate?: string
}

/** Where the ledger is. */
export function withLedgerFolder(command: Command): Command {
  return command.option(
    '--ledger <folder>',
    'folder of the ledger; default in the state folder of this user; or NATIONEC_LEDGER 账本文件夹，默认位于用户状态目录',
  )
}

/** Gives a command that asks the centre its ledger, on unless it is refused. */
export function withLedger(command: Command): Command {
  return withLedgerFolder(command).option('--no-ledger', 'keep no ledger 不使用账本')
}

/** Gives a command that moves money its ledger and its key. */
export function withKey(command: Command): Command {
  return withLedger(command)
    .option(
      '--key <text>',
      'sent at most once for each key; the same key tells what is known 每键至多发送一次，同一键返回已知结果',
    )
    .option(
      '--not-duplicate <why>',
      'why this is another bill, after POSSIBLE_DUPLICATE; no name of a patient ' +
        '遇 POSSIBLE_DUPLICATE 时，说明确属另一账单的原因，勿写患者姓名',
    )
}
