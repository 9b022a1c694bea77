import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, lstatSync, mkdirSync, rmSync, statSync, symlinkSync, utimesSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { cacheFolder, root } from '../tools.mjs'
import { filesBelow, workspaces } from '../workspaces.mjs'

/** A copy of the checkout in which the packages are built: the checkout itself holds sources only. */
export const buildFolder = join(cacheFolder, 'build')

/** What no build and no tarball reads. */
const LEFT_OUT = /^(tests|docs|\.github|\.vscode)\//
/** What a build writes: it stays when the sources are copied anew. */
const BUILT = /(^|\/)(dist|node_modules|\.turbo|\.cache|\.git)\//

/** Copies what has changed since the last time, and removes what is gone. */
export function copySources() {
  const files = trackedFiles().filter((file) => !LEFT_OUT.test(file) && existsSync(join(root, file)))
  for (const file of files) copyIfChanged(file)
  const wanted = new Set(files)
  for (const file of filesBelow(buildFolder, '', (file) => !BUILT.test(file)))
    if (!wanted.has(file)) rmSync(join(buildFolder, file))
  linkModules()
}

/** Without git (a checkout that was unpacked) everything that is no passing file. */
function trackedFiles() {
  const { status, stdout } = spawnSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  return status === 0 ? stdout.split('\0').filter((file) => file !== '') : filesBelow(root, '', () => true)
}

/** @param {string} file */
function copyIfChanged(file) {
  const [from, to] = [join(root, file), join(buildFolder, file)]
  const { size, mtime, mtimeMs } = statSync(from)
  const there = statSync(to, { throwIfNoEntry: false })
  if (there !== undefined && there.size === size && Math.abs(there.mtimeMs - mtimeMs) < 2) return
  mkdirSync(dirname(to), { recursive: true })
  copyFileSync(from, to)
  utimesSync(to, mtime, mtime)
}

/** Our packages resolve inside the copy; everything else is found in the checkout, above it. */
function linkModules() {
  for (const { folder, manifest } of workspaces(buildFolder)) {
    link(join(buildFolder, folder), join(buildFolder, 'node_modules', manifest.name))
    const own = join(root, folder, 'node_modules')
    if (existsSync(own)) link(own, join(buildFolder, folder, 'node_modules'))
  }
}

/** @param {string} target @param {string} place */
function link(target, place) {
  if (lstatSync(place, { throwIfNoEntry: false }) !== undefined) return
  mkdirSync(dirname(place), { recursive: true })
  symlinkSync(target, place, 'junction')
}
