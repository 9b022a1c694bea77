import { defineConfig, type Options } from 'tsup'

/**
 * One build recipe for every package: ESM, CommonJS and declarations of both, with source maps.
 *
 * `removeNodeProtocol: false` keeps `node:` in front of built-in modules: some of them (`node:sqlite`, `node:test`)
 * exist only under that name, and Deno resolves no other.
 */
export function packageBuild(entry: Record<string, string>, overrides: Options = {}) {
  return defineConfig({
    entry,
    format: ['esm', 'cjs'],
    dts: true,
    sourcemap: true,
    clean: true,
    target: 'node20',
    platform: 'neutral',
    splitting: true,
    removeNodeProtocol: false,
    ...overrides,
  })
}
