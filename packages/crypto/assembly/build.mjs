/**
 * Compiles the AssemblyScript of this folder to WebAssembly and writes each module, as Base64, into a TypeScript file
 * below `src/providers/fast/generated`: the published code then reads no file and works in a browser too.
 *
 * The files are kept in the repository, so that the sources run without a build; the same sources and the same compiler
 * give the same bytes, and `src/providers/fast/assembly.test.ts` compares them. Names on the command line build only
 * those files.
 */
import { mkdirSync, realpathSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { argv } from 'node:process'
import { fileURLToPath } from 'node:url'
import asc from 'assemblyscript/asc'
import { modules } from './modules.mjs'
import { unrolledSm3 } from './sm3/unroll.mjs'

const here = dirname(fileURLToPath(import.meta.url))

/** Where the generated files are. */
export const generatedFolder = join(here, '../src/providers/fast/generated')

/** Nothing of AssemblyScript's runtime is used: no objects, no garbage, no imports. */
const OPTIONS = ['-O3', '--converge', '--noAssert', '--runtime', 'stub', '--use', 'abort=']

/**
 * @param {import('./modules.mjs').WasmModule} module
 * @returns {Promise<Uint8Array>}
 */
export async function compile({ entry, options = [] }) {
  /** @type {Uint8Array | undefined} */
  let binary
  const { error, stderr } = await asc.main(
    [entry, ...OPTIONS, ...options, '--baseDir', here, '--outFile', 'module.wasm'],
    {
      writeFile(_name, contents) {
        if (typeof contents !== 'string') binary = contents
      },
    },
  )
  if (error !== null) throw new Error(`assembly/${entry} does not compile\n${stderr.toString()}`)
  if (binary === undefined) throw new Error(`assembly/${entry} gave no module`)
  if (WebAssembly.Module.imports(new WebAssembly.Module(binary)).length > 0) {
    throw new Error(`assembly/${entry} must not import anything`)
  }
  return binary
}

/**
 * A file of `src/providers/fast/generated`.
 *
 * @typedef {object} GeneratedFile
 * @property {string} name of the file, without `.ts`
 * @property {() => Promise<string>} text makes its text from the sources of this folder
 */

/** @type {readonly GeneratedFile[]} */
export const generatedFiles = [
  { name: 'sm3-compress', text: async () => unrolledSm3() },
  ...modules.map((module) => ({ name: module.name, text: async () => moduleText(module, await compile(module)) })),
]

/**
 * @param {import('./modules.mjs').WasmModule} module
 * @param {Uint8Array} binary
 */
function moduleText({ name, entry }, binary) {
  const constant = name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase())
  return `/** Built from assembly/${entry} by assembly/build.mjs. ${binary.length} bytes as Base64. */
export const ${constant}Wasm: string =
  '${Buffer.from(binary).toString('base64')}'
`
}

if (argv[1] !== undefined && realpathSync(argv[1]) === fileURLToPath(import.meta.url)) {
  const wanted = argv.slice(2)
  mkdirSync(generatedFolder, { recursive: true })
  for (const { name, text } of generatedFiles.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
    writeFileSync(join(generatedFolder, `${name}.ts`), await text())
  }
}
