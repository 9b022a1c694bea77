// @everyday node
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { createClient } from '@nationec/client'
import { defaultProfile, findMessage, hosPush, type Message, messages, settlementPush } from '@nationec/protocol'
import { createSimulator } from '@nationec/simulator'
import { mockTransport } from '@nationec/transport-mock'
import { readCommandSettings } from '../../settings/settings.ts'
import { prepareBody } from '../../terminal/prepare-body.ts'
import { exampleBodies } from './example-bodies.ts'

const ORG = 'H33010200001'

/** Prepares bodies as `nationec call` does. */
async function caller() {
  const simulator = createSimulator({ seed: 7, settings: { patient: 'pays at once' } })
  const client = createClient({ orgId: ORG, transport: mockTransport(simulator.handle) })
  const { settings } = await readCommandSettings({})
  const prepare = (message: Message, given: object) =>
    prepareBody({ ...given }, message, {
      client,
      profile: defaultProfile,
      settings,
      [Symbol.asyncDispose]: async () => {},
    })
  return { client, prepare }
}

describe('example bodies', () => {
  it('exist for every message that a caller sends', () => {
    const sent = Object.values<Message>(messages).filter((message) => message !== settlementPush && message !== hosPush)
    assert.deepEqual(Object.keys(exampleBodies).sort(), sent.map(({ name }) => name).sort())
  })

  it('pass every check, with what commands fill in', async () => {
    const { client, prepare } = await caller()
    for (const [name, body] of Object.entries(exampleBodies)) {
      const message: Message | undefined = Object.values<Message>(messages).find((one) => one.name === name)
      assert.ok(message !== undefined && findMessage(name, defaultProfile) !== undefined, name)
      assert.doesNotThrow(() => prepare(message, body), name)
    }
    await client.close()
  })

  it('that stand alone are answered by the simulator', async () => {
    const { client, prepare } = await caller()
    for (const name of [
      'ec.query',
      'cn.nhsa.qrcode.get',
      'cn.nhsa.ec.auth',
      'cn.nhsa.cert.get',
      'cn.nhsa.settle.notify',
    ]) {
      const message: Message = messages[name as keyof typeof messages]
      const { body } = await prepare(message, exampleBodies[name] ?? {})
      await assert.doesNotReject(client.request({ message, data: body }), name)
    }
    await client.close()
  })

  it('name nobody who could exist', () => {
    assert.match(JSON.stringify(exampleBodies), /999999/)
    for (const [, idNo] of JSON.stringify(exampleBodies).matchAll(/"idNo":"(\d+X?)"/g))
      assert.match(idNo ?? '', /^999999/)
    for (const [, name] of JSON.stringify(exampleBodies).matchAll(/"(?:userName|operatorName|doctorName)":"([^"]*)"/g))
      assert.match(name ?? '', /^测试/)
  })
})
