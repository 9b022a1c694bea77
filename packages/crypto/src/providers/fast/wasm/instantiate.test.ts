import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { bytesToBase64 } from '../../../bytes/base64.ts'
import { hexToBytes } from '../../../bytes/hex.ts'
import { instantiate, type WasmMemory } from './instantiate.ts'
import { webAssemblyOf } from './web-assembly.ts'

/** A module with nothing but an exported memory of one page. */
const binary = hexToBytes('0061736d010000000503010001070a01066d656d6f72790200')
const module = bytesToBase64(binary)

describe('instantiating a module', () => {
  it('is done at once, and each time anew', () => {
    const [one, other] = [instantiate<{ memory: WasmMemory }>(module), instantiate<{ memory: WasmMemory }>(module)]
    assert.equal(one?.memory.buffer.byteLength, 65_536)
    assert.notEqual(one?.memory.buffer, other?.memory.buffer)
  })

  it('gives nothing, and throws nothing, for what is no module', () => {
    for (const text of ['', 'AAAA', 'not base64', module.slice(0, 8), module.slice(0, -4)]) {
      assert.equal(instantiate(text), undefined, text)
    }
  })

  it('gives nothing where a policy makes the constructor throw', () => {
    const api = webAssemblyOf()
    assert.ok(api !== undefined)
    class Forbidden {
      constructor() {
        throw new Error('unsafe-eval')
      }
    }
    const validate = (bytes: Uint8Array) => api.validate(bytes)
    assert.equal(instantiate(module, { validate, Module: Forbidden, Instance: api.Instance }), undefined)
  })
})

describe('the WebAssembly of a scope', () => {
  it('is found only where it is whole', () => {
    assert.ok(webAssemblyOf() !== undefined)
    for (const scope of [
      {},
      { WebAssembly: undefined },
      { WebAssembly: null },
      { WebAssembly: { Module: class {} } },
    ]) {
      assert.equal(webAssemblyOf(scope), undefined)
    }
  })
})
