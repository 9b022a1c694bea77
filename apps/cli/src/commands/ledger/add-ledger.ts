import { type Command, Option } from 'commander'
import { withLedgerFolder } from '../../books/ledger-options.ts'
import { addCommand, type Finish, withJson } from '../../command-line/add-command.ts'
import { list, wholeNumber } from '../../command-line/values.ts'
import { EXIT } from '../../errors/exit.ts'
import { CONFIG, TERMINAL_SETTINGS, withSettings } from '../../settings/setting-options.ts'
import { type DayFlags, withCloseDay, withReconcile } from './day-options.ts'

// biome-ignore lint/suspicious/noExplicitAny: commander gives a command its arguments and then its flags
type Action = (...given: any[]) => Promise<unknown>

interface Row {
  readonly usage: string
  readonly summary: string
  readonly description: string
  readonly options: (command: Command) => Command
  readonly action: Action
}

const look = (command: Command): Command => withJson(withLedgerFolder(command))

const LOOKING: readonly Row[] = [
  {
    usage: 'list',
    summary: 'orders, newest first 订单列表',
    description:
      'Lists orders, newest first: numbers, states and amounts, no person.\n按时间倒序列出订单：编号、状态与金额，不含人员信息。',
    options: (command) =>
      look(command)
        .option('--day <YYYY-MM-DD>', 'only this day 仅该日')
        .addOption(
          new Option('--status <name>', 'only this state 仅该状态').choices([
            ...['pending', 'completing', 'settled', 'partly-refunded', 'refunded', 'revoked', 'failed'],
            ...['unrecognised', 'unknown', 'not-uploaded'],
          ]),
        )
        .option('--till <name>', 'only this terminal 仅该终端')
        .option('--limit <number>', 'at most so many; default 50 最多条数，默认 50', wholeNumber, 50),
    action: async (flags) => (await import('./list-command.ts')).listCommand(flags),
  },
  {
    usage: 'show <number>',
    summary: 'all of one order 查看单个订单',
    description:
      'Shows an order with its operations, exceptions and events, by any of its numbers, by an id or by a key.\n' +
      '按任一编号、操作编号或键查看订单及其操作、异常与事件。',
    options: look,
    action: async (number, flags) => (await import('./show-command.ts')).showCommand(number, flags),
  },
  {
    usage: 'open',
    summary: 'what is not known, and what waits for a person 未决事项',
    description:
      'Lists operations whose outcome is not known, with their age and the next question, and exceptions that wait for a\n' +
      'person; ends with 3 while there is any.\n' +
      '列出结果未知的操作（已历时、下次查询）与待人工处理的异常；有未决事项时退出码为 3。',
    options: look,
    action: async (flags) => (await import('./open-command.ts')).openCommand(flags),
  },
  {
    usage: 'doctor',
    summary: 'check the ledger 检查账本',
    description:
      'Checks folder, room, durability and what is open; changes nothing, ends with 5 if there is a problem.\n' +
      '检查文件夹、剩余空间、可靠性与未决事项；不作改动，存在问题时退出码为 5。',
    options: look,
    action: async (flags) => (await import('./ledger-doctor-command.ts')).ledgerDoctorCommand(flags),
  },
  {
    usage: 'verify',
    summary: 'read the whole chain 校验账本',
    description:
      'Reads the whole chain and compares every row with it, also of a ledger that is too damaged to open; ends with 1 for\n' +
      'damage.\n' +
      '读取完整校验链并逐条核对，账本损坏而无法打开时也可使用；发现损坏时退出码为 1。',
    options: look,
    action: async (flags) => (await import('./verify-command.ts')).verifyCommand(flags),
  },
]

