// @everyday node
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { Agent as Connections, request } from 'node:http'
import { connect, type Socket } from 'node:net'
import { it } from 'node:test'
import { openDesk } from './fixtures/desk.ts'

/** More than the agent takes at once. */
const MANY = 540

function status(port: number, token: string, agent: Connections): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const headers = { Authorization: `Bearer ${token}` }
    const sent = request({ port, host: '127.0.0.1', path: '/v1/orders', headers, agent }, (response) => {
      response.resume().once('end', () => resolve(response.statusCode))
    })
    sent.once('error', reject)
    sent.end()
  })
}

it('a program without a token that holds every connection keeps no cashier out', async () => {
  await using desk = await openDesk()
  const port = Number(new URL(desk.base).port)
  const cashier = new Connections({ keepAlive: true, maxSockets: 1 })
  assert.equal(await status(port, desk.token, cashier), 200)
  const strangers: Socket[] = []
  try {
    for (let index = 0; index < MANY; index += 1) {
      const socket = connect(port, '127.0.0.1')
      socket.on('error', () => {})
      socket.resume()
      strangers.push(socket)
      await once(socket, 'connect')
      socket.write(`GET /livez HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n\r\n`)
    }
    // The one that is there already, and new ones.
    assert.equal(await status(port, desk.token, cashier), 200)
    for (let index = 0; index < 10; index += 1) {
      assert.equal((await desk.call('GET', '/v1/orders')).status, 200)
    }
    assert.ok(strangers.filter(({ closed }) => closed).length > 0, 'the oldest strangers went')
    assert.ok(strangers.filter(({ closed }) => !closed).length > 400, 'and no more than had to')
  } finally {
    for (const socket of strangers) socket.destroy()
    cashier.destroy()
  }
})
