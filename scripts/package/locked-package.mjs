import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { npm, root } from '../tools.mjs'

/** @typedef {{ name: string, version: string, integrity: string, license?: string }} LockedPackage */

/**
 * What package-lock.json says of a package: also of one for another system, which is not installed here.
 *
 * @param {string} name as it stands in node_modules, which for an alias is not its name at npm
 * @returns {LockedPackage}
 */
export function lockedPackage(name) {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
  const locked = packages[`node_modules/${name}`]
  if (locked === undefined) throw new Error(`package-lock.json names no ${name} / package-lock.json 中没有 ${name}`)
  const { version, integrity, license } = locked
  return { name: locked.name ?? name, version, integrity, license }
}

/**
 * Fetches a package and unpacks it, if its bytes are those that are expected.
 *
 * @param {LockedPackage} item
 * @param {string} folder
 */
export function unpackPackage({ name, version, integrity }, folder) {
  mkdirSync(folder, { recursive: true })
  const aside = mkdtempSync(join(folder, 'download-'))
  const { command, args } = npm()
  // `pack` fetches without looking at the system that the package is for, and runs none of its scripts.
  run(command, [...args, 'pack', `${name}@${version}`, '--silent', '--pack-destination', aside])
  const tarball = join(aside, 'package.tgz')
  renameSync(join(aside, `${name.replace('@', '').replace('/', '-')}-${version}.tgz`), tarball)
  const found = `sha512-${createHash('sha512').update(readFileSync(tarball)).digest('base64')}`
  if (found !== integrity) throw new Error(`${name}@${version}: 校验和不符 / the checksum differs: ${found}`)
  run('tar', ['-xzf', tarball, '-C', folder, '--strip-components', '1'])
  rmSync(aside, { recursive: true, force: true })
}

/** @param {string} command @param {readonly string[]} args */
function run(command, args) {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] })
  if (error !== undefined || status !== 0) throw error ?? new Error(`${command} ${args.join(' ')}: exit ${status}`)
}
