import { build, transform } from 'esbuild'
import ts from 'typescript'

/**
 * Bundles a script for pages in the IE mode of Edge: syntax of 2009 (ES5). The bundler writes no syntax that old, the
 * compiler does, with its helpers in the script.
 *
 * @param {string} entry
 * @returns {Promise<string>}
 */
export async function oldScript(entry) {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    format: 'iife',
    target: 'esnext',
    define: { globalThis: 'window' },
    legalComments: 'none',
    write: false,
  })
  const { outputText } = ts.transpileModule(outputFiles[0]?.text ?? '', {
    fileName: 'script.js',
    compilerOptions: { target: ts.ScriptTarget.ES5, allowJs: true, ignoreDeprecations: '6.0', removeComments: true },
  })
  const { code } = await transform(outputText, { minify: true, target: 'es5' })
  return code
}
