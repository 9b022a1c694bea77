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
