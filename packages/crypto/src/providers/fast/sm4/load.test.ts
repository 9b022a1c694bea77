import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { base64ToBytes, bytesToBase64 } from '../../../bytes/base64.ts'
import { hexToBytes } from '../../../bytes/hex.ts'
import { createFastSm4 } from '../sm4.ts'
import type { WebAssemblyApi } from '../wasm/web-assembly.ts'
import { webAssemblyOf } from '../wasm/web-assembly.ts'
import { loadSm4, sm4Environment } from './load.ts'

const real = sm4Environment()

/** The module with the first place changed where these bytes stand. */
function broken(module: string, bytes: readonly number[]): string {
  const binary = base64ToBytes(module)
  const at = binary.findIndex((_, index) => bytes.every((byte, offset) => binary[index + offset] === byte))
  assert.ok(at > 0)
  binary[at + 2] = (binary[at + 2] ?? 0) ^ 1
  return bytesToBase64(binary)
}

/** The beginning of the first table of the vector S-box, and of the S-box of the standard. */
const VECTOR_TABLE = [224, 2, 117, 151]
const BYTE_TABLE = [0xd6, 0x90, 0xe9, 0xfe]
/** The beginning of the table that only the GHASH by vectors uses. */
const HASH_TABLE = [1, 3, 2, 7, 6]

function encryptsRight(engine: ReturnType<typeof loadSm4>): boolean {
  const key = hexToBytes('0123456789abcdeffedcba9876543210')
  return Buffer.from(engine.schedule(key).encryptEcb(key)).toString('hex') === '681edf34d206965e86b3e94f536e4246'
}

describe('the choice among the ways to compute SM4', () => {
  const { modules, webAssembly } = real

  it('refuses vector code whose S-box is wrong and takes the tables', () => {
    const wrong = {
      ...modules,
      'relaxed-simd': broken(modules['relaxed-simd'], VECTOR_TABLE),
      simd: broken(modules.simd, VECTOR_TABLE),
    }
    const loaded = loadSm4('relaxed-simd', { webAssembly, modules: wrong })
    assert.equal(loaded.path, 'scalar')
    assert.ok(encryptsRight(loaded))
  })

  it('refuses vector code whose GHASH is wrong for long messages', () => {
    const wrong = { ...modules, simd: broken(modules.simd, HASH_TABLE) }
    assert.equal(loadSm4('simd', { webAssembly, modules: wrong }).path, 'scalar')
  })

  it('refuses wrong tables and takes TypeScript', () => {
    const wrong = { ...modules, scalar: broken(modules.scalar, BYTE_TABLE) }
    const loaded = loadSm4('scalar', { webAssembly, modules: wrong })
    assert.equal(loaded.path, 'none')
    assert.ok(encryptsRight(loaded))
  })

  it('refuses a vector module whose CBC encryption alone is wrong', () => {
    // It goes by the byte table, everything else by vectors.
    const wrong = { ...modules, simd: broken(modules.simd, BYTE_TABLE) }
    assert.equal(loadSm4('simd', { webAssembly, modules: wrong }).path, 'scalar')
  })

  it('goes on to the next way where an instruction set is missing', () => {
    assert.ok(webAssembly !== undefined)
    const old: WebAssemblyApi = {
      Module: webAssembly.Module,
      Instance: webAssembly.Instance,
      validate: (binary) => bytesToBase64(binary) === modules.scalar,
    }
    assert.equal(loadSm4('relaxed-simd', { webAssembly: old, modules }).path, 'scalar')
  })

  it('computes in TypeScript where a policy forbids WebAssembly, and where there is none', () => {
    const forbidden: WebAssemblyApi = {
      Module: class {
        constructor() {
          throw new Error('blocked by a content-security policy')
        }
      },
      Instance: class {
        readonly exports = {}
      },
      validate: () => true,
    }
    for (const api of [forbidden, undefined, webAssemblyOf({})]) {
      const loaded = loadSm4('relaxed-simd', { webAssembly: api, modules })
      assert.equal(loaded.path, 'none')
      assert.ok(encryptsRight(loaded))
    }
  })

  it('goes on from a module that is cut or is none', () => {
    const nothingInIt = 'AGFzbQEAAAA='
    const cut = { 'relaxed-simd': nothingInIt, simd: modules.simd.slice(0, 400), scalar: 'not base64' }
    assert.equal(loadSm4('relaxed-simd', { webAssembly, modules: cut }).path, 'none')
  })

  it('compiles nothing before the first use, and once', () => {
    let asked = 0
    const engine = createFastSm4({ webAssembly: 'scalar' }, () => {
      asked += 1
      return real
    })
    assert.equal(asked, 0)
    engine.schedule(new Uint8Array(16))
    assert.equal(engine.path, 'scalar')
    engine.schedule(new Uint8Array(16))
    assert.equal(asked, 1)
  })
})
