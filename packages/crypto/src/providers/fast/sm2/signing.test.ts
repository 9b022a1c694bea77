// @everyday none
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { bytesOf, integerOf, pairBytes, pointBytes } from './fixtures/bytes.ts'
import { add, G, inverse, modulo, multiply, N, negative, P, type Point, pointFrom, sign } from './fixtures/curve.ts'
import { kernels } from './fixtures/kernels.ts'
import { hashes, privateKeys, scalars, seed } from './fixtures/numbers.ts'

/** GB/T 32918.5 annex A. */
const d = 0x3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8n
const k = 0x59276e27d506861a16680f3ad9c02dccef3cc1fa3cdbe4ce6d54b80deac1bc21n
const e = 0xf0b43e94ba45accaace692ed534382eb17e6ab5a19ce7b31f4486fdfc0d28640n
const publicKey = pairBytes(
  0x09f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020n,
  0xccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13n,
)
const signature = pairBytes(
  0xf5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3n,
  0xb1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aan,
)
const x = (scalar: bigint): bigint => multiply(G, scalar)?.x ?? 0n

for (const kernel of kernels) {
  const signOnce = (key: bigint, hash: bigint, nonce: bigint): Uint8Array | undefined =>
    kernel.signer(bytesOf(key)).sign(bytesOf(hash), bytesOf(nonce))

  describe(`signatures: ${kernel.name}`, () => {
    it('gives the signature of the standard', () => {
      assert.deepEqual(signOnce(d, e, k), signature)
    })

    it('signs as the equations of the standard say', () => {
      fc.assert(
        fc.property(privateKeys, hashes, scalars, (key, hash, nonce) => {
          const { r, s } = sign(key, hash, nonce)
          const usable = r !== 0n && s !== 0n && (r + nonce) % N !== 0n
          assert.deepEqual(signOnce(key, hash, nonce), usable ? pairBytes(r, s) : undefined)
        }),
        { numRuns: 100, seed },
      )
    })

    it('asks for another nonce where r = 0, r + k = n or s = 0', () => {
      assert.equal(signOnce(d, modulo(-x(k), N), k), undefined, 'r = 0')
      assert.equal(signOnce(d, modulo(-x(k) - k, N), k), undefined, 'r + k = n')
      const r = modulo(e + x(k), N)
      assert.equal(signOnce(modulo(k * inverse(r, N), N), e, k), undefined, 's = 0')
    })

    it('signs with the smallest and the largest key', () => {
      for (const key of [1n, 2n, N - 3n, N - 2n]) {
        const { r, s } = sign(key, e, k)
        assert.deepEqual(signOnce(key, e, k), pairBytes(r, s))
      }
    })

    it('signs nothing right with a wiped key', () => {
      const signer = kernel.signer(bytesOf(d))
      signer.wipe()
      assert.notDeepEqual(signer.sign(bytesOf(e), bytesOf(k)), signature)
    })
  })

  for (const prepare of [false, true]) {
    describe(`verification: ${kernel.name}, ${prepare ? 'prepared' : 'plain'} key`, () => {
      const verify = kernel.verifier(publicKey, prepare)

      it('accepts the signature of the standard and nothing near it', () => {
        assert.equal(verify(bytesOf(e), signature), true)
        assert.equal(verify(bytesOf(e ^ 1n), signature), false)
        const [r, s] = [integerOf(signature.slice(0, 32)), integerOf(signature.slice(32))]
        for (const [otherR, otherS] of [
          [r + 1n, s],
          [r, s + 1n],
          [s, r],
          [N - r, s],
          [r, N - s],
          [1n, 1n],
          [N - 1n, N - 1n],
        ] as const) {
          assert.equal(verify(bytesOf(e), pairBytes(otherR, otherS)), false)
        }
      })

      it('accepts what was signed, refuses another hash value, key or half', () => {
        fc.assert(
          fc.property(privateKeys, hashes, scalars, hashes, (key, hash, nonce, other) => {
            const signed = signOnce(key, hash, nonce)
            fc.pre(signed !== undefined)
            const verifyThis = kernel.verifier(kernel.multiplyBase(bytesOf(key)), prepare)
            assert.equal(verifyThis(bytesOf(hash), signed), true)
            assert.equal(verifyThis(bytesOf(other), signed), other % N === hash % N)
            if (key !== d) assert.equal(verify(bytesOf(hash), signed), false)
            const changed = signed.slice()
            changed[nonce % 2n === 0n ? 31 : 63] = (changed[nonce % 2n === 0n ? 31 : 63] ?? 0) ^ 2
            assert.equal(verifyThis(bytesOf(hash), changed), false)
          }),
          { numRuns: prepare ? 30 : 150, seed },
        )
      })

      it('refuses r + s = n', () => {
        for (const r of [1n, 2n, N - 1n, integerOf(signature.slice(0, 32))]) {
          assert.equal(verify(bytesOf(e), pairBytes(r, N - r)), false)
        }
      })

      it('takes a hash value modulo n', () => {
        const small = 12_345n
        const signed = signOnce(d, small, k)
        assert.ok(signed)
        assert.equal(verify(bytesOf(small), signed), true)
        assert.equal(verify(bytesOf(small + N), signed), true)
      })

      it('takes an x between n and p modulo n, and no x above p for a smaller one', () => {
        const [s, t] = [0x1234_5678n, 0x9abc_def0n]
        const r = t - s
        const verifySum = (sum: Point, xModN: bigint): boolean => {
          // The key for which s · G + t · P is this sum; nobody knows its private key.
          const rest = add(sum, negative(multiply(G, s)))
          const key = rest && multiply(rest, inverse(t, N))
          assert.ok(key)
          return kernel.verifier(pointBytes(key), prepare)(bytesOf(modulo(r - xModN, N)), pairBytes(r, s))
        }
        const high = pointFrom(N + 1n)
        assert.ok(high.x < P)
        assert.equal(verifySum(high, high.x - N), true)
        assert.equal(verifySum(high, high.x - N + 1n), false)
        const low = pointFrom(5n)
        assert.equal(verifySum(low, low.x), true)
        assert.equal(verifySum(low, low.x + P - N), false)
      })

      it('meets equal and opposite points and infinity on the way', () => {
        // With the key G, s · G + t · G runs into every case of the sum; (s + t) · G is the point.
        const verifyG = kernel.verifier(pointBytes(G), prepare)
        for (const s of [1n, 2n, 3n, 31n, 32n, 2n ** 255n, N - 1n, (N - 1n) / 2n]) {
          for (const t of [1n, 2n, 3n, 31n, 32n, 2n ** 255n, N - 1n, (N + 1n) / 2n, modulo(-s, N)]) {
            const r = modulo(t - s, N)
            if (r === 0n) continue
            const total = (s + t) % N
            const hash = total === 0n ? r : modulo(r - x(total), N)
            assert.equal(verifyG(bytesOf(hash), pairBytes(r, s)), total !== 0n, `${s} and ${t}`)
          }
        }
      })
    })
  }

  describe(`verification: ${kernel.name}, several prepared keys`, () => {
    it('keeps their tables apart', () => {
      const keys = [d, 2n, N - 2n]
      const verifiers = keys.map((key) => kernel.verifier(kernel.multiplyBase(bytesOf(key)), true))
      const signed = keys.map((key) => signOnce(key, e, k) ?? new Uint8Array(64))
      for (let round = 0; round < 2; round += 1) {
        for (const [i, verify] of verifiers.entries()) {
          assert.deepEqual(
            signed.map((bytes) => verify(bytesOf(e), bytes)),
            keys.map((_, j) => i === j),
          )
        }
      }
    })
  })
}
