// @everyday none
import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { it } from 'node:test'
import { hospital, isDone } from './fixtures/hospital.ts'
import { billFor, inFolder, start } from './fixtures/program.ts'

const rowOf = (id = '.'): string => id.slice(0, id.lastIndexOf('.'))

it('a killed agent tells after its next start what it had not told', () =>
  inFolder(async (folder) => {
    let isUp = false
    await using server = await hospital(() => (isUp ? 200 : 503))
    await writeFile(join(folder, 'secret'), 'a secret of twenty-four bytes and more')
    const webhooks = JSON.stringify([{ url: server.url, secretFile: join(folder, 'secret') }])
    const settings = ['--transport', 'simulator', '--data', join(folder, 'data'), '--webhooks', webhooks]
    {
      await using running = await start(...settings)
      const answer = await running.call('POST', '/v1/orders', await billFor(running), 'k')
      assert.equal(answer.status, 201, answer.text)
      await server.until(() => server.got.length > 0)
      running.child.kill('SIGKILL')
      await running.ended
    }
    const before = server.got.length
    isUp = true
    await using _running = await start(...settings)
    // What was not taken comes again, as the row is now: under its own id, or that of a newer version of the row.
    const first = rowOf(server.got[0]?.id)
    await server.until(() => server.got.slice(before).some(({ id }) => rowOf(id) === first))
    await server.until(() => server.got.slice(before).some(isDone))
  }))
