import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { bun, deno } from './bun-and-deno.mjs'
import { machineNode, toolNode } from './node.mjs'
import { onPath, packageFolder } from './places.mjs'
import { ToolMissing } from './tool-missing.mjs'

/** A program with the arguments that come before its own. @typedef {{ command: string, args: string[] }} Command */

/** Tools whose package has another name. */
const TOOL_PACKAGES = /** @type {Record<string, string>} */ ({
  biome: '@biomejs/biome',
  changeset: '@changesets/cli',
  // The compiler in Go checks three times as fast; what reads the compiler's API (tsup, vue-tsc) has version 6.
  tsc: 'typescript7',
})

/**
 * The command that runs a tool of the repository: by its script and our Node, so that no shell shim is involved.
 *
 * @param {string} name
 * @returns {Command}
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
 * @returns {Command}
 */
export function npm() {
  const { path: node } = machineNode()
  const { npm_execpath: runningNpm } = process.env
  const besideNode = [join(dirname(node), 'node_modules'), join(dirname(node), '..', 'lib', 'node_modules')]
  const scripts = besideNode.map((folder) => join(folder, 'npm', 'bin', 'npm-cli.js'))
  for (const candidate of [runningNpm, ...scripts, ...onPath('npm')]) {
    if (candidate === undefined || !existsSync(candidate)) continue
    const script = realpathSync(candidate)
    // npm_execpath is another package manager's if that one runs us.
    if (basename(script) === 'npm-cli.js') return { command: node, args: [script] }
  }
  throw new ToolMissing(
    'npm was not found. It comes with Node: install Node 20 or newer with npm.\n' +
      '未找到 npm。npm 随 Node 一起安装：请安装带 npm 的 Node 20 或更新版本。',
  )
}
