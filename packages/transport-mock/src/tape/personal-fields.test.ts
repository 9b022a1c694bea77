import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type Message, messages, type Shape } from '@nationec/protocol'
import { mockTransport, record } from '@nationec/transport-mock'

/** The names of all fields that say who somebody is, or open something. */
function personalNames(shape: Shape): string[] {
  return Object.entries(shape).flatMap(([name, { sensitive, shape: inner = {}, aliases = [] }]) => [
    ...(sensitive === undefined || sensitive === 'health' ? [] : [name, ...aliases]),
    ...personalNames(inner),
  ])
}

describe('a tape recorded with the usual mask', () => {
  it('shows no name, number or token of any message', async () => {
    const names = new Set(
      Object.values(messages).flatMap(({ request, response }: Message) => [
        ...personalNames(request),
        ...personalNames(response),
      ]),
    )
    const { transport, tape } = record(mockTransport(() => '{"code":0}'))
    await using connection = transport.connect()
    for (const name of names)
      await connection.exchange({ text: JSON.stringify({ data: [{ [name]: 'SECRET-OF-A-PERSON' }] }) })
    const shown = tape()
      .split('\n')
      .filter((line) => line.includes('SECRET-OF-A-PERSON'))
    assert.deepEqual(shown, [])
  })
})
