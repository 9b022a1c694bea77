import type { TransportNames } from './names.ts'
import type { NewFile } from './new-file.ts'
import { readmeOf } from './readme.ts'
import { sourcesOf } from './sources.ts'

/** Versions that a new package outside the repository asks for. */
export interface StandaloneVersions {
  /** Of `@nationec/transport`, as a range. */
  readonly transport: string
}

/** A package of its own, built by TypeScript alone. */
export function standalonePackage(names: TransportNames, { transport }: StandaloneVersions): NewFile[] {
  const name = `nationec-transport-${names.medium}`
  return [
    { path: 'package.json', content: json(manifestOf(name, names, transport)) },
    { path: 'tsconfig.json', content: json(SETTINGS) },
    { path: 'tsconfig.build.json', content: json(BUILD_SETTINGS) },
    { path: '.gitignore', content: 'dist/\nnode_modules/\n' },
    { path: 'README.md', content: readmeOf(name, names, 'npm test') },
    ...sourcesOf(names),
  ]
}

const manifestOf = (name: string, { medium }: TransportNames, transport: string): object => ({
  name,
  version: '0.1.0',
  description: `A nationec transport over ${medium}`,
  // Choose one before you publish.
  license: 'UNLICENSED',
  type: 'module',
  sideEffects: false,
  engines: { node: '>=20' },
  exports: {
    '.': { types: './dist/index.d.ts', default: './dist/index.js' },
    './package.json': './package.json',
  },
  files: ['dist'],
  scripts: {
    build: 'tsc -p tsconfig.build.json',
    types: 'tsc -p tsconfig.json',
    // Node 22.18 runs TypeScript as it is; so do `bun test` and `deno test -A`.
    test: 'node --test "src/**/*.test.ts"',
  },
  dependencies: { '@nationec/transport': transport },
  devDependencies: { '@types/node': '^24.0.0', typescript: '^6.0.0' },
})

const SETTINGS = {
  compilerOptions: {
    target: 'ES2022',
    lib: ['ES2023', 'ESNext.Disposable'],
    module: 'NodeNext',
    types: ['node'],
    strict: true,
    noUncheckedIndexedAccess: true,
    exactOptionalPropertyTypes: true,
    noUnusedLocals: true,
    noUnusedParameters: true,
    verbatimModuleSyntax: true,
    erasableSyntaxOnly: true,
    rewriteRelativeImportExtensions: true,
    noEmit: true,
  },
  include: ['src'],
}

const BUILD_SETTINGS = {
  extends: './tsconfig.json',
  compilerOptions: { noEmit: false, declaration: true, sourceMap: true, rootDir: 'src', outDir: 'dist' },
  exclude: ['src/**/*.test.ts'],
}

/** Lists of words stand on one line, as a person writes them. */
function json(value: object): string {
  const text = JSON.stringify(value, undefined, 2)
  return `${text.replaceAll(/\[\s+("[^\]{}]*")\s+\]/g, (_, words: string) => `[${words.replaceAll(/\s+/g, ' ')}]`)}\n`
}
