// @runtimes node
// @needs build
/** Projects of users: the tarballs installed in a folder that knows nothing of this repository. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { before, describe, it } from 'node:test'
import { bun, deno, machineNode, packageFolder, tool, toolNode } from '../../scripts/tools.mjs'
import { workspaces } from '../../scripts/workspaces.mjs'
import { temporaryFolder } from '../temporary-folder.ts'
import { packAll } from './pack.ts'
import { installProject, nodeFor, type Project, readJson, runIn } from './project.ts'

const folder = temporaryFolder()
const cli = 'node_modules/@nationec/cli/bin/nationec.mjs'
const machine = `this machine's Node ${machineNode().version}`
let project: Project

/** Programs are waited for most of the time. */
const concurrency = 3

describe('a project that installs the tarballs', { concurrency }, () => {
  before(async () => {
    project = await installProject(join(folder, 'project'), await packAll())
  })

  it('has everything of ours from the tarballs, each once', () => {
    const { packages }: { packages: Record<string, { resolved?: string }> } = readJson(project, 'package-lock.json')
    const ours = Object.entries(packages).filter(([path]) => path.includes('@nationec/'))
    assert.equal(ours.length, project.packages.length)
    for (const [path, { resolved = '' }] of ours) {
      assert.match(path, /^node_modules\/@nationec\/[\w-]+$/)
      assert.match(resolved, /^file:.*\/nationec-[\w.-]+\.tgz$/)
    }
  })

  it('installs nothing that runs a script of its own at installation', () => {
    const { packages }: { packages: Record<string, { hasInstallScript?: boolean }> } = readJson(
      project,
      'package-lock.json',
    )
    assert.ok(Object.keys(packages).some((path) => path === 'node_modules/zod'))
    assert.deepEqual(
      Object.entries(packages).flatMap(([path, { hasInstallScript }]) => (hasInstallScript === true ? [path] : [])),
      [],
    )
  })

  const denoFlags = ['run', '--allow-all', '--no-check', '--no-lock', '--node-modules-dir=manual']
  const programs: readonly (readonly [title: string, program: string | undefined, args: readonly string[]])[] = [
    ['ES modules on Node 24', toolNode().path, ['flow.mjs']],
    ['CommonJS on Node 24', toolNode().path, ['flow.cjs']],
    [`ES modules on ${machine}`, machineNode().path, ['flow.mjs']],
    [`CommonJS on ${machine}`, machineNode().path, ['flow.cjs']],
    ['ES modules on Bun', bun()?.path, ['flow.mjs']],
    ['CommonJS on Bun', bun()?.path, ['flow.cjs']],
    ['TypeScript on Bun', bun()?.path, ['flow.ts']],
    ['ES modules on Deno', deno()?.path, [...denoFlags, 'flow.mjs']],
    ['TypeScript on Deno', deno()?.path, [...denoFlags, 'flow.ts']],
  ]
  for (const [title, program, args] of programs) {
    it(`runs the flow: ${title}`, { skip: program === undefined && 'no build for this platform' }, async () => {
      const { code, output } = await runIn(project, program ?? '', args)
      assert.equal(code, 0, output)
      assert.match(output, /the flow went well/)
    })
  }

  it(`tells errors of both copies, those of ES modules and those of CommonJS: ${machine}`, async () => {
    const { code, output } = await runIn(project, machineNode().path, ['both-copies.mjs'])
    assert.equal(code, 0, output)
    assert.match(output, /both are told/)
  })

  it(`passes the conformance kit: the mock transport on ${machine}`, async () => {
    const { code, output } = await runIn(project, machineNode().path, [
      ...['--test', '--test-reporter=tap', 'conformance.mjs'],
    ])
    assert.equal(code, 0, output)
    const passed = [...output.matchAll(/^\s*ok \d+ - /gm)].length
    assert.ok(passed > 20, `only ${passed} cases ran\n${output}`)
    assert.doesNotMatch(output, /^\s*not ok/m)
  })

  for (const { manifest } of workspaces().filter(({ manifest }) => manifest.private !== true)) {
    const { name, exports = {}, bin, version } = manifest
    const entries = Object.keys(exports).filter((entry) => entry !== './package.json')
    const node = nodeFor(manifest)
    if (entries.length > 0)
      it(`loads every entry of ${name} by import and by require: Node ${node.version}`, async () => {
        const specifiers = entries.map((entry) => name + entry.slice(1))
        const { code, output } = await runIn(project, node.path, ['entries.mjs', ...specifiers])
        assert.equal(code, 0, output)
        for (const specifier of specifiers) assert.match(output, new RegExp(`^${specifier}: [1-9]`, 'm'))
      })
    for (const [command, file] of Object.entries(typeof bin === 'object' ? bin : {}))
      it(`starts ${command}: Node ${node.version}`, async () => {
        const program = join('node_modules', name, file)
        const told = await runIn(project, node.path, [program, '--version'])
        assert.deepEqual([told.code, told.output.trim()], [0, version])
        const { code, output } = await runIn(project, node.path, [program, '--help'])
        assert.equal(code, 0, output)
        assert.match(output, new RegExp(command))
      })
  }

  it(`pays by the command line: nationec demo on ${machine}`, async () => {
    const { code, output } = await runIn(
      project,
      nodeFor(readJson(project, 'node_modules/@nationec/cli/package.json')).path,
      [cli, 'demo'],
    )
    assert.equal(code, 0, output)
    assert.notEqual(output, '')
  })

  it('says what to install where there is no agent: nationec serve', async () => {
    const without = projectWithout('@nationec/agent')
    const { code, output } = await runIn(without, toolNode().path, [cli, 'serve'])
    assert.equal(code, 5, output)
    assert.match(output, /PART_MISSING.*npm install @nationec\/agent/)
  })

  const noCompiler = spawnSync('cc', ['--version']).status !== 0 && 'cc is missing: apt-get install gcc libc6-dev'
  it('builds a stand-in library that loads: nationec simulate dll', { skip: noCompiler }, async () => {
    const out = join(folder, 'stand-in 替身')
    const { code, output } = await runIn(project, toolNode().path, [cli, 'simulate', 'dll', '--out', out])
    assert.equal(code, 0, output)
    const library = readdirSync(out).find((file) => /^(libNationECCode\.(so|dylib)|NationECCode\.dll)$/.test(file))
    assert.ok(library, output)
    writeFileSync(join(out, 'NationECCode.ini'), 'mode=mirror\n')
    const used = await runIn(project, toolNode().path, ['stand-in.mjs', join(out, library)])
    assert.equal(used.code, 0, used.output)
    assert.match(used.output, /the library answered/)
  })

  it('brings the stand-in library for Windows: nationec simulate dll --target', async () => {
    const out = join(folder, 'windows')
    const { code, output } = await runIn(project, toolNode().path, [
      ...[cli, 'simulate', 'dll', '--out', out, '--target', 'win32-ia32'],
    ])
    assert.equal(code, 0, output)
    assert.deepEqual(readdirSync(out).sort(), ['NationECCode.dll', 'NationECCode.ini', 'nationec-host.exe'])
    for (const file of ['NationECCode.dll', 'nationec-host.exe'])
      assert.equal(readFileSync(join(out, file)).subarray(0, 2).toString(), 'MZ')
  })

  const withNode = { types: ['node'], typeRoots: [join(packageFolder('@types/node') ?? '', '..')] }
  // Without @types/node a project needs the browser's types for AbortSignal, and those of disposable resources.
  const withoutNode = { types: [], lib: ['ES2022', 'ESNext.Disposable', 'DOM'] }
  const node16 = { module: 'Node16', moduleResolution: 'Node16' }
  // It finds the declarations that node16 has checked: that it finds them is enough.
  const bundler = { module: 'ESNext', moduleResolution: 'Bundler', skipLibCheck: true }
  const typeChecks: readonly (readonly [title: string, options: object, files: readonly string[]])[] = [
    ['moduleResolution node16', { ...node16, ...withNode }, ['flow.ts', 'flow.cts', 'both-copies.ts']],
    ['moduleResolution bundler', { ...bundler, ...withNode }, ['flow.ts']],
    ['moduleResolution node16, without @types/node', { ...node16, ...withoutNode }, ['flow.ts', 'flow.cts']],
    ['moduleResolution bundler, without @types/node', { ...bundler, ...withoutNode }, ['flow.ts']],
  ]
  for (const [title, options, files] of typeChecks) {
    it(`type-checks: ${title}`, async () => {
      const settings = join(project.folder, `tsconfig.${title.replaceAll(/\W+/g, '-')}.json`)
      // Our declarations are checked, those of the language are not: that would be most of the time.
      const strictness = { strict: true, skipLibCheck: false, skipDefaultLibCheck: true }
      const compilerOptions = { target: 'ES2022', ...strictness, noEmit: true, ...options }
      writeFileSync(settings, JSON.stringify({ compilerOptions, files }))
      const { command, args } = tool('tsc')
      const { code, output } = await runIn(project, command, [...args, '-p', settings])
      assert.equal(code, 0, output)
    })
  }
})

/** The same project without one package: the command line is copied, because it looks from where it lies. */
function projectWithout(missing: string): Project {
  const place = join(folder, 'without')
  const installed = join(project.folder, 'node_modules')
  mkdirSync(join(place, 'node_modules/@nationec'), { recursive: true })
  const names = readdirSync(installed).flatMap((name) =>
    name.startsWith('@') ? readdirSync(join(installed, name)).map((inner) => `${name}/${inner}`) : [name],
  )
  for (const name of names.filter((name) => name !== missing && !name.startsWith('.'))) {
    const target = join(place, 'node_modules', name)
    mkdirSync(join(target, '..'), { recursive: true })
    if (name === '@nationec/cli') cpSync(join(installed, name), target, { recursive: true })
    else symlinkSync(join(installed, name), target, 'junction')
  }
  return { ...project, folder: place }
}
