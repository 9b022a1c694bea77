import { storeError } from '../../errors/ledger-error.ts'
import { rows, run, type Work } from './query.ts'
import type { Reading } from './reading.ts'

const NAME = 'key'
const TEXT = 'nationec ledger key'

/** Writes what proves the key, into a new ledger. */
export function* putKeyCheck({ sql, secrets }: Reading): Work<void> {
  yield* run(sql.putMeta, NAME, secrets.mac(TEXT))
}

/** @throws `LEDGER_DAMAGED` when the key is that of another ledger */
export function* checkKey({ sql, secrets }: Reading): Work<void> {
  const [found] = yield* rows(sql.getMeta, NAME)
  if (found !== undefined && secrets.isMac(TEXT, found.value)) return
  throw storeError('LEDGER_DAMAGED', { details: [OTHER_KEY] })
}

const OTHER_KEY = { en: 'The key is that of another ledger.', zh: '密钥属于另一账本。' }
