import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import {
  type Journal,
  type LateOutcome,
  memoryJournal,
  memoryPorts,
  type SerialNotice,
  serialTerminal,
  serialTransport,
} from '@nationec/transport-serial'
import { peerIdOf } from '../channel/credential.ts'
import { until } from '../fixtures/desk-pair.ts'
import { testKeys } from '../fixtures/test-keys.ts'

const [first, second] = [testKeys(), testKeys()]
const text = '{"transType":"6201"}'
const now = (): number => Math.floor(Date.now() / 1_000)

describe('a request that stands open when the terminal is exchanged', () => {
  it('is not asked about at another terminal, which never saw it; its own may still tell', async () => {
    const journal = memoryJournal()
    const requestId = await leaveOpen(journal)
    const other = await restart(journal, second)
    assert.deepEqual(other.outcomes, [], 'the other terminal has said that it never arrived')
    assert.deepEqual(other.notices, [{ type: 'sent-elsewhere', requestId }])
    const own = await restart(journal, first, journalSince(now() - 3_600))
    assert.deepEqual(
      own.outcomes.map(({ outcome }) => outcome.type),
      ['void'],
    )
  })

  it('is unknown to a terminal whose journal is newer than the request', async () => {
    const journal = memoryJournal()
    const id = 'ab'.repeat(16)
    journal.append({
      type: 'request',
      peer: peerIdOf(first.institution.terminal.link),
      id,
      madeAt: now() - 60,
      url: '',
      text,
      signature: new Uint8Array(64),
    })
    const { outcomes } = await restart(journal, first)
    assert.deepEqual(outcomes, [], 'a terminal without a memory has said that it never arrived')
  })
})

/** A till that ends while its request is under way; gives the id of the request. */
async function leaveOpen(journal: Journal): Promise<string> {
  const ports = memoryPorts()
  let runs = 0
  const terminal = serialTerminal({
    port: ports.terminal,
    keys: first.terminal,
    journal: memoryJournal(),
    handle: () => {
      runs += 1
      return new Promise<string>(() => {})
    },
  })
  const connection = serialTransport({ port: ports.institution, keys: first.institution, journal }).connect()
  const exchange = connection.exchange({ text })
  await until(() => runs === 1)
  await Promise.all([assert.rejects(exchange, { code: 'CLOSED', delivery: 'unknown' }), connection.close()])
  await terminal.close()
  const ids: string[] = []
  journal.replay((entry) => entry.type === 'request' && ids.push(entry.id))
  return ids[0] ?? ''
}

/** A terminal's journal that has remembered everything since then, and never saw the request. */
function journalSince(madeAt: number): Journal {
  const journal = memoryJournal()
  journal.append({ type: 'low-water', peer: peerIdOf(first.institution.link.publicKey), madeAt })
  return journal
}

/** The till runs again, at a terminal that has seen other requests before. */
async function restart(
  journal: Journal,
  { institution, terminal: keys }: ReturnType<typeof testKeys>,
  theirs: Journal = memoryJournal(),
) {
  const ports = memoryPorts()
  const outcomes: LateOutcome[] = []
  const notices: SerialNotice[] = []
  const terminal = serialTerminal({ port: ports.terminal, keys, journal: theirs, handle: () => 'ok' })
  const connection = serialTransport({
    port: ports.institution,
    keys: institution,
    journal,
    onOutcome: (outcome) => outcomes.push(outcome),
    onNotice: (notice) => notice.type === 'sent-elsewhere' && notices.push(notice),
  }).connect()
  assert.equal(await connection.exchange({ text: 'next' }), 'ok')
  assert.equal(await connection.exchange({ text: 'and another, behind every question' }), 'ok')
  await connection.close()
  await terminal.close()
  return { outcomes, notices }
}
