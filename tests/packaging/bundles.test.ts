// @runtimes node
// @needs build
/** What users bundle: every entry of every package in one program, with each of the usual bundlers, and started. */
import assert from 'node:assert/strict'
import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { before, describe, it } from 'node:test'
import { run } from '../../scripts/run.mjs'
import { build } from '../../scripts/setup/build.mjs'
import { buildFolder } from '../../scripts/setup/build-folder.mjs'
import { toolNode } from '../../scripts/tools.mjs'
import { workspaces } from '../../scripts/workspaces.mjs'
import { temporaryFolder } from '../temporary-folder.ts'
import { bundlers } from './bundlers.ts'

/** A page cannot use the others: they open ports, libraries and servers. */
const FOR_PAGES = ['browser', 'client', 'crypto', 'errors', 'protocol', 'transport', 'transport-mock']

/** The kit is for test runners and imports node:test; a request that is sent once needs node:net, a lock node:fs. */
const NOT_FOR_PAGES = new Set(['conformance', 'http-once', 'lock'].map((entry) => `@nationec/transport/${entry}`))

/** Their libraries (pino, prom-client, the NATS client) are CommonJS and require built-in modules, which esbuild forbids in ESM by itself. */
const AGENT = /^@nationec\/(agent|demo-server|transport-nats)(\/|$)/

/** A program of servers; its library for PostgreSQL tries to load `pg-native`, which webpack reports. */
const GATEWAY = /^@nationec\/gateway(\/|$)/

const folder = temporaryFolder()
const entries = workspaces()
  .filter(({ manifest }) => manifest.private !== true)
  .flatMap(({ manifest }) =>
    Object.keys(manifest.exports ?? {})
      .filter((path) => path !== './package.json')
      .map((path) => `${manifest.name}${path.slice(1)}`),
  )
  .filter((entry) => !GATEWAY.test(entry))
const forPages = entries
  .filter((entry) => FOR_PAGES.some((name) => entry === `@nationec/${name}` || entry.startsWith(`@nationec/${name}/`)))
  .filter((entry) => !NOT_FOR_PAGES.has(entry))

/** A program that uses every name of the entries, and says how many entries it has started with. */
function writeProgram(name: string, names: readonly string[]): string {
  const file = join(folder, name)
  writeFileSync(
    file,
    [
      ...names.map((entry, index) => `import * as entry${index} from '${entry}'`),
      `const entries = [${names.map((_, index) => `entry${index}`).join(', ')}]`,
      'const started = entries.filter((entry) => Object.values(entry).every((value) => value !== undefined))',
      "console.log('started with ' + started.length)",
    ].join('\n'),
  )
  return file
}

describe('the packages in bundles', () => {
  before(async () => {
    await build()
    mkdirSync(join(folder, 'out'))
    symlinkSync(join(buildFolder, 'node_modules'), join(folder, 'node_modules'), 'junction')
    writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }')
  })

  const programs = [
    {
      title: 'of a program',
      platform: 'node',
      names: entries.filter((entry) => !AGENT.test(entry)),
    },
    { title: 'of a program with the agent', platform: 'node', names: entries },
    { title: 'of a page', platform: 'browser', names: forPages },
  ] as const
  for (const { title, platform, names } of programs) {
    assert.ok(names.length >= FOR_PAGES.length, 'the entries were not found')
    for (const [bundler, bundle] of Object.entries(bundlers)) {
      // With the agent in it, an ESM bundle needs the line in front; without it none may.
      if (
        bundler.startsWith('esbuild (ESM') &&
        names.some((name) => AGENT.test(name)) !== bundler.endsWith('with require)')
      )
        continue
      it(`${title}, by ${bundler}: no warning, and it starts`, async () => {
        const program = writeProgram(`${names.length}.js`, names)
        const { file, warnings } = await bundle({
          program,
          out: join(folder, 'out', bundler, `${names.length}`),
          platform,
        })
        assert.deepEqual(warnings, [])
        assert.ok(existsSync(file))
        const { code, output } = await run(toolNode().path, [file], { cwd: join(folder, 'out'), limit: 60_000 })
        assert.equal(code, 0, output)
        assert.equal(output.trim(), `started with ${names.length}`)
      })
    }
  }
})
