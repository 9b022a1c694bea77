import type { Ledger, LedgerClient, Store } from '@nationec/ledger'
import { cliError } from '../errors/cli-error.ts'
import { tell } from '../output/say.ts'
import type { Terminal } from '../terminal/open-terminal.ts'
import type { MoneyFlags } from './ledger-options.ts'
import { openWhenFree } from './open-when-free.ts'

/** The ledger of one command. */
export type Books = Ledger

/**
 * Opens the ledger that a command writes its operations into; `undefined` where it keeps none: with `--no-ledger`, and
 * through an agent, which has its own.
 *
 * @throws `LEDGER_OF_AGENT`, `USAGE`; `LEDGER_*` of the store
 */
export async function openBooks(terminal: Terminal, { ledger, key }: MoneyFlags): Promise<Books | undefined> {
  const { client, settings } = terminal
  if (settings.transport === 'agent') {
    if (typeof ledger === 'string') throw cliError('LEDGER_OF_AGENT')
    return undefined
  }
  if (ledger === false) {
    if (key !== undefined) throw cliError('USAGE', { details: [KEY_WITHOUT_LEDGER] })
    tell(GIVEN_UP)
    return undefined
  }
  return openWhenFree(await storeIn(settings.ledger), client)
}

/** A simulated terminal lives as long as the command; so do its books. */
async function storeIn(folder: string | undefined): Promise<Store> {
  if (folder === undefined) return (await import('@nationec/ledger')).memoryStore()
  return (await import('@nationec/ledger/sqlite')).sqliteStore({ folder })
}

/** What a command that only looks at the books has in place of a terminal. */
export const NO_TERMINAL = {
  querySettlement: () => Promise.reject(new Error('no terminal')),
} as unknown as LedgerClient

const KEY_WITHOUT_LEDGER = {
  en: '--key needs the ledger: leave --no-ledger out.',
  zh: '--key 须使用账本：请去掉 --no-ledger。',
}

const GIVEN_UP =
  'no ledger: nothing is written down before it is sent, the same command given twice moves money twice, ' +
  'refunds are not summed up, and a lost answer is yours to settle\n' +
  '未使用账本：发送前不留记录，重复执行会重复收付，退费不累计核对，应答丢失须自行查清'
