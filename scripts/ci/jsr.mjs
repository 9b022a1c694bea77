/**
 * `node scripts/ci/jsr.mjs`: writes the jsr.json of every package that has one after its package.json, which alone is
 * edited by hand. A package takes part when it has the file, even an empty object.
 */
import { existsSync, readFileSync, realpathSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { workspaces } from '../workspaces.mjs'

/** The packages that can be on JSR. @param {string} [top] */
export const jsrPackages = (top) => workspaces(top).filter(({ path }) => existsSync(join(path, 'jsr.json')))

/**
 * What JSR must know of a package: the sources behind its exports, and where its dependencies come from.
 *
 * @param {import('../workspaces.mjs').Manifest} manifest
 * @returns {Record<string, unknown>}
 */
export function jsrManifest({ name, version, license, exports = {}, dependencies, peerDependencies }) {
  const paths = Object.entries(exports).filter(([path]) => path !== './package.json')
  const imports = Object.entries({ ...dependencies, ...peerDependencies }).map(([dependency, range]) => [
    dependency,
    `${dependency.startsWith('@nationec/') ? 'jsr' : 'npm'}:${dependency}@${range}`,
  ])
  return {
    $schema: 'https://jsr.io/schema/config-file.v1.json',
    name,
    version,
    license,
    exports: Object.fromEntries(paths.map(([path, target]) => [path, sourceOf(target)])),
    ...(imports.length > 0 && { imports: Object.fromEntries(imports) }),
    publish: {
      include: ['src', 'README.md', 'LICENSE'],
      exclude: ['src/**/*.test.ts', 'src/**/*.deep.ts', 'src/**/fixtures'],
    },
  }
}

/** @param {unknown} target */
function sourceOf(target) {
  const source = /** @type {Record<string, unknown>} */ (target)['@nationec/source']
  if (typeof source !== 'string') throw new Error('an entry of "exports" has no @nationec/source')
  return source
}

if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  for (const { path, manifest } of jsrPackages()) {
    const file = join(path, 'jsr.json')
    const wanted = jsrManifest(manifest)
    if (JSON.stringify(JSON.parse(readFileSync(file, 'utf8'))) === JSON.stringify(wanted)) continue
    writeFileSync(file, `${JSON.stringify(wanted, null, 2)}\n`)
    console.log(`wrote ${file}`)
  }
}
