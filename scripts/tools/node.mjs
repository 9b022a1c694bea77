import { spawnSync } from 'node:child_process'
import { existsSync, realpathSync } from 'node:fs'
import { basename, join, sep } from 'node:path'
import { executable, once, onPath, onWindows, packageFolder, platform, root } from './places.mjs'
import { ToolMissing } from './tool-missing.mjs'

/** @typedef {{ path: string, version: string }} Runtime */

/** @param {string} node */
function versionOf(node) {
  const { status, stdout } = spawnSync(node, ['-p', 'process.versions.node'], { encoding: 'utf8' })
  return status === 0 ? stdout.trim() : undefined
}

/** Whether a version of Node runs TypeScript as it is. @param {string} version */
export function runsTypeScript(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major > 22 || (major === 22 && minor >= 18)
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
    if (realpathSync(path).startsWith(realpathSync(root) + sep)) continue
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
  const alias = packageFolder(`node24-${onWindows ? 'win' : process.platform}-${process.arch}`)
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
