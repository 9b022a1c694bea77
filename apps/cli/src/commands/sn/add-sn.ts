import type { Command } from 'commander'
import { addCommand, withJson } from '../../command-line/add-command.ts'
import { wholeNumber } from '../../command-line/values.ts'
import { withSettings } from '../../settings/setting-options.ts'
import type { SerialNumberFlags } from './sn-command.ts'

export function addSn(program: Command): void {
  const command = addCommand(
    program,
    'sn',
    'make serial numbers 生成业务流水号',
    'Makes numbers for medOrgOrd, appRefdSn and outBizNo that no other till makes (clause 2.2.3).\n' +
      '生成 medOrgOrd、appRefdSn、outBizNo 所用且不重复的流水号（规范 2.2.3）。',
  )
    .option('--count <number>', 'how many; default 1 数量，默认 1', wholeNumber, 1)
    .option('--length <number>', 'greatest length; default 64 最大长度，默认 64', wholeNumber)
  withJson(withSettings(command, ['orgId'])).action(async (flags: SerialNumberFlags) => {
    const { snCommand } = await import('./sn-command.ts')
    await snCommand(flags)
  })
}
