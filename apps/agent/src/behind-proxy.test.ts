// @everyday node
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { openDesk } from './fixtures/desk.ts'

it('a name in `hosts` is answered as a reverse proxy passes it on: without a port and with any, or at the one that is named', async () => {
  await using desk = await openDesk({ hosts: ['Push.example', 'till.example:8443'] })
  const { port } = new URL(desk.base)
  const statusFor = async (Host: string): Promise<number> =>
    (await desk.call('GET', '/livez', undefined, { headers: { Host } })).status
  for (const Host of [
    'push.example',
    'push.example:80',
    'push.example:443',
    'push.example:8443',
    'PUSH.example:443',
    `push.example:${port}`,
    'till.example:8443',
  ]) {
    assert.equal(await statusFor(Host), 200, Host)
  }
  for (const Host of ['till.example', 'till.example:443', 'evil.example', '127.0.0.1:80']) {
    assert.equal(await statusFor(Host), 403, Host)
  }
})
