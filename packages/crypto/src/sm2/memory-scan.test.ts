// @everyday none
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { openSync } from 'node:fs'
import process from 'node:process'
import { describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { bytesToHex, hmacSm3, importSm2PrivateKey, sm3 } from '@nationec/crypto'
import { hex, utf8 } from '../fixtures/vectors.ts'
import { countInMemory } from './fixtures/scan-memory.ts'

const program = fileURLToPath(new URL('fixtures/secret-holder.ts', import.meta.url))
const condition = '--conditions=@nationec/source'
const words =
  'Deno' in globalThis
    ? [
        'run',
        '-A',
        '--no-check',
        '--no-lock',
        '--node-modules-dir=manual',
        condition,
        '--v8-flags=--expose-gc',
        program,
      ]
    : process.versions['bun'] === undefined
      ? [condition, '--expose-gc', '--experimental-strip-types', '--no-warnings', program]
      : [condition, program]

/** Not a key that anything else uses: every find is one of this test's own. */
const secret = '5b0f6b1d9e3a47c28855ad7710e4c3f9a1b2c3d4e5f60718293a4b5c6d7e8f90'
const key = importSm2PrivateKey({ format: 'hex', text: secret })

/** The nonce of the first signature with a source that gives sevens: as sm2/nonce.ts makes it. */
function nonce(): Uint8Array {
  const z = key.publicKey.zOf('1234567812345678')
  const e = sm3(Uint8Array.of(...z, 1, 2, 3))
  return hmacSm3(
    hex(secret),
    Uint8Array.of(...utf8('nationec sm2 nonce'), ...e, ...new Uint8Array(32).fill(7), 0, 0, 0, 1),
  )
}

/** A number as bytes from the highest and from the lowest, and as the words of a hash state. */
function forms(name: string, bytes: Uint8Array): Record<string, Uint8Array> {
  const inWords = bytes.map((_, index) => bytes[(index & ~3) + 3 - (index & 3)] ?? 0)
  return { [name]: bytes, [`${name} backwards`]: bytes.slice().reverse(), [`${name} as words`]: inWords }
}

async function scan(format: string, text: string, last: 'destroy' | 'keep'): Promise<Record<string, number>> {
  const child = spawn(process.execPath, [...words, format, text, last], { stdio: ['pipe', 'pipe', 'inherit'] })
  try {
    const [said] = await once(child.stdout, 'data')
    assert.equal(String(said), 'ready\n')
    return countInMemory(child.pid ?? 0, { ...forms('key', hex(secret)), ...forms('nonce', nonce()) })
  } finally {
    child.stdin.end()
    await once(child, 'exit')
  }
}

/** Why the memory of another process cannot be read here, or `undefined`. */
function blocked(): string | undefined {
  if (process.platform !== 'linux') return 'only Linux shows the memory of a process'
  try {
    openSync('/proc/self/mem', 'r')
    return undefined
  } catch {
    return '/proc/self/mem cannot be read'
  }
}

describe('the memory of a process', { skip: blocked() ?? false }, () => {
  it('holds a key that was not destroyed: the search finds what is there', async () => {
    const found = await scan('raw', secret, 'keep')
    assert.ok((found['key'] ?? 0) > 0, JSON.stringify(found))
  })

  const pkcs8 = key.export('pem')
  for (const [format, text] of [
    ['raw', secret],
    ['hex', secret],
    ['base64', key.export('base64')],
    ['pem', pkcs8],
  ] as const) {
    it(`holds neither key nor nonce after a signature and destroy, of a key that came as ${format}`, async () => {
      const found = await scan(format, text, 'destroy')
      for (const [name, times] of Object.entries(found)) assert.equal(times, 0, `${name}: ${JSON.stringify(found)}`)
    })
  }

  it('is searched for what was signed with', () => {
    // The nonce that is searched for is the one of the signature: r = e + x of k · G.
    const own = importSm2PrivateKey(
      { format: 'hex', text: secret },
      { random: (length) => new Uint8Array(length).fill(7) },
    )
    const r = bytesToHex(own.sign(Uint8Array.of(1, 2, 3)).subarray(0, 32))
    const x = importSm2PrivateKey({ format: 'raw', bytes: nonce() }).publicKey.export('hex').slice(2, 66)
    const e = bytesToHex(sm3(Uint8Array.of(...key.publicKey.zOf('1234567812345678'), 1, 2, 3)))
    const order = 0xfffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123n
    assert.equal(BigInt(`0x${r}`), (BigInt(`0x${e}`) + BigInt(`0x${x}`)) % order)
  })
})
