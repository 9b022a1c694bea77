import assert from 'node:assert/strict'
import { join } from 'node:path'
import { run } from '../../scripts/run.mjs'
import { build } from '../../scripts/setup/build.mjs'
import { buildFolder } from '../../scripts/setup/build-folder.mjs'
import { npm } from '../../scripts/tools.mjs'
import { type Workspace, workspaces } from '../../scripts/workspaces.mjs'

/** A package as npm would publish it. */
export interface Packed extends Workspace {
  /** The tarball, absolute. */
  readonly tarball: string
  /** What it holds, relative to the package. */
  readonly files: readonly string[]
}

/** Packs every public package into a folder. */
export async function packAll(folder: string): Promise<Packed[]> {
  await build()
  const publicOnes = workspaces(buildFolder).filter(({ manifest }) => manifest.private !== true)
  const { command, args } = npm()
  const { code, output } = await run(
    command,
    [
      ...[...args, 'pack', '--json', '--silent', `--pack-destination=${folder}`],
      ...publicOnes.map(({ manifest }) => `--workspace=${manifest.name}`),
    ],
    { cwd: buildFolder },
  )
  assert.equal(code, 0, output)
  const results: { name: string; filename: string; files: { path: string }[] }[] = JSON.parse(
    output.slice(output.indexOf('[')),
  )
  return publicOnes.map((workspace) => {
    const result = results.find(({ name }) => name === workspace.manifest.name)
    assert.ok(result, `npm packed no ${workspace.manifest.name}`)
    return { ...workspace, tarball: join(folder, result.filename), files: result.files.map(({ path }) => path).sort() }
  })
}
