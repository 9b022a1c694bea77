import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import sm from 'sm-crypto'
import { bytesToHex, hexToBytes } from '../../bytes/hex.ts'
import { checkSm2Point } from '../../provider/known-answers/sm2-point.ts'
import { checkSm2Signature } from '../../provider/known-answers/sm2-signature.ts'
import { smCryptoPoint, smCryptoSignature } from '../sm-crypto/sm2.ts'
import { bytesOf, integerOf, pairBytes } from './sm2/fixtures/bytes.ts'
import { modulo, N } from './sm2/fixtures/curve.ts'
import { kernels } from './sm2/fixtures/kernels.ts'
import { privateKeys, scalars, seed } from './sm2/fixtures/numbers.ts'
import { createSignatureEngine } from './sm2/signature.ts'
import { createFastSm2 } from './sm2.ts'
import { fastSm3 } from './sm3.ts'

const messages = fc.uint8Array({ maxLength: 300 })
const zs = fc.uint8Array({ minLength: 32, maxLength: 32 })

for (const webAssembly of ['auto', 'none'] as const) {
  describe(`createFastSm2, WebAssembly: ${webAssembly}`, () => {
    const { signature, point } = createFastSm2({ webAssembly })

    it('knows the answers of the standard', () => {
      assert.equal(checkSm2Signature(signature), undefined)
      assert.equal(checkSm2Point(point), undefined)
    })

    it('signs what sm-crypto signs with the same nonce, and verifies it', () => {
      fc.assert(
        fc.property(privateKeys, zs, messages, scalars, (d, z, message, k) => {
          const key = bytesOf(d)
          const signed = signature.signer(key).sign(z, message, () => bytesOf(k))
          const theirs = smCryptoSignature.signer(key).sign(z, message, () => bytesOf(k))
          assert.deepEqual(signed, theirs)
          const publicKey = point.multiplyBase(key)
          assert.deepEqual(publicKey, smCryptoPoint.multiplyBase(key))
          assert.equal(signature.verifier(publicKey, false).verify(z, message, theirs), true)
          assert.equal(smCryptoSignature.verifier(publicKey, false).verify(z, message, signed), true)
        }),
        { numRuns: 12, seed },
      )
    })

    it("verifies sm-crypto's own signatures, and it verifies these", () => {
      const pair = sm.sm2.generateKeyPairHex()
      const publicKey = hexToBytes(pair.publicKey.slice(2))
      const message = new TextEncoder().encode('消息 digest')
      // Without its default hashing and Z, sm-crypto signs the hash value that it is given.
      const z = new Uint8Array(32).fill(7)
      const e = fastSm3.hash(Uint8Array.from([...z, ...message]))
      const theirs = hexToBytes(sm.sm2.doSignature([...e], pair.privateKey, { hash: false }))
      for (const prepare of [false, true]) {
        assert.equal(signature.verifier(publicKey, prepare).verify(z, message, theirs), true)
      }
      const ours = signature.signer(hexToBytes(pair.privateKey)).sign(z, message, () => bytesOf(0x1234567n))
      assert.equal(sm.sm2.doVerifySignature([...e], bytesToHex(ours), pair.publicKey, { hash: false }), true)
    })

    it('shares secrets with sm-crypto', () => {
      fc.assert(
        fc.property(scalars, scalars, (j, k) => {
          const theirs = smCryptoPoint.multiplyBase(bytesOf(j))
          assert.deepEqual(point.multiply(theirs, bytesOf(k)), smCryptoPoint.multiply(theirs, bytesOf(k)))
        }),
        { numRuns: 12, seed },
      )
    })
  })
}

for (const kernel of kernels) {
  describe(`nonces: ${kernel.name}`, () => {
    it('are asked for with the hash value, until one is usable', () => {
      const d = 0x1234567n
      const good = 0x7654321n
      const x = integerOf(kernel.multiplyBase(bytesOf(5n)).subarray(0, 32))
      // For this hash value, k = 5 gives r = 0.
      const e = bytesOf(modulo(-x, N))
      const { signer, verifier } = createSignatureEngine(
        () => kernel,
        () => e,
      )
      const asked: Uint8Array[] = []
      const given = [bytesOf(5n), bytesOf(5n), bytesOf(good)]
      const signed = signer(bytesOf(d)).sign(new Uint8Array(32), new Uint8Array(), (hash) => {
        asked.push(hash)
        return given.shift() ?? bytesOf(good)
      })
      assert.deepEqual(asked, [e, e, e])
      const plain = signer(bytesOf(d)).sign(new Uint8Array(32), new Uint8Array(), () => bytesOf(good))
      assert.deepEqual(signed, plain)
      assert.notDeepEqual(signed, pairBytes(0n, 0n))
      const publicKey = kernel.multiplyBase(bytesOf(d))
      assert.equal(verifier(publicKey, false).verify(new Uint8Array(32), new Uint8Array(), signed), true)
    })

    it('are left as they were', () => {
      const nonce = bytesOf(99n)
      createSignatureEngine(
        () => kernel,
        () => bytesOf(1n),
      )
        .signer(bytesOf(3n))
        .sign(new Uint8Array(32), new Uint8Array(), () => nonce)
      assert.deepEqual(nonce, bytesOf(99n))
    })
  })
}
