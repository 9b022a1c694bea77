import assert from 'node:assert/strict'
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Outcome, run } from '../../scripts/run.mjs'
import { machineNode, npm, toolEnvironment, toolNode } from '../../scripts/tools.mjs'
import type { Manifest } from '../../scripts/workspaces.mjs'
import type { Packed } from './pack.ts'

/** A user's project: the tarballs installed in a folder that knows nothing of this repository. */
export interface Project {
  readonly folder: string
  readonly packages: readonly Packed[]
}

/** Installs the tarballs as npm does for a user, install scripts off. */
export async function installProject(folder: string, packages: readonly Packed[]): Promise<Project> {
  mkdirSync(folder)
  cpSync(fileURLToPath(new URL('consumers', import.meta.url)), folder, { recursive: true })
  const dependencies = Object.fromEntries(packages.map(({ manifest, tarball }) => [manifest.name, `file:${tarball}`]))
  const overrides = Object.fromEntries(Object.keys(dependencies).map((name) => [name, `$${name}`]))
  const manifest = { name: 'project', private: true, type: 'module', dependencies, overrides }
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest))
  const { command, args } = npm()
  const flags = ['--prefer-offline', '--no-audit', '--no-fund', '--ignore-scripts', '--no-update-notifier']
  const { code, output } = await run(command, [...args, 'install', ...flags], { cwd: folder })
  assert.equal(code, 0, output)
  return { folder, packages }
}

/** Runs a program in the project; a test runner that it starts is one of its own. */
export function runIn({ folder }: Project, program: string, args: readonly string[]): Promise<Outcome> {
  const env = toolEnvironment({ NODE_TEST_CONTEXT: undefined, NO_COLOR: '1', FORCE_COLOR: undefined })
  return run(program, args, { cwd: folder, env, limit: 60_000 })
}

/** This machine's Node where the package supports it, otherwise that of the tools. */
export function nodeFor({ engines }: Manifest): { readonly path: string; readonly version: string } {
  const wanted = /^>=\s*(\d+)(?:\.(\d+))?/.exec(engines?.['node'] ?? '')
  const [major = 0, minor = 0] = machineNode().version.split('.').map(Number)
  const [least, leastMinor] = [Number(wanted?.[1] ?? 0), Number(wanted?.[2] ?? 0)]
  return major > least || (major === least && minor >= leastMinor) ? machineNode() : toolNode()
}

export function readJson({ folder }: Project, file: string) {
  return JSON.parse(readFileSync(join(folder, file), 'utf8'))
}
