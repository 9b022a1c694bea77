/**
 * Where the tools of this repository are. Nothing here needs an install script: the binaries of Node 24, Bun and Deno
 * are taken straight from their platform packages.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { basename, delimiter, dirname, join, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The top of the checkout. */
export const root = resolve(fileURLToPath(new URL('..', import.meta.url)))

/** Files that come and go: logs, lock files, bundles. Ignored by git. */
export const cacheFolder = join(root, '.cache')

const windows = process.platform === 'win32'
const platform = `${process.platform}-${process.arch}`

/** @param {string} name */
const executable = (name) => (windows ? `${name}.exe` : name)

/** @param {string} file */
const onPath = (file) => (process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, file))

/** A tool that is not there, told in both languages. */
export class ToolMissing extends Error {}

/**
 * The folder of an installed package, looked up the way Node does, whatever the package exports.
 *
 * @param {string} name
 * @param {string} [from] the package that depends on it; default the workspace root
 * @returns {string | undefined}
 */
export function packageFolder(name, from = root) {
  for (let folder = realpathSync(from); ; folder = dirname(folder)) {
    const candidate = join(folder, 'node_modules', name)
    if (existsSync(join(candidate, 'package.json'))) return candidate
    if (folder === dirname(folder)) return undefined
  }
}

/** @param {string} node */
function versionOf(node) {
  const { status, stdout } = spawnSync(node, ['-p', 'process.versions.node'], { encoding: 'utf8' })
  return status === 0 ? stdout.trim() : undefined
}

/** @param {string} version */
export function runsTypeScript(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major > 22 || (major === 22 && minor >= 18)
}

/** @typedef {{ path: string, version: string }} Runtime */

/** @template T @param {() => T} find @returns {() => T} */
function once(find) {
  /** @type {{ value: T } | undefined} */
  let found
  return () => {
    found ??= { value: find() }
    return found.value
  }
}

/**
 * The Node of the machine, not the one that `npm run` finds first in node_modules/.bin: users' programs run on theirs.
 *
 * @type {() => Runtime}
 */
export const machineNode = once(() => {
  const { npm_node_execpath: nodeOfNpm } = process.env
  for (const path of [nodeOfNpm, process.execPath, ...onPath(executable('node'))]) {
    if (path === undefined || !basename(path).startsWith('node') || !existsSync(path)) continue
    const installed = realpathSync(path)
    if (installed.startsWith(realpathSync(root) + sep)) continue
    const version = versionOf(path)
    if (version !== undefined) return { path, version }
  }
  return { path: process.execPath, version: process.versions.node }
})

/**
 * The Node that runs the repository's own tools and its TypeScript: 24 from npm, else the machine's when new enough.
 *
 * @type {() => Runtime}
 */
export const toolNode = once(() => {
  const alias = packageFolder(`node24-${windows ? 'win' : process.platform}-${process.arch}`)
  if (alias !== undefined) {
    const path = join(alias, 'bin', executable('node'))
    // The package also lands where it cannot run, for instance on a Linux without glibc.
    const version = versionOf(path)
    if (version !== undefined) return { path, version }
  }
  const machine = machineNode()
  if (runsTypeScript(machine.version)) return machine
  throw new ToolMissing(
    `npm has no Node 24 that runs on ${platform}, and this machine's Node is ${machine.version}: install Node 22.18 or newer.\n` +
      `npm 上没有可在 ${platform} 运行的 Node 24，本机 Node 为 ${machine.version}：请安装 Node 22.18 或更新版本。`,
  )
})

/** The builds of Bun and Deno by platform; the first one that is installed is taken. */
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

/**
 * @param {string} name the package that brings the builds
 * @param {readonly string[]} builds packages of the builds for this platform
 * @param {string} inBuild the binary inside such a package
 * @param {string} afterScript the binary inside `name` when its install script has run and moved it there
 * @returns {Runtime | undefined}
 */
function fromBuilds(name, builds, inBuild, afterScript) {
  const parent = packageFolder(name)
  if (parent === undefined) return undefined
  const { version } = JSON.parse(readFileSync(join(parent, 'package.json'), 'utf8'))
  const folders = builds.map((build) => packageFolder(build, parent)).filter((folder) => folder !== undefined)
  const candidates = [...folders.map((folder) => join(folder, inBuild)), join(parent, afterScript)]
  // Without the install script a small text file stands where the binary would be.
  const path = candidates.find((candidate) => existsSync(candidate) && statSync(candidate).size > 1_000_000)
  return path === undefined ? undefined : { path, version }
}

