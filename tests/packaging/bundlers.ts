import { dirname, join } from 'node:path'
import * as esbuild from 'esbuild'
import * as vite from 'vite'
import webpack from 'webpack'

export interface Job {
  /** The program to bundle. */
  readonly program: string
  /** An empty folder. */
  readonly out: string
  readonly platform: 'node' | 'browser'
}

export interface Bundled {
  readonly file: string
  readonly warnings: readonly string[]
}

/** The usual bundlers with their usual settings: one file. */
export const bundlers: Readonly<Record<string, (job: Job) => Promise<Bundled>>> = {
  'esbuild (ESM)': (job) => byEsbuild(job, 'esm', 'mjs'),
  'esbuild (ESM with require)': (job) => byEsbuild(job, 'esm', 'mjs', REQUIRE),
  'esbuild (CommonJS)': (job) => byEsbuild(job, 'cjs', 'cjs'),
  vite: byVite,
  webpack: byWebpack,
}

/** What esbuild's users put in front of an ESM bundle that holds CommonJS libraries. */
const REQUIRE = "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);"

async function byEsbuild(
  { program, out, platform }: Job,
  format: 'esm' | 'cjs',
  extension: string,
  banner = '',
): Promise<Bundled> {
  const file = join(out, `bundle.${extension}`)
  const { warnings } = await esbuild.build({
    entryPoints: [program],
    outfile: file,
    banner: { js: banner },
    bundle: true,
    minify: true,
    format,
    platform,
    logLevel: 'silent',
    // Our files ask for __filename first, which CommonJS has.
    logOverride: { 'empty-import-meta': 'silent' },
  })
  return { file, warnings: await esbuild.formatMessages(warnings, { kind: 'warning' }) }
}

async function byVite({ program, out, platform }: Job): Promise<Bundled> {
  const warnings: string[] = []
  // Transports are loaded when a setting names them; a program that imports one itself has it anyway.
  const warn = (message: string): void => {
    if (!message.includes('INEFFECTIVE_DYNAMIC_IMPORT')) warnings.push(message)
  }
  const logger = { ...vite.createLogger('silent'), warn, warnOnce: warn }
  await vite.build({
    root: dirname(program),
    configFile: false,
    logLevel: 'warn',
    customLogger: logger,
    ssr: { noExternal: true },
    build: {
      outDir: out,
      minify: true,
      // A page of one package is small; one of all of them is not.
      chunkSizeWarningLimit: 10_000,
      ...(platform === 'node' && { ssr: program }),
      rolldownOptions: {
        input: program,
        output: { entryFileNames: 'bundle.mjs', format: 'es' },
        ...(platform === 'node' && { platform: 'node' }),
      },
    },
  })
  return { file: join(out, 'bundle.mjs'), warnings }
}

async function byWebpack({ program, out, platform }: Job): Promise<Bundled> {
  const compiler = webpack({
    mode: 'production',
    target: platform === 'node' ? 'node20' : 'web',
    entry: program,
    output: { path: out, filename: 'bundle.cjs' },
    // Minifying takes most of its time and warns of nothing.
    optimization: { minimize: false },
    // Webpack warns of everything over 244 KB.
    performance: false,
  })
  const stats = await new Promise<webpack.Stats>((resolve, reject) => {
    compiler.run((error, result) => {
      if (result === undefined || error) reject(error ?? new Error('webpack gave no result'))
      else resolve(result)
    })
  })
  await new Promise((resolve) => compiler.close(resolve))
  const { errors = [], warnings = [] } = stats.toJson({ all: false, errors: true, warnings: true })
  return { file: join(out, 'bundle.cjs'), warnings: [...errors, ...warnings].map(({ message }) => message) }
}