const CHANGING: readonly Row[] = [
  {
    usage: 'settle [id]',
    summary: 'ask now for what is not known 立即查询未决操作',
    description:
      'Asks the terminal now for every operation whose outcome is not known, or for one by its id or key; ends with 3 while\n' +
      'one stays open. Nothing that moves money is sent.\n' +
      '立即向终端查询全部结果未知的操作，或按编号、键只查一项；仍有未确认者时退出码为 3。不发送资金类请求。',
    options: (command) =>
      withSettings(look(command), TERMINAL_SETTINGS).option(
        '--within <milliseconds>',
        'ask again on the schedule for so long; default 0, once 在此时间内按计划重复查询，默认 0，仅查一次',
        wholeNumber,
        0,
      ),
    action: async (id, flags) => (await import('./settle-command.ts')).settleCommand(id, flags),
  },
  {
    usage: 'renew-mark',
    summary: 'make a lost mark of the end anew 重建丢失的末尾标记',
    description:
      'Makes ledger.mark anew when it was lost or cannot be read and the chain is whole. Name and reason become an event, and\n' +
      'an exception stays open until the last days were compared.\n' +
      '在 ledger.mark 丢失或无法读取、且校验链完整时重建。重建人与原因记为事件；在核对最近各日之前保留一项待处理异常。',
    options: (command) =>
      look(command).requiredOption('--by <name>', 'who renews it 重建人').requiredOption('--because <why>', 'why 原因'),
    action: async (flags) => (await import('./renew-mark-command.ts')).renewMarkCommand(flags),
  },
  {
    usage: 'decide <id>',
    summary: 'store what a person has found out 人工认定',
    description:
      'Settles an exception, or an operation whose outcome is not known, with name and reason. Provisional: a later proof\n' +
      'corrects it. No name of a patient.\n' +
      '对异常或结果未知的操作作出认定，须写明认定人与原因；事后证据可予更正。勿写患者姓名。',
    options: (command) =>
      look(command)
        .addOption(
          new Option('--outcome <name>', 'done, not-done; seen ends an exception only 认定结果')
            .choices(['done', 'not-done', 'seen'])
            .makeOptionMandatory(),
        )
        .requiredOption('--by <name>', 'who decides 认定人')
        .requiredOption('--because <why>', 'why 原因')
        .option('--pay-ord-id <number>', 'of an upload that was done, as the centre told it 中心告知的支付订单号'),
    action: async (id, flags) => (await import('./decide-command.ts')).decideCommand(id, flags),
  },
  {
    usage: 'backup <folder>',
    summary: 'a whole copy 备份账本',
    description:
      'Writes a whole copy into a folder that does not exist yet; with its key, so keep it as you keep the ledger.\n' +
      '将账本完整备份到尚不存在的文件夹；备份内含密钥，请与账本同等保管。',
    options: look,
    action: async (target, flags) => (await import('./backup-command.ts')).backupCommand(target, flags),
  },
  {
    usage: 'restore <folder>',
    summary: 'a backup in the place of the ledger 恢复备份',
    description:
      'Verifies a backup and restores it. What came after it is missing: compare with the list of the centre before\n' +
      'anything is sent.\n' +
      '校验并恢复备份。备份之后的操作不在其中：请先与中心清单核对，再进行资金操作。',
    options: (command) =>
      look(command).option('--replace', 'move the ledger that is there beside it, and keep it 先移开并保留现有账本'),
    action: async (backup, flags) => (await import('./backup-command.ts')).restoreCommand(backup, flags),
  },
  {
    usage: 'reconcile',
    summary: 'compare the lists of a day 对账',
    description:
      "Compares the centre's list of a day, and the institution's own, with the ledger; each difference becomes an exception\n" +
      'with the command that settles it. Ends with 1 while a difference is open.\n' +
      '将中心清单及机构清单与账本比对，每项差异成为异常并给出处理命令；有未处理差异时退出码为 1。',
    options: (command) => withLedgerFolder(withReconcile(command)),
    action: (flags: DayFlags) => overLedger(flags, (one, ledger) => one.reconcileCommand(ledger, flags)),
  },
  {
    usage: 'close-day',
    summary: 'close and sign a day 日结',
    description:
      'Closes and signs a day; with lists it compares them first. Refused with 3 while an operation or an exception of the\n' +
      'day is open.\n' +
      '日结并签名，给出清单时先对账；当日有未决操作或异常时拒绝，退出码为 3。',
    options: (command) => withLedgerFolder(withCloseDay(command)),
    action: (flags: DayFlags & { readonly by: string }) =>
      overLedger(flags, (one, ledger) => one.closeDayCommand(ledger, flags)),
  },
]

const SIMULATE: Row = {
  usage: 'simulate',
  summary: 'a simulated world from one seed 模拟验证',
  description:
    'Replays a world from one seed: clock, line, terminal, centre, cashiers, and crashes at every step; checks the rules of\n' +
    'the ledger, and ends with 1 when one was broken. Nothing is sent anywhere.\n' +
    '按一个种子重放整个模拟世界（时钟、线路、终端、中心、收费员与随时崩溃）并检查账本规则；违反规则时退出码为 1。不向外发送。',
  options: (command) =>
    withJson(command)
      .option('--seed <number>', 'the seed; default 7 种子，默认 7', wholeNumber, 7)
      .option('--orders <number>', 'how many orders; default 20 订单数，默认 20', wholeNumber, 20)
      .addOption(
        new Option(
          '--store <name>',
          'sqlite: on a disk that loses its power, is full and fails 存储，sqlite 时模拟断电与磁盘故障',
        )
          .choices(['memory', 'sqlite'])
          .default('memory'),
      )
      .option('--only <numbers>', 'only these orders, for example 3,5 仅这些订单', list)
      .option('--shrink', 'look for the shortest story that breaks a rule 查找最短的违规过程')
      .option('--story', 'tell what happened 输出过程'),
  action: async (flags) => (await import('./simulate-command.ts')).simulateLedgerCommand(flags),
}

type DayCommands = typeof import('./reconcile-command.ts')
type Opened = Awaited<ReturnType<typeof import('../../books/open-existing.ts')['openExisting']>>

async function overLedger(flags: DayFlags, run: (one: DayCommands, ledger: Opened) => Promise<number>) {
  const { openExisting } = await import('../../books/open-existing.ts')
  const commands = await import('./reconcile-command.ts')
  await using ledger = await openExisting({ ...flags })
  return await run(commands, ledger)
}

/** `nationec ledger` with what stands behind it. */
export function addLedger(program: Command, finish: Finish): void {
  const ledger = addCommand(
    program,
    'ledger',
    'the ledger: orders, open outcomes, days 账本：订单、未决结果、日结',
    'Looks into the ledger that the money commands write into, settles what is open, and closes days.\n' +
      '查看资金命令所写的账本，处理未决事项，办理日结。',
  )
  for (const { usage, summary, description, options, action } of [...LOOKING, ...CHANGING, SIMULATE]) {
    const command = options(addCommand(ledger, usage, summary, description))
    // One that asks the terminal has it already.
    const isSet = command.options.some(({ long }) => long === '--config')
    if (usage !== SIMULATE.usage && !isSet) command.option(...CONFIG)
    command.action(async (...given: unknown[]) => {
      const code = await action(...given)
      finish(typeof code === 'number' ? code : EXIT.ok)
    })
  }
}
