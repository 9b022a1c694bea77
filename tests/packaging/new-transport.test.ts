// @runtimes node
// @needs build
/** Both ways to a new transport: a package of this repository, and one of an author's own. */
import assert from 'node:assert/strict'
import { copyFileSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { before, describe, it } from 'node:test'
import { conformanceCases } from '@nationec/transport/conformance'
import { run } from '../../scripts/run.mjs'
import { buildFolder } from '../../scripts/setup/build-folder.mjs'
import { bun, deno, npm, packageFolder, root, tool, toolEnvironment, toolNode } from '../../scripts/tools.mjs'
import { wrongDependencies } from '../structure/arrows.ts'
import { wrongChangesets } from '../structure/changesets.ts'
import { cruiseSources, violationsIn } from '../structure/cruise.ts'
import { wrongHouseLists } from '../structure/house-lists.ts'
import { wrongLockFile } from '../structure/lock-file.ts'
import { wrongManifests } from '../structure/manifests.ts'
import { trackedFiles } from '../structure/tracked-files.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { type Packed, packAll } from './pack.ts'

const folder = temporaryFolder()

/** What `defineTransport` keeps by itself, before the author has written anything. All other titles fail. */
const HELD_FROM_THE_START = [
  'the skip list names known titles and gives reasons',
  'describes itself: name, supports, limits within the specification, deadline',
  'opens nothing before the first exchange',
  'a signal that is aborted already sends nothing and is not-sent',
  'a request over 900K is refused before sending',
  'the limit counts bytes, not characters',
  'an address over the limit is refused before sending',
  'a request with a NUL character is refused before sending',
  'a request with half a character is refused before sending',
  'never throws: what is wrong with a call is a rejection',
]

/** The example of docs/writing-a-transport.md, as an author would fill it in. */
function fillIn(project: string): void {
  const example = join(root, 'packages/transport/src/fixtures/example')
  copyFileSync(join(example, 'tcp-transport.ts'), join(project, 'src/tcp-transport.ts'))
  copyFileSync(join(example, 'tcp-transport.test.ts'), join(project, 'src/conformance.test.ts'))
}

describe('npm run new:transport', () => {
  const top = join(folder, 'repository')
  const project = join(top, 'packages/transport-tcp')

  before(async () => {
    for (const file of trackedFiles(root)) {
      mkdirSync(dirname(join(top, file)), { recursive: true })
      copyFileSync(join(root, file), join(top, file))
    }
    symlinkSync(join(root, 'node_modules'), join(top, 'node_modules'), 'junction')
    const { code, output } = await run(toolNode().path, ['scripts/new-transport/new-transport.ts', 'tcp'], { cwd: top })
    assert.equal(code, 0, output)
    assert.match(output, /^package-lock\.json$/m)
  })

  it('writes what the rules of the repository ask of a package', async () => {
    for (const rule of [wrongManifests, wrongDependencies, wrongHouseLists, wrongChangesets, wrongLockFile]) {
      const known = rule(root)
      assert.deepEqual(
        rule(top).filter((wrong) => !known.includes(wrong)),
        [],
        rule.name,
      )
    }
    const found = violationsIn(await cruiseSources(top))
    assert.deepEqual(
      found.filter((violation) => violation.includes('transport-tcp')),
      [],
    )
    await succeeds(tool('sherif'), [top], top)
  })

  it('adds the package to the lock file, the tables and the changesets, and changes nothing else there', () => {
    const added = (file: string): string[] => {
      const [old, now] = [root, top].map((where) => readFileSync(join(where, file), 'utf8').split('\n'))
      assert.deepEqual(
        old?.filter((line) => !now?.includes(line)),
        [],
        file,
      )
      return (now ?? []).filter((line) => !old?.includes(line))
    }
    for (const page of ['README.md', 'README.zh-CN.md', 'docs/transports.md']) {
      assert.match(added(page).join('\n'), /^\| \[`@nationec\/transport-tcp`\]\(.*packages\/transport-tcp\) \|.+\|$/)
    }
    assert.match(added('CONTRIBUTING.md').join('\n'), /^packages\/transport-tcp +L2 {3}a transport over tcp$/)
    assert.ok(added('package-lock.json').some((line) => line.includes('"packages/transport-tcp"')))
    assert.match(
      readFileSync(join(top, '.changeset/first-transport-tcp.md'), 'utf8'),
      /"@nationec\/transport-tcp": minor/,
    )
  })

  it('refuses a transport that is there', async () => {
    const { code, output } = await run(toolNode().path, ['scripts/new-transport/new-transport.ts', 'mock'], {
      cwd: top,
    })
    assert.equal(code, 2, output)
    assert.match(output, /there already/)
  })

  it('writes sources that are formatted, typed and built, and fail what is to be written', async () => {
    await lintAndTypes(top, project)
    await builds(project)
    assert.deepEqual(await passing(project, SOURCES), HELD_FROM_THE_START)
  })

  it('needs no more than the sources of the example to pass everything', async () => {
    fillIn(project)
    await lintAndTypes(top, project)
    await builds(project)
    await passes(project, SOURCES)
  })
})

describe('nationec new transport', () => {
  const project = join(folder, 'outside')

  before(async () => {
    const tarballs = await packAll()
    const { code, output } = await run(
      toolNode().path,
      [join(buildFolder, 'apps/cli/bin/nationec.mjs'), 'new', 'transport', 'tcp', '--folder', project],
      { cwd: folder },
    )
    assert.equal(code, 0, output)
    await install(project, tarballs)
  })

  it('writes a package that is typed and built, and fails what is to be written', async () => {
    await typesAndBuild(project)
    assert.deepEqual(await passing(project, []), HELD_FROM_THE_START)
  })

  it('needs no more than the sources of the example to pass everything, on every runtime', async () => {
    fillIn(project)
    await typesAndBuild(project)
    await passes(project, [])
    for (const [runtime, args] of [
      [bun(), ['test', './src/conformance.test.ts', '--timeout', '60000']],
      [deno(), ['test', '-A', '--no-check', '--no-lock', '--node-modules-dir=manual', 'src/conformance.test.ts']],
    ] as const) {
      if (runtime === undefined) continue
      const { code, output } = await run(runtime.path, args, { cwd: project, env: toolEnvironment(), limit: 120_000 })
      assert.equal(code, 0, output)
    }
  })
})

/** The sources of this repository in place of what is installed. */
const SOURCES = ['--conditions=@nationec/source']

/** By the tools of this repository and its own settings. */
async function lintAndTypes(top: string, project: string): Promise<void> {
  await succeeds(tool('biome'), ['ci', '--colors=off', '--vcs-enabled=false', project], top)
  await succeeds(tool('tsc'), ['-p', project], project)
}

async function builds(project: string): Promise<void> {
  await succeeds(tool('tsup'), [], project)
}

/** By the commands that its package.json names. */
async function typesAndBuild(project: string): Promise<void> {
  const { scripts } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8'))
  for (const name of ['types', 'build']) {
    const [program, ...args] = String(scripts[name]).split(' ')
    await succeeds(tool(program ?? ''), [...args, '--typeRoots', typeRoots], project)
  }
}

const typeRoots = join(packageFolder('@types/node') ?? '', '..')

async function passes(project: string, flags: readonly string[]): Promise<void> {
  const { code, titles, output } = await conformance(project, flags)
  assert.equal(code, 0, output)
  assert.equal(titles.length, conformanceCases.length + 1)
}

async function passing(project: string, flags: readonly string[]): Promise<readonly string[]> {
  const { code, titles } = await conformance(project, flags)
  assert.equal(code, 1)
  return titles
}

/** Runs the kit of a package and gives the titles that passed. */
async function conformance(project: string, flags: readonly string[]) {
  const args = [...flags, '--test', '--test-reporter=tap', 'src/conformance.test.ts']
  const env = { ...process.env, NODE_TEST_CONTEXT: undefined }
  const { code, output } = await run(toolNode().path, args, { cwd: project, env, limit: 120_000 })
  const titles = [...output.matchAll(/^ {4}ok \d+ - (.+)$/gm)].map(([, title = '']) => title)
  return { code, titles, output }
}

async function succeeds({ command, args }: ReturnType<typeof tool>, more: readonly string[], cwd: string) {
  const { code, output } = await run(command, [...args, ...more], { cwd, env: toolEnvironment() })
  assert.equal(code, 0, output)
}

/** The tarballs in place of what is published; what only the author's tools need comes from this repository. */
async function install(project: string, tarballs: readonly Packed[]): Promise<void> {
  const file = join(project, 'package.json')
  const manifest = JSON.parse(readFileSync(file, 'utf8'))
  const places = Object.fromEntries(tarballs.map(({ manifest: { name }, tarball }) => [name, `file:${tarball}`]))
  const name = '@nationec/transport'
  const dependencies = { [name]: places[name] }
  const overrides = { '@nationec/errors': places['@nationec/errors'] }
  writeFileSync(file, JSON.stringify({ ...manifest, dependencies, overrides, devDependencies: {} }))
  const { command, args } = npm()
  const options = ['install', '--prefer-offline', '--no-audit', '--no-fund', '--ignore-scripts', '--no-update-notifier']
  const { code, output } = await run(command, [...args, ...options], { cwd: project })
  assert.equal(code, 0, output)
}
