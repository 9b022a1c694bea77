import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { bytesOf } from './fixtures/bytes.ts'
import { N } from './fixtures/curve.ts'
import { instantiateSm2 } from './fixtures/kernels.ts'
import { createWasmKernel } from './wasm-kernel.ts'

/** The module keeps everything that may be secret from `io` on, see assembly/sm2/layout.ts; behind it lie tables of public points. */
const SECRETS_LENGTH = 2048
const secret = bytesOf(0x3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8n)
const nonce = bytesOf(0x59276e27d506861a16680f3ad9c02dccef3cc1fa3cdbe4ce6d54b80deac1bc21n)

describe('the memory of the WebAssembly module', () => {
  const wasm = instantiateSm2()
  const kernel = createWasmKernel(wasm)
  const point = kernel.multiplyBase(bytesOf(7n))
  const memory = new Uint8Array(wasm.memory.buffer)

  function assertClean(): void {
    const secrets = memory.subarray(wasm.io(), wasm.io() + SECRETS_LENGTH)
    assert.ok(
      secrets.every((byte) => byte === 0),
      'the place of the secrets is not zero',
    )
    for (const value of [secret, nonce]) {
      for (const bytes of [value, value.toReversed()]) assert.equal(find(memory, bytes.subarray(0, 8)), false)
    }
  }

  it('holds no secret after any call', () => {
    kernel.multiplyBase(secret)
    assertClean()
    kernel.multiply(point, secret)
    assertClean()
    const signer = kernel.signer(secret)
    assertClean()
    signer.sign(bytesOf(5n), nonce)
    assertClean()
    signer.wipe()
    assertClean()
    kernel.add(point, kernel.multiplyBase(bytesOf(N - 7n)))
    assertClean()
  })

  it('is wiped even if a call fails', () => {
    assert.throws(() => kernel.multiply(new Uint8Array(1_000_000), secret), RangeError)
    assertClean()
  })

  it('does not grow', () => {
    const before = wasm.memory.buffer.byteLength
    for (let i = 0; i < 4; i += 1) kernel.verifier(point, true)(bytesOf(5n), new Uint8Array(64).fill(1))
    assert.equal(wasm.memory.buffer.byteLength, before)
  })
})

function find(memory: Uint8Array, bytes: Uint8Array): boolean {
  const [first = 0] = bytes
  for (let at = memory.indexOf(first); at >= 0; at = memory.indexOf(first, at + 1)) {
    if (bytes.every((byte, i) => memory[at + i] === byte)) return true
  }
  return false
}
