import { dllError } from '../dll-error.ts'

/** The part of the package koffi that is used; pass your own copy where a bundler hides it. */
export interface KoffiModule {
  config(settings: { sync_stack_size: number; async_stack_size: number }): unknown
  load(path: string): KoffiLibrary
  decode(pointer: unknown, offset: number, type: string): unknown
  address(value: unknown): bigint
}

/** A library that koffi has loaded. */
export interface KoffiLibrary {
  func(convention: string, name: string, result: string, parameters: string[]): KoffiFunction
}

/** A function of such a library. */
export interface KoffiFunction {
  (...values: unknown[]): unknown
  async(...valuesAndCallback: unknown[]): void
}

/** 8 MiB: koffi runs a call on a stack of its own, of 128 KiB when asynchronous, and a library that needs more would crash. */
const STACK_BYTES = 8 * 1024 * 1024

/** Gives koffi, ready to load libraries. Throws `KOFFI_MISSING`. */
export async function loadKoffi(given?: KoffiModule): Promise<KoffiModule> {
  const koffi = given ?? (await importKoffi())
  try {
    koffi.config({ sync_stack_size: STACK_BYTES, async_stack_size: STACK_BYTES })
  } catch {
    // Somebody in this process has loaded a library with it before: the stacks stay as they are.
  }
  return koffi
}

async function importKoffi(): Promise<KoffiModule> {
  try {
    const module = await import('koffi')
    return (module.default ?? module) as unknown as KoffiModule
  } catch (cause) {
    throw dllError('KOFFI_MISSING', { cause })
  }
}
