// The types are checked by the step `types`; what JSR would say of them later is left out, because it needs the network.
import assert from 'node:assert/strict'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, it } from 'node:test'
import { jsrManifest, jsrPackages } from '../../scripts/ci/jsr.mjs'
import { run } from '../../scripts/run.mjs'
import { deno, root, toolEnvironment } from '../../scripts/tools.mjs'

const packages = jsrPackages()
const read = (path: string) => JSON.parse(readFileSync(path, 'utf8'))

describe('jsr.json', () => {
  it('says what package.json says (otherwise: node scripts/ci/jsr.mjs)', () => {
    assert.ok(packages.length > 0)
    for (const { path, manifest } of packages)
      assert.deepEqual(read(join(path, 'jsr.json')), jsrManifest(manifest), manifest.name)
  })

  it('names only packages of ours that are on JSR too', () => {
    const there = new Set(packages.map(({ manifest }) => manifest.name))
    const missing = packages.flatMap(({ manifest }) =>
      Object.keys(manifest.dependencies ?? {}).filter((name) => name.startsWith('@nationec/') && !there.has(name)),
    )
    assert.deepEqual(missing, [])
  })

  it('can be published, as a dry run without the network says', {
    skip: deno() === undefined && 'no Deno here',
  }, async () => {
    const top = mkdtempSync(join(realpathSync(tmpdir()), 'nationec-jsr-'))
    try {
      const foreign: Record<string, string> = {}
      for (const { folder, path, manifest } of packages) {
        mkdirSync(dirname(join(top, folder)), { recursive: true })
        for (const name of ['src', 'README.md', 'LICENSE', 'jsr.json'])
          cpSync(join(path, name), join(top, folder, name), { recursive: true })
        Object.assign(foreign, manifest.dependencies, manifest.peerDependencies)
        linkModules(join(path, 'node_modules'), join(top, folder, 'node_modules'))
      }
      linkModules(join(root, 'node_modules'), join(top, 'node_modules'))
      const dependencies = Object.fromEntries(
        Object.entries(foreign).filter(([name]) => !name.startsWith('@nationec/')),
      )
      writeFileSync(join(top, 'package.json'), JSON.stringify({ dependencies }))
      const workspace = packages.map(({ folder }) => `./${folder}`)
      writeFileSync(join(top, 'deno.json'), JSON.stringify({ workspace, nodeModulesDir: 'manual' }))
      const options = ['publish', '--dry-run', '--allow-dirty', '--allow-slow-types', '--no-check']
      const { code, output } = await run(deno()?.path ?? '', options, {
        cwd: top,
        env: toolEnvironment({ NO_COLOR: '1' }),
      })
      assert.equal(code, 0, output)
      for (const { manifest } of packages) assert.match(output, new RegExp(`publish of ${manifest.name}@`))
      assert.doesNotMatch(output, /\.test\.ts/)
    } finally {
      rmSync(top, { recursive: true, force: true })
    }
  })
})

function linkModules(from: string, to: string): void {
  try {
    realpathSync(from)
  } catch {
    return // a package without modules of its own
  }
  symlinkSync(from, to, 'junction')
}
