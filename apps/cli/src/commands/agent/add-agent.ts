import type { Command } from 'commander'
import { addCommand, withJson } from '../../command-line/add-command.ts'
import { withSecret } from '../../command-line/secret-options.ts'
import { withSettings } from '../../settings/setting-options.ts'
import type { BundleFlags } from './bundle-command.ts'
import type { PairFlags } from './pair-command.ts'
import type { SignOffFlags, SignOnFlags } from './sign-on-command.ts'

export function addAgent(program: Command): void {
  const agent = addCommand(program, 'agent', 'the local agent 本地代理')
  const pair = addCommand(
    agent,
    'pair',
    'be let in by the agent 与本地代理配对',
    'The agent shows six digits in its window; type them here, or pipe them in. The token goes into a new file that only\n' +
      'its owner reads, for --transport agent.\n' +
      '代理窗口显示六位配对码，请在此输入（或通过管道传入）；令牌写入仅所有者可读的新文件，供 --transport agent 使用。',
  ).requiredOption('--token-out <file>', 'a new file for the token 令牌文件（新建）')
  withJson(withSettings(pair, ['agent'])).action(async (flags: PairFlags) => {
    const { pairCommand } = await import('./pair-command.ts')
    await pairCommand(flags)
  })
  const signOn = withSecret(
    addCommand(
      agent,
      'sign-on',
      'an operator signs on for these commands 操作员签到',
      'At a real terminal the agent wants to know who moves money. The PIN is asked for and not shown while it is typed, or\n' +
        'comes from a file or a variable. It holds for the commands of this token until an hour of nothing has passed.\n' +
        '连接真实终端时须签到；PIN 在终端输入时不显示，也可取自文件或环境变量。签到对使用同一令牌的命令有效，闲置一小时后失效。',
    ).requiredOption('--number <number>', 'number of the operator 工号'),
    '--pin',
    'PIN of the operator 操作员 PIN',
  )
  withJson(withSettings(signOn, ['agent', 'agentTokenFile'])).action(async (flags: SignOnFlags) => {
    const { signOnCommand } = await import('./sign-on-command.ts')
    await signOnCommand(flags)
  })
  const signOff = addCommand(agent, 'sign-off', 'the operator signs off 操作员签退')
  withJson(withSettings(signOff, ['agent', 'agentTokenFile'])).action(async (flags: SignOffFlags) => {
    const { signOffCommand } = await import('./sign-on-command.ts')
    await signOffCommand(flags)
  })
  const bundle = addCommand(
    agent,
    'bundle',
    'a zip for support 支持信息包',
    'Versions, settings, masked log, ledger in numbers and health of the running agent, and what nationec doctor finds; no\n' +
      'person, no token. Of an agent that does not run: nationec-agent bundle.\n' +
      '含版本、设置、脱敏日志、账本概况与健康状况，以及 nationec doctor 的检查结果；不含个人信息与令牌。\n' +
      '代理未运行时请用 nationec-agent bundle。',
  ).requiredOption('--out <file>', 'a new file 新文件')
  withJson(withSettings(bundle, ['agent', 'agentTokenFile'])).action(async (flags: BundleFlags) => {
    const { bundleCommand } = await import('./bundle-command.ts')
    await bundleCommand(flags)
  })
}
