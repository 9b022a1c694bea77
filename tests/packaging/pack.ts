import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { run } from '../../scripts/run.mjs'
import { build } from '../../scripts/setup/build.mjs'
import { buildFolder } from '../../scripts/setup/build-folder.mjs'
import { withLock } from '../../scripts/setup/lock.mjs'
import { cacheFolder, npm } from '../../scripts/tools.mjs'
import { filesBelow, type Workspace, workspaces } from '../../scripts/workspaces.mjs'

/** A package as npm would publish it. */
export interface Packed extends Workspace {
  /** The tarball, absolute. */
  readonly tarball: string
  /** What it holds, relative to the package. */
  readonly files: readonly string[]
}

interface PackResult {
  readonly name: string
  readonly filename: string
  readonly files: readonly { readonly path: string }[]
}

const store = join(cacheFolder, 'packed')
const RESULTS = 'results.json'

/** Packs every public package, with its scripts, unless that was done before from the same build. */
export async function packAll(): Promise<Packed[]> {
  await build()
  const publicOnes = workspaces(buildFolder).filter(({ manifest }) => manifest.private !== true)
  // One at a time: the scripts of two runs would put files into the same package, and take them away.
  const folder = await withLock(join(cacheFolder, 'packed.lock'), async () => {
    const wanted = join(store, fingerprint(publicOnes))
    if (!existsSync(join(wanted, RESULTS))) await pack(publicOnes, wanted)
    return wanted
  })
  const results: readonly PackResult[] = JSON.parse(readFileSync(join(folder, RESULTS), 'utf8'))
  return publicOnes.map((workspace) => {
    const result = results.find(({ name }) => name === workspace.manifest.name)
    assert.ok(result, `npm packed no ${workspace.manifest.name}`)
    return { ...workspace, tarball: join(folder, result.filename), files: result.files.map(({ path }) => path).sort() }
  })
}

async function pack(packages: readonly Workspace[], folder: string): Promise<void> {
  rmSync(store, { recursive: true, force: true })
  const unfinished = `${folder}.unfinished`
  mkdirSync(unfinished, { recursive: true })
  const { command, args } = npm()
  const { code, output } = await run(
    command,
    [
      ...[...args, 'pack', '--json', '--silent', `--pack-destination=${unfinished}`],
      ...packages.map(({ manifest }) => `--workspace=${manifest.name}`),
    ],
    { cwd: buildFolder },
  )
  assert.equal(code, 0, output)
  writeFileSync(join(unfinished, RESULTS), output.slice(output.indexOf('[')))
  assert.equal(readdirSync(unfinished).length, packages.length + 1)
  renameSync(unfinished, folder)
}

/** What the tarballs are made of: the packages, and the C sources that `prepack` puts into them. */
function fingerprint(packages: readonly Workspace[]): string {
  const hash = createHash('sha256')
  // `dist` is a folder that is passed over inside another.
  for (const folder of [...packages.flatMap(({ folder }) => [folder, `${folder}/dist`]), 'native'])
    for (const file of filesBelow(buildFolder, folder, () => true))
      hash.update(`${file}\0`).update(readFileSync(join(buildFolder, file)))
  return hash.digest('hex').slice(0, 16)
}
