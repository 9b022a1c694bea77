import { equalBytes } from '../../bytes/equal.ts'
import { standardKey, standardPublicKey } from '../../provider/known-answers/sm2-values.ts'
import { sm2Wasm } from './generated/sm2.ts'
import type { Sm2Kernel } from './sm2/kernel.ts'
import { createPortableKernel } from './sm2/portable/kernel.ts'
import { createWasmKernel, type Sm2Exports } from './sm2/wasm-kernel.ts'
import { instantiate } from './wasm/instantiate.ts'
import type { WebAssemblyApi } from './wasm/web-assembly.ts'

/** The WebAssembly kernel, or the TypeScript one where the module does not run or gives a wrong answer. */
export function chooseKernel(api?: WebAssemblyApi): Sm2Kernel {
  return wasmKernel(api) ?? createPortableKernel()
}

function wasmKernel(api: WebAssemblyApi | undefined): Sm2Kernel | undefined {
  const wasm = instantiate<Sm2Exports>(sm2Wasm, api)
  if (wasm === undefined) return undefined
  try {
    const kernel = createWasmKernel(wasm)
    return equalBytes(kernel.multiplyBase(standardKey), standardPublicKey) ? kernel : undefined
  } catch {
    return undefined
  }
}
