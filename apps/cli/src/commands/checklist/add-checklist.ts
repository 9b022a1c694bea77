import { type Command, Option } from 'commander'
import { addCommand, withJson } from '../../command-line/add-command.ts'
import type { ChecklistFlags } from './checklist-command.ts'

const NAMES = ['developer', 'it', 'cashier', 'bookkeeper']

export function addChecklist(program: Command): void {
  const command = addCommand(
    program,
    'checklist',
    'what to do before going live, by role 上线检查清单',
    'Prints what is done before the first real bill, by role. It looks at nothing: nationec doctor does.\n' +
      '按角色打印上线前须完成的事项。不检查本机，检查请用 nationec doctor。',
  ).addOption(new Option('--role <name>', 'only this list 只打印一份').choices(NAMES))
  withJson(command).action(async (flags: ChecklistFlags) => {
    const { checklistCommand } = await import('./checklist-command.ts')
    checklistCommand(flags)
  })
}
