/**
 * `npm run release:agent [-- win-x64 linux-x64 linux-arm64] [--out FOLDER]`: the agent for computers without Node and npm,
 * one archive for each system, and a list of their SHA-256 beside them.
 *
 * The same commit gives the same bytes on every machine.
 */
import './setup/require-node.mjs'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { makeRelease } from './release/make-release.mjs'
import { pagesPart } from './release/pages.mjs'
import { releaseTargets } from './release/targets.mjs'
import { seconds } from './run.mjs'
import { setup } from './setup.mjs'
import { cacheFolder } from './tools.mjs'

process.exitCode = await main()

async function main() {
  const { values, positionals } = parseArgs({ options: { out: { type: 'string' } }, allowPositionals: true })
  const out = resolve(values.out ?? join(cacheFolder, 'release', 'out'))
  const unknown = positionals.filter((name) => releaseTargets.every((target) => target.name !== name))
  if (unknown.length > 0) {
    console.error(
      `release:agent: ${unknown.join(', ')}? 可用 known: ${releaseTargets.map(({ name }) => name).join(', ')}`,
    )
    return 1
  }
  if (!(await setup())) return 1
  mkdirSync(out, { recursive: true })
  const pages = await pagesPart()
  /** @type {string[]} */
  const sums = []
  /** @type {Record<string, { file: string, size: number, sha256: string }>} */
  const archives = {}
  let version = ''
  for (const target of releaseTargets.filter(({ name }) => positionals.length === 0 || positionals.includes(name))) {
    const started = performance.now()
    const { name, size, sha256, ...made } = await makeRelease(target, { out, pages })
    version = made.version
    archives[target.name] = { file: name, size, sha256 }
    sums.push(`${sha256}  ${name}\n`)
    console.log(
      `release:agent: ${join(out, name)}  ${(size / 1e6).toFixed(1)} MB  ${seconds(performance.now() - started)}`,
    )
  }
  writeFileSync(join(out, 'SHA256SUMS'), sums.join(''))
  // What the hospital's IT signs: nationec-agent sign release.json --kind release --key … --out FOLDER
  writeFileSync(join(out, 'release.json'), `${JSON.stringify({ version, archives }, undefined, 2)}\n`)
  return 0
}
