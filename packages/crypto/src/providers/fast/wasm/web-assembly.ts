/** What this package uses of the WebAssembly API, which the types of the runtimes place in different libraries. */
export interface WebAssemblyApi {
  readonly Module: new (binary: Uint8Array) => object
  readonly Instance: new (module: object) => { readonly exports: Readonly<Record<string, unknown>> }
  validate(binary: Uint8Array): boolean
}

/** The WebAssembly of the runtime, or `undefined` where there is none. A page may have it and still forbid its use. */
export function webAssemblyOf(scope: object = globalThis): WebAssemblyApi | undefined {
  const found: unknown = Reflect.get(scope, 'WebAssembly')
  return isWebAssembly(found) ? found : undefined
}

function isWebAssembly(value: unknown): value is WebAssemblyApi {
  return typeof value === 'object' && value !== null && 'Module' in value && 'Instance' in value && 'validate' in value
}
