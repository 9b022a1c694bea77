import type { Command } from 'commander'
import { addCommand, withJson } from '../../command-line/add-command.ts'
import type { CodesFlags } from './codes-command.ts'

export function addCodes(program: Command): void {
  const command = addCommand(
    program,
    'codes [text]',
    'search the code tables 查询代码表',
    'Searches every code table by code, Chinese or English. Without a text it lists the tables.\n' +
      '按代码、中文或英文查询全部代码表；不给出文字时列出所有代码表。',
  ).option('--table <table>', 'only this table; ordStas, refdType… 仅查询该代码表')
  withJson(command).action(async (text: string | undefined, flags: CodesFlags) => {
    const { codesCommand } = await import('./codes-command.ts')
    await codesCommand(text, flags)
  })
}
