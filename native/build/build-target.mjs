import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { commandsFor } from './commands.mjs'
import { CompilerMissing, compilerVersion } from './compilers.mjs'
import { fileOf, inputFiles, nativeFolder, programsFor } from './sources.mjs'
import { targetNamed } from './targets.mjs'

/**
 * @typedef {object} Built
 * @property {string} target
 * @property {string} folder absolute
 * @property {string} host where the host program is when its sources are here, absolute
 * @property {string} library where the stand-in library is when its sources are here, absolute
 * @property {string} compiler its version line
 * @property {Readonly<Record<string, string>>} hashes SHA-256 of each file by its name
 * @property {boolean} fresh false when an earlier build was still right
 */

/** What an earlier build was made from. */
const STAMP = 'built-from.json'

/**
 * Builds the host, the stand-in library and, for Windows, the launcher of the agent (in a package: the one whose sources it brings) for one target, unless that
 * was done before from the same sources. Safe to call from several processes at once.
 *
 * @param {string} targetName for example `linux-x64` or `win32-ia32`
 * @param {{ out?: string, extraFlags?: readonly string[] }} [options] `out`: the folder, default `native/dist/<target>`
 * @returns {Built}
 * @throws {CompilerMissing} and an Error with the compiler's own words
 */
export function buildTarget(targetName, { out, extraFlags = [] } = {}) {
  const target = targetNamed(targetName)
  const compiler = compilerVersion(targetName)
  if (compiler === undefined) throw new CompilerMissing(target)
  const folder = out ?? join(nativeFolder, 'dist', targetName)
  const names = programsFor(target).map((program) => fileOf(target, program))
  const stamp = JSON.stringify({ from: fingerprint(compiler, extraFlags) })
  const fresh = !isBuilt(folder, names, stamp)
  if (fresh) compile(target, folder, names, stamp, extraFlags)
  const hashes = Object.fromEntries(names.map((name) => [name, sha256(readFileSync(join(folder, name)))]))
  return {
    ...{ target: targetName, folder, compiler, hashes, fresh },
    ...{ host: join(folder, target.host), library: join(folder, target.library) },
  }
}

/**
 * @param {import('./targets.mjs').Target} target
 * @param {string} folder
 * @param {readonly string[]} names
 * @param {string} stamp
 * @param {readonly string[]} extraFlags
 */
function compile(target, folder, names, stamp, extraFlags) {
  mkdirSync(folder, { recursive: true })
  // Built aside and moved: the same files may be running, or being built.
  const aside = mkdtempSync(join(folder, 'building-'))
  try {
    for (const program of programsFor(target)) {
      for (const command of commandsFor(target, program, aside, extraFlags)) runCommand(command)
    }
    writeFileSync(join(aside, STAMP), stamp)
    for (const name of [...names, STAMP]) renameSync(join(aside, name), join(folder, name))
  } finally {
    rmSync(aside, { recursive: true, force: true })
  }
}

/** @param {import('./commands.mjs').Command} command */
function runCommand({ program, args, cwd }) {
  const { status, stdout, stderr, error } = spawnSync(program, args, { cwd, encoding: 'utf8' })
  if (error !== undefined || status !== 0) {
    throw new Error(`${basename(program)} failed\n${error?.message ?? ''}${stdout ?? ''}${stderr ?? ''}`.trimEnd())
  }
}

/**
 * @param {string} folder
 * @param {readonly string[]} names
 * @param {string} stamp
 */
function isBuilt(folder, names, stamp) {
  const file = join(folder, STAMP)
  return (
    existsSync(file) && readFileSync(file, 'utf8') === stamp && names.every((name) => existsSync(join(folder, name)))
  )
}

/**
 * @param {string} compiler
 * @param {readonly string[]} extraFlags
 */
function fingerprint(compiler, extraFlags) {
  const parts = inputFiles().map((file) => `${basename(file)}\0${sha256(readFileSync(file))}`)
  return sha256([compiler, ...extraFlags, ...parts].join('\n'))
}

/** @param {string | Uint8Array} content */
const sha256 = (content) => createHash('sha256').update(content).digest('hex')
