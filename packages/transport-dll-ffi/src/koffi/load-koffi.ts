import { dllError } from '../catalogue/dll-error.ts'
import type { KoffiModule } from '../options/koffi-module.ts'

/** 8 MiB: koffi runs a call on a stack of its own, of 128 KiB when asynchronous, and a library that needs more would crash. */
const STACK_BYTES = 8 * 1024 * 1024

/** Gives koffi, ready to load libraries. Throws `KOFFI_MISSING`. */
export async function loadKoffi(given?: KoffiModule): Promise<KoffiModule> {
  const koffi = given ?? (await importKoffi())
  try {
    koffi.config({ sync_stack_size: STACK_BYTES, async_stack_size: STACK_BYTES })
  } catch {
    // A library was loaded with it in this process before: the stacks stay as they are.
  }
  return koffi
}

async function importKoffi(): Promise<KoffiModule> {
  try {
    const module: { readonly default?: KoffiModule } & KoffiModule = await importAtRunTime('koffi')
    return module.default ?? module
  } catch (cause) {
    throw dllError('KOFFI_MISSING', { cause })
  }
}

/** Not in a bundle: the package finds its native part beside itself, and a bundler would warn where it is not installed. */
function importAtRunTime(name: string) {
  return import(/* webpackIgnore: true */ /* @vite-ignore */ name)
}
