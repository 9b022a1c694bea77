import type { EngineKind, Sm4Engine } from '../../provider/provider.ts'
import { type LoadedSm4, loadSm4, type Sm4Environment, type Sm4Path, sm4Environment } from './sm4/load.ts'

export type { Sm4Path } from './sm4/load.ts'

export interface FastSm4Options {
  /** The best way that may be taken; default `auto`, the fastest that works here. */
  readonly webAssembly?: Sm4Path | 'auto'
}

export interface FastSm4 extends Sm4Engine {
  /** The way that was taken: found at the first use of the engine or of this property. */
  readonly path: Sm4Path
}

const KINDS: Readonly<Record<Sm4Path, EngineKind>> = {
  'relaxed-simd': { path: 'relaxed-simd', constantTime: 'except CBC encryption' },
  simd: { path: 'simd', constantTime: 'except CBC encryption' },
  // By tables, of which the cache keeps what was used.
  scalar: { path: 'scalar', constantTime: 'no' },
  none: { path: 'portable', constantTime: 'no' },
}

/**
 * SM4 in WebAssembly, by vectors where the runtime has SIMD: constant time except for CBC encryption, which must wait for
 * each block and goes by tables. Without SIMD, or if the vector code fails its known answers, everything goes by tables;
 * where WebAssembly is missing or forbidden, in TypeScript.
 *
 * Nothing is compiled before the first key.
 */
export function createFastSm4(
  { webAssembly = 'auto' }: FastSm4Options = {},
  environment: () => Sm4Environment = sm4Environment,
): FastSm4 {
  let loaded: LoadedSm4 | undefined
  const engine = () => {
    loaded ??= loadSm4(webAssembly === 'auto' ? 'relaxed-simd' : webAssembly, environment())
    return loaded
  }
  return {
    get path() {
      return engine().path
    },
    get kind() {
      return KINDS[engine().path]
    },
    schedule: (key) => engine().schedule(key),
  }
}
