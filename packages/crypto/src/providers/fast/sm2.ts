import type { EngineKind, Sm2PointEngine, Sm2SignatureEngine } from '../../provider/provider.ts'
import { chooseKernel } from './choose-sm2-kernel.ts'
import type { Sm2Kernel } from './sm2/kernel.ts'
import { createPortableKernel } from './sm2/portable/kernel.ts'
import { createSignatureEngine, type HashBoth } from './sm2/signature.ts'
import { fastSm3 } from './sm3.ts'

export interface FastSm2Options {
  /** 'none' keeps to TypeScript even where WebAssembly is allowed; default 'auto'. */
  readonly webAssembly?: 'auto' | 'none'
}

export interface FastSm2 {
  readonly signature: Sm2SignatureEngine
  readonly point: Sm2PointEngine
}

/**
 * SM2 in WebAssembly, or in TypeScript where WebAssembly is missing or forbidden by a content-security policy.
 *
 * Nothing is compiled before the first use, which takes a few milliseconds: it builds the table of the generator.
 * Private keys, nonces and secret scalars steer no branch and no address; what a JavaScript engine makes of that cannot
 * be promised, see docs/decisions/0013-sm2-in-webassembly.md.
 */
export function createFastSm2({ webAssembly = 'auto' }: FastSm2Options = {}): FastSm2 {
  let chosen: Sm2Kernel | undefined
  const kernel = (): Sm2Kernel => {
    chosen ??= webAssembly === 'none' ? createPortableKernel() : chooseKernel()
    return chosen
  }
  const kindOf = (): EngineKind => ({ path: kernel().name, constantTime: 'yes' })
  const hash: HashBoth = (z, message) => {
    const state = fastSm3.start()
    state.update(z)
    state.update(message)
    return state.digest()
  }
  return {
    signature: {
      ...createSignatureEngine(kernel, hash),
      get kind() {
        return kindOf()
      },
    },
    point: {
      get kind() {
        return kindOf()
      },
      multiplyBase: (scalar) => kernel().multiplyBase(scalar),
      multiply: (point, scalar) => kernel().multiply(point, scalar),
      prepared: (point) => kernel().prepared(point),
      add: (left, right) => kernel().add(left, right),
    },
  }
}
