import { join } from 'node:path'
import { build } from 'esbuild'
import { root } from '../tools.mjs'

/** CommonJS inside a bundle of modules asks for this. */
const REQUIRE =
  "import { createRequire as __createRequire } from 'node:module';\nconst require = __createRequire(import.meta.url);"

/**
 * One file of a program with everything it imports, and the files that went into it.
 *
 * Names and lines stay: what a stack trace says has to be readable by people who hold nothing but the release.
 *
 * @param {{ code: string, folder: string, format?: 'esm' | 'cjs', external?: readonly string[] }} entry `folder`: where
 *   the imports of the code begin
 * @returns {Promise<{ code: Uint8Array, inputs: string[] }>} `inputs` absolute
 */
export async function bundle({ code, folder, format = 'esm', external = [] }) {
  const { outputFiles, metafile } = await build({
    stdin: { contents: code, resolveDir: folder, sourcefile: 'entry.mjs' },
    bundle: true,
    write: false,
    metafile: true,
    format,
    platform: 'node',
    conditions: ['@nationec/source'],
    target: 'node22.13',
    // Comments name the files by their paths: those below the top are the same on every machine.
    absWorkingDir: root,
    minifyWhitespace: true,
    minifySyntax: true,
    lineLimit: 200,
    legalComments: 'none',
    logLevel: 'error',
    external: [...external],
    ...(format === 'esm' && { banner: { js: REQUIRE } }),
  })
  const [output] = outputFiles
  if (output === undefined) throw new Error('esbuild gave no file')
  const inputs = Object.keys(metafile.inputs)
    .filter((file) => file !== 'entry.mjs')
    .map((file) => join(root, file))
  return { code: output.contents, inputs }
}
