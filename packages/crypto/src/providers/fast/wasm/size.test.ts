import assert from 'node:assert/strict'
import { it } from 'node:test'
import { gzipSync } from 'node:zlib'
import { sm2Wasm } from '../generated/sm2.ts'
import { sm4RelaxedWasm } from '../generated/sm4-relaxed.ts'
import { sm4ScalarWasm } from '../generated/sm4-scalar.ts'
import { sm4SimdWasm } from '../generated/sm4-simd.ts'

it('the modules add less than 40 KB to a compressed bundle, those of SM4 less than 14', () => {
  const size = (...modules: string[]) => modules.reduce((sum, module) => sum + gzipSync(module).length, 0)
  const sm4 = size(sm4RelaxedWasm, sm4SimdWasm, sm4ScalarWasm)
  assert.ok(sm4 < 14 * 1024, `${sm4}`)
  assert.ok(sm4 + size(sm2Wasm) < 40 * 1024)
})
