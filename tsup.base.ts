import { resolve } from 'node:path'
import process from 'node:process'
import { defineConfig, type Options } from 'tsup'
import { trimSourceMaps } from './scripts/package/source-maps.mjs'

/**
 * One build recipe for every package: ESM, CommonJS and declarations of both, with source maps.
 *
 * Several entries share their code, in CommonJS too: a class must not exist once for each of them.
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
    ...(Object.keys(entry).length > 1 && { splitting: true }),
    removeNodeProtocol: false,
    plugins: [trimmedSourceMaps],
    ...overrides,
  })
}

/**
 * The same for a package of many independent parts: every source file becomes a file of its own. A bundler then leaves out
 * whole files (`"sideEffects": false`), where it would keep each call that stands in one large file.
 *
 * It is also for code with generators: what makes CommonJS out of shared chunks breaks a `yield*` beside `??`.
 *
 * @param entry the files that package.json exports: they alone have declarations
 */
export function packageModules(entry: Record<string, string>, overrides: Options = {}) {
  return packageBuild(entry, {
    ...overrides,
    entry: ['src/**/*.ts', '!src/**/*.{test,deep,d}.ts', '!src/**/fixtures/**'],
    dts: { entry },
    splitting: false,
    esbuildPlugins: [relativeImports],
  })
}

/** Keeps imports between the files of a package as they are, under the names that the built files have. */
const relativeImports: NonNullable<Options['esbuildPlugins']>[number] = {
  name: 'relative-imports',
  setup({ initialOptions, onResolve }) {
    const extension = initialOptions.outExtension?.['.js'] ?? '.js'
    onResolve({ filter: /^\.\.?\// }, ({ kind, path }) =>
      kind === 'entry-point' ? undefined : { external: true, path: path.replace(/\.ts$/, extension) },
    )
  },
}

/** The sources lie beside `dist` in the tarball: a map that holds their text too doubles it. */
const trimmedSourceMaps: NonNullable<Options['plugins']>[number] = {
  name: 'trimmed-source-maps',
  buildEnd({ writtenFiles }) {
    const maps = writtenFiles.map(({ name }) => resolve(name)).filter((file) => file.endsWith('.map'))
    trimSourceMaps(maps, process.cwd())
  },
}
