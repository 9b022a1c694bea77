import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { TerminalPush } from '@nationec/transport-serial'
import { createDesk, until } from '../fixtures/desk-pair.ts'

describe('what a terminal may tell by itself', () => {
  it('is no longer than what the other side takes: it would end every session, for ever', async () => {
    const taken: TerminalPush[] = []
    await using desk = createDesk({ handle: () => 'ok', institution: { onPush: (push) => void taken.push(push) } })
    const longest = 'x'.repeat(900 * 1_024)
    assert.throws(() => desk.terminal.push(`${longest}x`), { code: 'REQUEST_TOO_LARGE', delivery: 'not-sent' })
    assert.throws(() => desk.terminal.push('half a character \ud800'), { code: 'REQUEST_NOT_TEXT' })
    await using connection = desk.transport.connect()
    assert.equal(await connection.exchange({ text: '{}' }), 'ok')
    desk.terminal.push(longest)
    await until(() => taken.length === 1)
    assert.equal(taken[0]?.text, longest)
    await connection.close()
  })
})
