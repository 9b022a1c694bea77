// @needs cc
// @everyday none
import assert from 'node:assert/strict'
import process from 'node:process'
import { describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { isDeepStrictEqual } from 'node:util'
import { isTransportError } from '@nationec/transport'
import { dllTransport } from '@nationec/transport-dll-ffi'
import { buildNative } from './fixtures/native-build.ts'

const { library } = buildNative()
const script = fileURLToPath(new URL('./fixtures/fake-host.mjs', import.meta.url))
const words = /deno/.test(process.execPath) ? ['run', '--allow-all', '--quiet'] : []

/** What an exchange with such a host comes to. */
async function outcome(what: string, deadline = 20_000): Promise<unknown> {
  const transport = dllTransport({
    library,
    host: { path: process.execPath, args: [...words, script, what] },
    warm: false,
  })
  await using connection = transport.connect()
  const error: unknown = await connection.exchange({ text: 'x' }, { deadline }).catch((thrown: unknown) => thrown)
  assert.ok(isTransportError(error), String(error))
  return [error.code, error.delivery]
}

describe('a host that is none of ours', () => {
  for (const [what, expected] of [
    ['old-protocol', ['HOST_PROTOCOL', 'not-sent']],
    ['no-json', ['HOST_PROTOCOL', 'not-sent']],
    ['unknown-reason', ['LIBRARY_LOAD_FAILED', 'not-sent']],
    ['refuses', ['HOST_PROTOCOL', 'not-sent']],
    ['broken-result', ['HOST_PROTOCOL', 'unknown']],
    ['ends-before', ['HOST_CRASHED', 'not-sent']],
    ['ends-after', ['HOST_CRASHED', 'unknown']],
  ] as const) {
    it(`${what} is ${expected.join(', ')}`, async () => assert.deepEqual(await outcome(what), expected))
  }

  it('is not believed an answer to another call', async () => {
    // A deadline that passes while the host is still starting tells nothing: then a longer one.
    let ended: unknown
    for (const deadline of [600, 6_000, 60_000]) {
      ended = await outcome('other-call', deadline)
      if (!isDeepStrictEqual(ended, ['TIMEOUT', 'not-sent'])) break
    }
    assert.deepEqual(ended, ['TIMEOUT', 'unknown'])
  })
})
