import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import {
  type Handle,
  type LateOutcome,
  memoryJournal,
  memoryPorts,
  type SerialTransportOptions,
  serialTerminal,
  serialTransport,
  type TerminalPush,
} from '@nationec/transport-serial'
import { until } from '../fixtures/desk-pair.ts'
import { testKeys } from '../fixtures/test-keys.ts'

const [first, second] = [testKeys(), testKeys()]
/** The second till is at the first one's terminal. */
const tills = [first.institution, { ...second.institution, terminal: first.institution.terminal }] as const
const institutions = [...first.terminal.institutions, ...second.terminal.institutions]

describe('a terminal with two pinned institutions', () => {
  it('hands a result to the one that asked for it, though the other comes first', async () => {
    const finish: ((text: string) => void)[] = []
    const { till, terminal } = begin((text) =>
      text === 'next' ? 'ok' : new Promise((resolve) => void finish.push(resolve)),
    )
    const journal = memoryJournal()
    const one = till(0, { journal })
    const exchange = one.connection.exchange({ text: 'of the first' })
    exchange.catch(() => {})
    await until(() => finish.length === 1)
    await one.connection.close()
    const two = till(1)
    const other = two.connection.exchange({ text: 'of the second' })
    finish[0]?.('for the first')
    await until(() => finish.length === 2)
    finish[1]?.('for the second')
    assert.equal(await other, 'for the second')
    await two.connection.close()
    assert.deepEqual(two.outcomes, [])
    const again = till(0, { journal })
    assert.equal(await again.connection.exchange({ text: 'next' }), 'ok')
    await until(() => again.outcomes.length === 1)
    assert.deepEqual(again.outcomes[0]?.outcome, { type: 'answered', text: 'for the first' })
    await again.connection.close()
    await terminal.close()
  })

  it('hands a push to the one it is meant for', async () => {
    const { till, terminal } = begin(() => 'ok')
    const pushId = terminal.push('for the second', institutions[1]?.link)
    for (const [index, expected] of [
      [0, []],
      [1, [{ pushId, text: 'for the second' }]],
    ] as const) {
      const pushes: TerminalPush[] = []
      const { connection } = till(index, { onPush: (push) => void pushes.push(push) })
      await connection.exchange({ text: 'one' })
      await connection.exchange({ text: 'another, behind every push' })
      assert.deepEqual(pushes, expected)
      await connection.close()
    }
    assert.throws(() => terminal.push('news', second.institution.terminal.link), { code: 'OPTION_INVALID' })
    await terminal.close()
  })
})

function begin(handle: Handle) {
  const ports = memoryPorts()
  const keys = { ...first.terminal, institutions }
  const terminal = serialTerminal({ port: ports.terminal, keys, journal: memoryJournal(), handle })
  return {
    terminal,
    till(index: 0 | 1, options: Partial<SerialTransportOptions> = {}) {
      const outcomes: LateOutcome[] = []
      const onOutcome = (outcome: LateOutcome): void => void outcomes.push(outcome)
      const transport = serialTransport({ port: ports.institution, keys: tills[index], onOutcome, ...options })
      return { outcomes, connection: transport.connect() }
    },
  }
}
