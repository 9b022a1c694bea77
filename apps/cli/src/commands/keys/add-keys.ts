import type { Command } from 'commander'
import { addCommand, withJson } from '../../command-line/add-command.ts'
import type { LinkKeysFlags } from './keys-command.ts'

export function addKeys(program: Command): void {
  const command = addCommand(
    program,
    'keys',
    'keys of the serial link 串口链路密钥',
    'Makes the two key pairs of one side of the serial link (link and signing) in a folder, or shows the fingerprints\n' +
      'of those that are there. Private keys are files that only their owner reads.\n' +
      '在文件夹中生成串口链路一侧的两对密钥（链路与签名），或显示已有密钥的指纹；私钥文件仅所有者可读。',
  ).requiredOption('--folder <folder>', 'where they are, or shall be 密钥文件夹')
  withJson(command.option('--show', 'show what is there 显示已有密钥')).action(async (flags: LinkKeysFlags) => {
    const { linkKeysCommand } = await import('./keys-command.ts')
    await linkKeysCommand(flags)
  })
}
