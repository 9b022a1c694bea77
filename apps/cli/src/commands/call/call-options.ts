import type { Command } from 'commander'
import { withKey, withLedger } from '../../books/ledger-options.ts'
import { withJson } from '../../command-line/add-command.ts'
import { withBody } from '../../command-line/body-options.ts'
import { TERMINAL_SETTINGS, withSettings } from '../../settings/setting-options.ts'

/** What the ledger has of a command: an operation with its key, what a query proves, or nothing. */
export type InLedger = 'operation' | 'query' | 'nothing'

const LEDGER: Readonly<Record<InLedger, (command: Command) => Command>> = {
  operation: withKey,
  query: withLedger,
  nothing: (command) => command,
}

/** What every command takes that sends one request to the terminal. */
export function withCall(command: Command, inLedger: InLedger): Command {
  const traced = withSettings(LEDGER[inLedger](withBody(command)), TERMINAL_SETTINGS).option(
    '--trace <file>',
    'a new file for the masked recording 将脱敏报文记录到新文件',
  )
  return withJson(traced)
}
