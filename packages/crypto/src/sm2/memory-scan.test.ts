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

const ORDER = 0xfffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123n

/**
 * A secret number in every form in which the providers hold it: bytes from the highest and from the lowest, the words of a hash
 * state, and the limbs of both kernels, each as it is and in Montgomery form.
 */
function forms(name: string, bytes: Uint8Array): Record<string, Uint8Array> {
  const inWords = bytes.map((_, index) => bytes[(index & ~3) + 3 - (index & 3)] ?? 0)
  const number = BigInt(`0x${bytesToHex(bytes)}`)
  return {
    [name]: bytes,
    [`${name} backwards`]: bytes.slice().reverse(),
    [`${name} as words`]: inWords,
    [`${name} in 24 bits`]: doubles(number),
    [`${name} in 24 bits, Montgomery`]: doubles((number << 264n) % ORDER),
    [`${name} in 29 bits`]: integers(number),
    [`${name} in 29 bits, Montgomery`]: integers((number << 261n) % ORDER),
  }
}

/** The lower limbs: the highest may stand there with a carry that was not yet made. */
function doubles(number: bigint): Uint8Array {
  const limbs = Array.from({ length: 8 }, (_, index) => Number((number >> BigInt(24 * index)) & 0xff_ffffn))
  return new Uint8Array(Float64Array.from(limbs).buffer)
}

function integers(number: bigint): Uint8Array {
  const limbs = Array.from({ length: 7 }, (_, index) => (number >> BigInt(29 * index)) & 0x1fff_ffffn)
  return new Uint8Array(BigInt64Array.from(limbs).buffer)
}

/** 1/(1 + d), which a signer keeps and which is the key as well. */
function inverse(): Uint8Array {
  let [power, result, exponent] = [BigInt(`0x${secret}`) + 1n, 1n, ORDER - 2n]
  for (; exponent > 0n; exponent >>= 1n) {
    if ((exponent & 1n) === 1n) result = (result * power) % ORDER
    power = (power * power) % ORDER
  }
  return hex(result.toString(16).padStart(64, '0'))
}

const SECRETS = { ...forms('key', hex(secret)), ...forms('nonce', nonce()), ...forms('inverse', inverse()) }

async function scan(
  format: string,
  text: string,
  last: 'destroy' | 'keep',
  provider: string,
): Promise<Record<string, number>> {
  const child = spawn(process.execPath, [...words, format, text, last, provider], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  try {
    const [said] = await once(child.stdout, 'data')
    assert.equal(String(said), 'ready\n')
    return countInMemory(child.pid ?? 0, SECRETS)
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

/** What was found, without what was not. */
function found(counts: Record<string, number>): Record<string, number> {
  return Object.fromEntries(Object.entries(counts).filter(([, times]) => times > 0))
}

describe('the memory of a process', { skip: blocked() ?? false }, () => {
  it('holds a key that was not destroyed: the search finds what is there', async () => {
    assert.ok('key' in found(await scan('raw', secret, 'keep', 'fast')))
    const portable = found(await scan('raw', secret, 'keep', 'portable'))
    assert.ok('key' in portable && 'inverse in 24 bits, Montgomery' in portable, JSON.stringify(portable))
  })

  const pkcs8 = key.export('pem')
  for (const [format, text] of [
    ['raw', secret],
    ['hex', secret],
    ['base64', key.export('base64')],
    ['pem', pkcs8],
  ] as const) {
    it(`holds neither key nor nonce after use and destroy, of a key that came as ${format}`, async () => {
      assert.deepEqual(found(await scan(format, text, 'destroy', 'fast')), {})
    })
  }

  it('holds neither of them without WebAssembly', async () => {
    assert.deepEqual(found(await scan('hex', secret, 'destroy', 'portable')), {})
  })

  it('holds neither of them in our arrays with the arithmetic of sm-crypto', async () => {
    assert.deepEqual(found(await scan('hex', secret, 'destroy', 'sm-crypto')), {})
  })

  it('is searched for what was signed with', () => {
    // The nonce that is searched for is the one of the signature: r = e + x of k · G.
    const own = importSm2PrivateKey(
      { format: 'hex', text: secret },
      { random: (length) => new Uint8Array(length).fill(7) },
    )
    const r = bytesToHex(own.sign(Uint8Array.of(1, 2, 3)).subarray(0, 32))
    const x = importSm2PrivateKey({ format: 'raw', bytes: nonce() }).publicKey.export('hex').slice(2, 66)
    const e = bytesToHex(sm3(Uint8Array.of(...key.publicKey.zOf('1234567812345678'), 1, 2, 3)))
    assert.equal(BigInt(`0x${r}`), (BigInt(`0x${e}`) + BigInt(`0x${x}`)) % ORDER)
  })
})
