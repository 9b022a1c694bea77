import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { executable, once, packageFolder, platform } from './places.mjs'

/** @typedef {import('./node.mjs').Runtime} Runtime */

/** The builds of each by platform; the first one that is installed is taken. */
const BUN_BUILDS = /** @type {Record<string, string[]>} */ ({
  'linux-x64': ['bun-linux-x64', 'bun-linux-x64-musl'],
  'linux-arm64': ['bun-linux-aarch64', 'bun-linux-aarch64-musl'],
  'darwin-x64': ['bun-darwin-x64'],
  'darwin-arm64': ['bun-darwin-aarch64'],
  'win32-x64': ['bun-windows-x64'],
  'win32-arm64': ['bun-windows-aarch64'],
})
const DENO_BUILDS = /** @type {Record<string, string[]>} */ ({
  'linux-x64': ['linux-x64-glibc'],
  'linux-arm64': ['linux-arm64-glibc'],
  'darwin-x64': ['darwin-x64'],
  'darwin-arm64': ['darwin-arm64'],
  'win32-x64': ['win32-x64'],
  'win32-arm64': ['win32-arm64'],
})

/** Whether this platform has builds of Bun and Deno at all: if so, a missing one is a broken install. */
export const hasBunAndDeno = platform in BUN_BUILDS

/** Bun, or `undefined` where it has no build. @type {() => Runtime | undefined} */
export const bun = once(() =>
  fromBuilds('bun', {
    builds: (BUN_BUILDS[platform] ?? []).map((build) => `@oven/${build}`),
    inBuild: join('bin', executable('bun')),
    afterScript: join('bin', 'bun.exe'),
  }),
)

/** Deno, or `undefined` where it has no build. @type {() => Runtime | undefined} */
export const deno = once(() =>
  fromBuilds('deno', {
    builds: (DENO_BUILDS[platform] ?? []).map((build) => `@deno/${build}`),
    inBuild: executable('deno'),
    afterScript: executable('deno'),
  }),
)

/**
 * @param {string} name the package that brings the builds
 * @param {{ builds: readonly string[], inBuild: string, afterScript: string }} where the packages of the builds, the
 *   binary inside one, and the binary inside `name` after its install script has moved it there
 * @returns {Runtime | undefined}
 */
function fromBuilds(name, { builds, inBuild, afterScript }) {
  const parent = packageFolder(name)
  if (parent === undefined) return undefined
  const { version } = JSON.parse(readFileSync(join(parent, 'package.json'), 'utf8'))
  const folders = builds.map((build) => packageFolder(build, parent)).filter((folder) => folder !== undefined)
  const candidates = [...folders.map((folder) => join(folder, inBuild)), join(parent, afterScript)]
  // Without the install script a small text file stands where the binary would be.
  const path = candidates.find((candidate) => existsSync(candidate) && statSync(candidate).size > 1_000_000)
  return path === undefined ? undefined : { path, version }
}
