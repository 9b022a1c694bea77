/**
 * Whether the time of SM2 tells of its secret scalar, in the way of dudect: calls with one chosen scalar and calls with
 * random ones, in an order drawn by lot, and Welch's t of the two groups of times. What interrupts the machine is cut off
 * above a percentile of all times together. |t| below 4.5 is no evidence of a difference; it does not prove that there
 * is none. `sm-crypto`, which adds and doubles bit by bit, shows what a difference looks like.
 */
import { getRandomValues, randomInt } from 'node:crypto'
import { report } from '../../../scripts/bench-kit.ts'
import { createFastSm2 } from '../src/providers/fast/sm2.ts'
import { smCryptoPoint } from '../src/providers/sm-crypto/sm2.ts'
import { percentile, welch } from './welch.ts'

const ORDER = 0xfffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123n

const chosen: Readonly<Record<string, () => Uint8Array>> = {
  one: () => bytesOf(1n),
  'order-less-two': () => bytesOf(ORDER - 2n),
  sparse: () => bytesOf(2n ** 200n + 1n),
  'half-ones': () => bytesOf(2n ** 128n - 1n),
  // Two groups of the same kind: what chance alone gives.
  random: randomScalar,
}

const point = createFastSm2().point.multiplyBase(bytesOf(7n))
const z = new Uint8Array(32)
const message = new Uint8Array(32)

for (const [name, options, calls] of [
  ['fast', { webAssembly: 'auto' }, 20_000],
  ['fast-without-webassembly', { webAssembly: 'none' }, 6000],
] as const) {
  const fast = createFastSm2(options)
  for (const [kind, choose] of Object.entries(chosen)) {
    const t = (work: Work, share: number): number => statistic(choose, work, calls * share)
    report(`sm2.timing.${name}.multiply-base.${kind}.t`, t(fast.point.multiplyBase, 1))
    report(
      `sm2.timing.${name}.multiply.${kind}.t`,
      t((scalar) => fast.point.multiply(point, scalar), 0.4),
    )
    const key = randomScalar()
    const signer = fast.signature.signer(key)
    report(
      `sm2.timing.${name}.sign-nonce.${kind}.t`,
      t((scalar) => signer.sign(z, message, () => scalar), 1),
    )
    report(`sm2.timing.${name}.signer-key.${kind}.t`, t(fast.signature.signer, 1))
  }
}
for (const [kind, choose] of Object.entries(chosen)) {
  report(`sm2.timing.sm-crypto.multiply-base.${kind}.t`, statistic(choose, smCryptoPoint.multiplyBase, 100))
}

type Work = (scalar: Uint8Array) => unknown

/** `calls` of each group. */
function statistic(choose: () => Uint8Array, work: Work, calls: number): number {
  for (let i = 0; i < Math.min(calls / 5, 2000); i += 1) work(randomScalar())
  // Drawn beforehand, so that nothing but the work lies between the two looks at the clock.
  const inputs = Array.from({ length: 2 * calls }, () => {
    const isChosen = randomInt(2) === 1
    return { isChosen, scalar: isChosen ? choose() : randomScalar() }
  })
  // One place for all: a miss of the cache on a scalar that lies elsewhere is a difference of its own, of 40 ns.
  const given = new Uint8Array(32)
  const times = inputs.map(({ scalar }) => {
    given.set(scalar)
    const start = performance.now()
    work(given)
    return performance.now() - start
  })
  const limit = percentile(times, 0.9)
  const group = (wanted: boolean): number[] =>
    times.filter((time, i) => time <= limit && inputs[i]?.isChosen === wanted)
  return welch(group(true), group(false))
}

function randomScalar(): Uint8Array {
  const scalar = getRandomValues(new Uint8Array(32))
  // Below the order, which begins with ff ff ff fe, and not zero.
  scalar[0] = (scalar[0] ?? 0) & 0x7f
  scalar[31] = (scalar[31] ?? 0) | 1
  return scalar
}

function bytesOf(value: bigint): Uint8Array {
  return Uint8Array.from(Buffer.from(value.toString(16).padStart(64, '0'), 'hex'))
}
