import { base64ToBytes } from '../../../bytes/base64.ts'
import { type WebAssemblyApi, webAssemblyOf } from './web-assembly.ts'

/** The memory of a module: `buffer` changes when the memory grows, the modules of this package never grow it. */
export interface WasmMemory {
  readonly buffer: ArrayBuffer
}

/**
 * Compiles and instantiates a module that imports nothing, synchronously.
 *
 * `undefined` where the runtime has no WebAssembly, cannot compile this module (an instruction set that it lacks) or may
 * not (a content-security policy without `wasm-unsafe-eval` makes the constructor throw): the caller takes another way.
 *
 * @typeParam Exports what the module exports; the generated module and its caller are built together, so it is not checked
 */
export function instantiate<Exports extends { readonly memory: WasmMemory }>(
  base64: string,
  api: WebAssemblyApi | undefined = webAssemblyOf(),
): Exports | undefined {
  if (api === undefined) return undefined
  try {
    const binary = base64ToBytes(base64)
    if (!api.validate(binary)) return undefined
    return new api.Instance(new api.Module(binary)).exports as unknown as Exports
  } catch {
    return undefined
  }
}