/** Bun, or `undefined` where it has no build. @type {() => Runtime | undefined} */
export const bun = once(() =>
  fromBuilds(
    'bun',
    (BUN_BUILDS[platform] ?? []).map((build) => `@oven/${build}`),
    join('bin', executable('bun')),
    join('bin', 'bun.exe'),
  ),
)

/** Deno, or `undefined` where it has no build. @type {() => Runtime | undefined} */
export const deno = once(() =>
  fromBuilds(
    'deno',
    (DENO_BUILDS[platform] ?? []).map((build) => `@deno/${build}`),
    executable('deno'),
    executable('deno'),
  ),
)

/** Whether this platform has builds of Bun and Deno at all: if so, a missing one is a broken install. */
export const hasBunAndDeno = platform in BUN_BUILDS

/** Command-line tools by name, with the package that brings each. */
const TOOL_PACKAGES = /** @type {Record<string, string>} */ ({
  attw: '@arethetypeswrong/cli',
  biome: '@biomejs/biome',
  changeset: '@changesets/cli',
  esbuild: 'esbuild',
  publint: 'publint',
  tsc: 'typescript',
  tsup: 'tsup',
  turbo: 'turbo',
})

/**
 * The command that runs a tool of the repository: by its script and our Node, so that no shell shim is involved.
 *
 * @param {string} name
 * @returns {{ command: string, args: string[] }}
 */
export function tool(name) {
  if (name === 'node') return { command: toolNode().path, args: [] }
  const runtime = name === 'bun' ? bun() : name === 'deno' ? deno() : undefined
  if (runtime !== undefined) return { command: runtime.path, args: [] }
  const folder = packageFolder(TOOL_PACKAGES[name] ?? name)
  if (folder === undefined) {
    throw new ToolMissing(`${name} is not installed: run npm run setup.\n未安装 ${name}：请先执行 npm run setup。`)
  }
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  return { command: toolNode().path, args: [join(folder, typeof bin === 'string' ? bin : bin[name])] }
}

/**
 * The command that runs npm: its script with the machine's Node, so that it works on Windows without a shell.
 *
 * @returns {{ command: string, args: string[] }}
 */
export function npm() {
  const { path: node } = machineNode()
  const besideNode = [join(dirname(node), 'node_modules'), join(dirname(node), '..', 'lib', 'node_modules')]
  const { npm_execpath: runningNpm } = process.env
  const candidates = [
    runningNpm,
    ...besideNode.map((folder) => join(folder, 'npm', 'bin', 'npm-cli.js')),
    ...onPath('npm'),
  ]
  for (const candidate of candidates) {
    if (candidate === undefined || !existsSync(candidate)) continue
    const script = realpathSync(candidate)
    if (basename(script) === 'npm-cli.js') return { command: node, args: [script] }
  }
  throw new ToolMissing(
    'npm was not found. It comes with Node: install Node 20 or newer with npm.\n' +
      '未找到 npm。npm 随 Node 一起安装：请安装带 npm 的 Node 20 或更新版本。',
  )
}

/**
 * The environment for tools: our Node first on the path, no telemetry.
 *
 * @param {NodeJS.ProcessEnv} [extra]
 * @returns {NodeJS.ProcessEnv}
 */
export function toolEnvironment(extra = {}) {
  const { PATH, Path, ...rest } = process.env
  const folders = [dirname(toolNode().path), join(root, 'node_modules', '.bin'), PATH ?? Path ?? '']
  return {
    ...rest,
    PATH: folders.join(delimiter),
    DO_NOT_TRACK: '1',
    TURBO_TELEMETRY_DISABLED: '1',
    TURBO_NO_UPDATE_NOTIFIER: '1',
    DENO_NO_UPDATE_CHECK: '1',
    // Deno's home folder may be missing or read-only; its transpiled files belong with the other passing files.
    DENO_DIR: join(cacheFolder, 'deno'),
    ...extra,
  }
}

/** For {@link toolEnvironment} when the text is captured and read. */
export const plainText = { NO_COLOR: '1', FORCE_COLOR: undefined }
