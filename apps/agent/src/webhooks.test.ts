// @everyday node
import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { it } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { hmacSm3 } from '@nationec/crypto/sm3'
import { createSimulator } from '@nationec/simulator'
import { openDesk } from './fixtures/desk.ts'
import { hospital, isDone } from './fixtures/hospital.ts'
import { ask } from './fixtures/http.ts'
import { inFolder } from './fixtures/program.ts'

const SECRET = 'a secret of twenty-four bytes and more'

for (const hmac of ['sha256', 'sm3'] as const) {
  it(`tells a server of operations and orders, signed with ${hmac}`, async () => {
    await using server = await hospital()
    await using desk = await openDesk({ webhooks: [{ url: server.url, secret: SECRET, hmac }] })
    const { idNo, userName, ecToken } = await desk.bill()
    const { operation, order, payToken } = (await desk.upload('k')).json
    await server.until(() => server.got.some(isDone) && server.got.some(({ type }) => type === 'order'))
    const done = server.got.find(isDone)
    assert.equal(done?.data['id'], operation.id)
    assert.ok(server.got.some(({ type, data }) => type === 'order' && data['id'] === order.id))
    for (const { id, text, headers } of server.got) {
      const signed = `${id}.${headers['webhook-timestamp']}.${text}`
      const expected =
        hmac === 'sha256'
          ? `v1,${createHmac('sha256', SECRET).update(signed).digest('base64')}`
          : `sm3,${Buffer.from(hmacSm3(Buffer.from(SECRET), Buffer.from(signed))).toString('base64')}`
      assert.equal(headers['webhook-signature'], expected)
      assert.ok(Math.abs(Date.now() / 1000 - Number(headers['webhook-timestamp'])) < 600)
      for (const secret of [idNo, userName, ecToken, payToken]) assert.ok(!text.includes(String(secret)))
    }
    assert.equal(new Set(server.got.map(({ id }) => id)).size, server.got.length, 'each event once')
    assert.match((await ask(`${desk.base}/metrics`)).text, /webhooks_total\{outcome="taken"\} \d/)
  })
}

it('sends again what was not taken, under the same id, and says meanwhile that the server fails', async () => {
  let isUp = false
  await using server = await hospital(() => (isUp ? 200 : 503))
  await using desk = await openDesk({ webhooks: [{ url: server.url, secret: SECRET, topics: ['operation'] }] })
  const failing = async () => {
    const { checks } = (await ask(`${desk.base}/readyz`)).json as { checks: { id: string; code?: string }[] }
    return checks.find(({ id }) => id === 'webhooks')?.code
  }
  assert.equal((await desk.upload('k')).status, 201, 'money does not wait for it')
  await server.until(() => server.got.length > 0)
  for (let index = 0; (await failing()) !== 'WEBHOOK_FAILING'; index += 1) {
    assert.ok(index < 500)
    await wait(10)
  }
  isUp = true
  const first = server.got[0]?.id
  await server.until(() => server.got.filter(({ id }) => id === first).length > 1 && server.got.some(isDone))
  for (let index = 0; (await failing()) !== undefined; index += 1) {
    assert.ok(index < 500)
    await wait(10)
  }
  assert.ok(server.got.every(({ type }) => type === 'operation'))
})

it('gives up an event that the server refuses, and goes on with the next', async () => {
  await using server = await hospital((_, count) => (count <= 3 ? 422 : 204))
  await using desk = await openDesk({ webhooks: [{ url: server.url, secret: SECRET, topics: ['operation'] }] })
  await desk.upload('k')
  await server.until(() => server.got.length >= 3)
  assert.equal(new Set(server.got.slice(0, 3).map(({ id }) => id)).size, 1)
  await desk.upload('second', { medOrgOrd: 'B2' })
  await server.until(() => server.got.some((one) => isDone(one) && one.data['medOrgOrd'] === 'B2'))
  assert.match((await ask(`${desk.base}/metrics`)).text, /webhooks_total\{outcome="given-up"\} 1/)
})

it('tells after a restart what happened while the server was away, and nothing from before it was set', () =>
  inFolder(async (folder) => {
    const simulator = createSimulator({ seed: 7 })
    {
      await using before = await openDesk({ simulator, dataFolder: folder })
      await before.upload('before', { medOrgOrd: 'B1' })
    }
    let isUp = false
    await using server = await hospital(() => (isUp ? 200 : 500))
    const webhooks = [{ url: server.url, secret: SECRET }]
    {
      await using desk = await openDesk({ simulator, dataFolder: folder, webhooks })
      // The place in the ledger is found before anything is told.
      for (let index = 0; !(await hasFile(join(folder, 'webhooks'))); index += 1) {
        assert.ok(index < 500)
        await wait(10)
      }
      await desk.upload('away', { medOrgOrd: 'B2' })
    }
    isUp = true
    await using _desk = await openDesk({ simulator, dataFolder: folder, webhooks })
    await server.until(() => server.got.some(isDone))
    assert.ok(server.got.every(({ text }) => !text.includes('"B1"')))
    const [name = ''] = await readdir(join(folder, 'webhooks'))
    assert.ok(!(await readFile(join(folder, 'webhooks', name), 'utf8')).includes('127.0.0.1'))
  }))

const hasFile = (folder: string): Promise<boolean> =>
  readdir(folder).then(
    (names) => names.some((name) => name.endsWith('.json')),
    () => false,
  )

it('refuses a server that cannot be told', async () => {
  for (const webhook of [
    { url: 'ftp://x', secret: SECRET },
    { url: 'https://his.example', secret: 'short' },
    { url: 'https://his.example', secret: SECRET, topics: ['trace'] },
    { url: 'https://his.example', secret: SECRET, hmac: 'md5' },
    { url: 'https://his.example', secret: SECRET, secretFile: 'x' },
  ])
    await assert.rejects(openDesk({ webhooks: [webhook as never] }), { code: 'OPTION_INVALID' })
})
