import { readFileSync, rmSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { root } from '../../../scripts/tools.mjs'

/** @typedef {import('../../../scripts/test/test-files.mjs').TestFile} TestFile */

/**
 * Bundles test files for the Node under wine, which sees the repository at another address. Packages stay imports: the
 * bundles lie in the copy of the checkout that holds the build.
 *
 * @param {readonly TestFile[]} files
 * @param {string} target as esbuild names it: `node22`
 * @param {string} place the address of the top for the Node that runs the tests
 * @returns {Promise<string[]>} the bundles, relative to the top
 */
export async function bundleTests(files, target, place) {
  const { build } = await import('esbuild')
  const owners = [...new Set(files.map(({ owner }) => owner))]
  const bundles = await Promise.all(
    owners.map(async (owner) => {
      const folder = `.cache/build/${owner}/.cache/tests-${target}`
      rmSync(join(root, folder), { recursive: true, force: true })
      const { metafile } = await build({
        absWorkingDir: root,
        entryPoints: files.filter((test) => test.owner === owner).map(({ file }) => file),
        outdir: folder,
        outbase: owner,
        outExtension: { '.js': '.mjs' },
        bundle: true,
        packages: 'external',
        platform: 'node',
        format: 'esm',
        target,
        sourcemap: 'inline',
        sourcesContent: false,
        metafile: true,
        logLevel: 'silent',
        plugins: [keepPlace(place)],
      })
      return Object.keys(metafile.outputs)
    }),
  )
  return bundles.flat()
}

/**
 * Lets a file know its own place after bundling, so that a test still finds the files beside it.
 *
 * @param {string} place
 * @returns {import('esbuild').Plugin}
 */
const keepPlace = (place) => ({
  name: 'keep-place',
  setup({ onLoad }) {
    onLoad({ filter: /\.m?[jt]s$/ }, ({ path }) => {
      const url = new URL(relative(root, path), place)
      return {
        contents: readFileSync(path, 'utf8')
          .replaceAll('import.meta.url', JSON.stringify(url))
          .replaceAll('import.meta.dirname', JSON.stringify(dirname(path)))
          .replaceAll('import.meta.filename', JSON.stringify(path)),
        loader: path.endsWith('ts') ? 'ts' : 'js',
      }
    })
  },
})
