import type { Sm4Engine } from '../../../provider/provider.ts'
import { sm4RelaxedWasm } from '../generated/sm4-relaxed.ts'
import { sm4ScalarWasm } from '../generated/sm4-scalar.ts'
import { sm4SimdWasm } from '../generated/sm4-simd.ts'
import { instantiate } from '../wasm/instantiate.ts'
import { type WebAssemblyApi, webAssemblyOf } from '../wasm/web-assembly.ts'
import { answersRight } from './known-answer.ts'
import { createTableSchedule } from './tables/schedule.ts'
import { coreOf, type Sm4Exports } from './wasm/core.ts'
import { createWasmSchedule } from './wasm/schedule.ts'

/** The ways to compute SM4, the fastest first; `none` is TypeScript alone. */
export const SM4_PATHS = ['relaxed-simd', 'simd', 'scalar', 'none'] as const

/** One of {@link SM4_PATHS}. */
export type Sm4Path = (typeof SM4_PATHS)[number]

/** What the choice depends on; a test puts something else in its place. */
export interface Sm4Environment {
  readonly webAssembly: WebAssemblyApi | undefined
  /** The modules, as Base64. */
  readonly modules: Readonly<Record<Exclude<Sm4Path, 'none'>, string>>
}

export function sm4Environment(): Sm4Environment {
  return {
    webAssembly: webAssemblyOf(),
    modules: { 'relaxed-simd': sm4RelaxedWasm, simd: sm4SimdWasm, scalar: sm4ScalarWasm },
  }
}

/** The chosen way and the engine of it. */
export interface LoadedSm4 extends Sm4Engine {
  readonly path: Sm4Path
}

/** Takes the first way, from `best` on, that works here and gives the known answers. */
export function loadSm4(best: Sm4Path, environment: Sm4Environment): LoadedSm4 {
  for (const path of SM4_PATHS.slice(SM4_PATHS.indexOf(best))) {
    const engine = path === 'none' ? undefined : attempt(path, environment)
    if (engine !== undefined) return engine
  }
  return { path: 'none', schedule: createTableSchedule }
}

function attempt(path: Exclude<Sm4Path, 'none'>, { webAssembly, modules }: Sm4Environment): LoadedSm4 | undefined {
  if (webAssembly === undefined) return undefined
  const exports = instantiate<Sm4Exports>(modules[path], webAssembly)
  if (exports === undefined) return undefined
  try {
    const core = coreOf(exports)
    const engine: LoadedSm4 = { path, schedule: (key) => createWasmSchedule(core, key) }
    return answersRight(engine) ? engine : undefined
  } catch {
    return undefined // it stepped out of its memory: wrong code, like a wrong answer
  }
}
