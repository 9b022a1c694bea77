// @runtimes node
// @needs build
/** Projects of users: the tarballs installed in a folder that knows nothing of this repository. */
import assert from 'node:assert/strict'
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { before, describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { run } from '../../scripts/run.mjs'
import { bun, deno, machineNode, npm, packageFolder, tool, toolEnvironment, toolNode } from '../../scripts/tools.mjs'
import { temporaryFolder } from '../temporary-folder.ts'
import { type Packed, packAll } from './pack.ts'

const folder = temporaryFolder()
const project = join(folder, 'project')

describe('a project that installs the tarballs', () => {
  before(async () => {
    mkdirSync(project)
    await install(await packAll(folder))
  })

  it('has everything of ours from the tarballs, each once', () => {
    const { packages }: { packages: Record<string, { resolved?: string }> } = readJson('package-lock.json')
    const ours = Object.entries(packages).filter(([path]) => path.includes('@nationec/'))
    assert.notEqual(ours.length, 0)
    for (const [path, { resolved = '' }] of ours) {
      assert.match(path, /^node_modules\/@nationec\/[\w-]+$/)
      assert.match(resolved, /^file:\.\.\/nationec-/)
    }
  })

  const denoFlags = ['run', '--allow-all', '--no-check', '--no-lock', '--node-modules-dir=manual']
  const programs: readonly (readonly [title: string, program: string | undefined, args: readonly string[]])[] = [
    ['ES modules on Node 24', toolNode().path, ['flow.mjs']],
    ['CommonJS on Node 24', toolNode().path, ['flow.cjs']],
    [`ES modules on this machine's Node ${machineNode().version}`, machineNode().path, ['flow.mjs']],
    [`CommonJS on this machine's Node ${machineNode().version}`, machineNode().path, ['flow.cjs']],
    ['ES modules on Bun', bun()?.path, ['flow.mjs']],
    ['CommonJS on Bun', bun()?.path, ['flow.cjs']],
    ['TypeScript on Bun', bun()?.path, ['flow.ts']],
    ['ES modules on Deno', deno()?.path, [...denoFlags, 'flow.mjs']],
    ['TypeScript on Deno', deno()?.path, [...denoFlags, 'flow.ts']],
  ]
  for (const [title, program, args] of programs) {
    it(`runs the flow: ${title}`, { skip: program === undefined && 'no build for this platform' }, async () => {
      const { code, output } = await run(program ?? '', args, { cwd: project, env: toolEnvironment(), limit: 60_000 })
      assert.equal(code, 0, output)
      assert.match(output, /the flow went well/)
    })
  }

  for (const command of ['--help', 'demo']) {
    it(`runs the command line on this machine's Node: nationec ${command}`, async () => {
      const program = 'node_modules/@nationec/cli/bin/nationec.mjs'
      const { code, output } = await run(machineNode().path, [program, command], { cwd: project, limit: 60_000 })
      assert.equal(code, 0, output)
      assert.notEqual(output, '')
    })
  }

  it('says what to install where there is no agent: nationec serve', async () => {
    const agent = join(project, 'node_modules/@nationec/demo-server')
    renameSync(agent, `${agent}.away`)
    const program = 'node_modules/@nationec/cli/bin/nationec.mjs'
    const { code, output } = await run(machineNode().path, [program, 'serve'], { cwd: project, limit: 60_000 })
    renameSync(`${agent}.away`, agent)
    assert.equal(code, 5, output)
    assert.match(output, /PART_MISSING.*npm install @nationec\/demo-server/)
  })

  const withNode = { types: ['node'], typeRoots: [join(packageFolder('@types/node') ?? '', '..')] }
  // Without @types/node a project needs the browser's types for AbortSignal, and those of disposable resources.
  const withoutNode = { types: [], lib: ['ES2022', 'ESNext.Disposable', 'DOM'] }
  const node16 = { module: 'Node16', moduleResolution: 'Node16' }
  const bundler = { module: 'ESNext', moduleResolution: 'Bundler' }
  const typeChecks: readonly (readonly [title: string, options: object, files: readonly string[]])[] = [
    ['moduleResolution node16', { ...node16, ...withNode }, ['flow.ts', 'flow.cts']],
    ['moduleResolution bundler', { ...bundler, ...withNode }, ['flow.ts']],
    ['moduleResolution node16, without @types/node', { ...node16, ...withoutNode }, ['flow.ts', 'flow.cts']],
    ['moduleResolution bundler, without @types/node', { ...bundler, ...withoutNode }, ['flow.ts']],
  ]
  for (const [title, options, files] of typeChecks) {
    it(`type-checks: ${title}`, async () => {
      const settings = join(project, `tsconfig.${title.replaceAll(/\W+/g, '-')}.json`)
      const compilerOptions = { target: 'ES2022', strict: true, skipLibCheck: false, noEmit: true, ...options }
      writeFileSync(settings, JSON.stringify({ compilerOptions, files }))
      const { command, args } = tool('tsc')
      const { code, output } = await run(command, [...args, '-p', settings], { cwd: project })
      assert.equal(code, 0, output)
    })
  }
})

async function install(packages: readonly Packed[]): Promise<void> {
  cpSync(fileURLToPath(new URL('consumers', import.meta.url)), project, { recursive: true })
  const dependencies = Object.fromEntries(packages.map(({ manifest, tarball }) => [manifest.name, `file:${tarball}`]))
  const overrides = Object.fromEntries(Object.keys(dependencies).map((name) => [name, `$${name}`]))
  const manifest = { name: 'project', private: true, type: 'module', dependencies, overrides }
  writeFileSync(join(project, 'package.json'), JSON.stringify(manifest))
  const { command, args } = npm()
  const { code, output } = await run(
    command,
    [...args, 'install', '--prefer-offline', '--no-audit', '--no-fund', '--ignore-scripts', '--no-update-notifier'],
    { cwd: project },
  )
  assert.equal(code, 0, output)
  assert.ok(existsSync(join(project, 'node_modules')))
}

function readJson(file: string) {
  return JSON.parse(readFileSync(join(project, file), 'utf8'))
}
