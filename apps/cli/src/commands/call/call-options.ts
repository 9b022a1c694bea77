import type { Command } from 'commander'
import { withJson } from '../../command-line/add-command.ts'
import { withBody } from '../../command-line/body-options.ts'
import { TERMINAL_SETTINGS, withSettings } from '../../settings/setting-options.ts'

/** What every command takes that sends one request to the terminal. */
export function withCall(command: Command): Command {
  const traced = withSettings(withBody(command), TERMINAL_SETTINGS).option(
    '--trace <file>',
    'a new file for the masked recording 将脱敏报文记录到新文件',
  )
  return withJson(traced)
}
