import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type Message, messages, type Shape } from '@nationec/protocol'
import { mockTransport, record } from '@nationec/transport-mock'

/** The names of all fields that tell of a person, of health, or open something. */
function sensitiveNames(shape: Shape): string[] {
  return Object.entries(shape).flatMap(([name, { sensitive, shape: inner = {}, aliases = [] }]) => [
    ...(sensitive === undefined ? [] : [name, ...aliases]),
    ...sensitiveNames(inner),
  ])
}

/** What a tape shows of these members. */
async function taped(...bodies: readonly unknown[]): Promise<string> {
  const { transport, tape } = record(mockTransport(() => '{"code":0}'))
  await using connection = transport.connect()
  for (const data of bodies) await connection.exchange({ text: JSON.stringify({ transType: '6201', data }) })
  return tape()
}

describe('a tape recorded with the usual mask', () => {
  it('shows no name, number, token or health of any message, whatever the value looks like', async () => {
    const names = new Set(
      Object.values(messages).flatMap(({ request, response }: Message) => [
        ...sensitiveNames(request),
        ...sensitiveNames(response),
      ]),
    )
    assert.ok(names.has('diseName') && names.has('payToken'))
    const bodies = [...names].flatMap((name) =>
      ['8888888', '感冒'].map((value) => [{ [name]: value }, JSON.stringify({ [name]: value })]),
    )
    assert.deepEqual(
      (await taped(...bodies)).split('\n').filter((line) => /8888888|感冒/.test(line)),
      [],
    )
  })

  it('shows no value that its field cannot hold, no unknown field, and no key that is no name', async () => {
    const tape = await taped({
      transType: '330102199001011234',
      insutype: '张三',
      what: '李四',
      王五: 1,
      medType: '11',
    })
    assert.match(tape, /\{"transType":"\*\*\*","insutype":"\*\*\*","what":"\*\*\*","\*\*\*":"\*\*\*","medType":"11"\}/)
  })

  it('hides a text that is not JSON as a whole', async () => {
    const { transport, tape } = record(mockTransport(() => '患者张三'))
    await using connection = transport.connect()
    await connection.exchange({ text: '李四' })
    assert.equal(tape(), '# nationec tape 1\n>~ "***"\n<~ "***"\n')
  })
})
