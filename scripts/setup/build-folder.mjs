import {
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
} from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { cacheFolder, onWindows, root } from '../tools.mjs'
import { trackedFiles } from '../tracked-files.mjs'
import { filesBelow, workspaces } from '../workspaces.mjs'

/** A copy of the checkout in which the packages are built: the checkout itself holds sources only. */
export const buildFolder = join(cacheFolder, 'build')

/** What no build, no tarball and no program that runs the build reads. */
const LEFT_OUT = /^(tests\/(?!native\/under-wine\/)|\.github\/|\.vscode\/)/
/** What a build writes: it stays when the sources are copied anew. */
const BUILT = /(^|\/)(dist|node_modules|\.turbo|\.cache|\.git)\//

/** Copies what has changed since the last time, and removes what is gone. */
export function copySources() {
  copyCheckout(buildFolder, (file) => !LEFT_OUT.test(file))
}

/**
 * Makes `folder`, somewhere below the checkout, a copy of a part of it: our packages resolve to those of the copy,
 * everything else is found in the checkout above.
 *
 * @param {string} folder
 * @param {(file: string) => boolean} wants
 */
export function copyCheckout(folder, wants) {
  const files = trackedFiles(root).filter((file) => wants(file) && existsSync(join(root, file)))
  for (const file of files) copyIfChanged(join(root, file), join(folder, file))
  const wanted = new Set(files)
  for (const file of filesBelow(folder, '', (file) => !BUILT.test(file)))
    if (!wanted.has(file)) rmSync(join(folder, file))
  linkModules(folder)
}

/** @param {string} from @param {string} to */
function copyIfChanged(from, to) {
  const { size, mtime, mtimeMs } = statSync(from)
  const there = statSync(to, { throwIfNoEntry: false })
  if (there !== undefined && there.size === size && Math.abs(there.mtimeMs - mtimeMs) < 2) return
  mkdirSync(dirname(to), { recursive: true })
  copyFileSync(from, to)
  utimesSync(to, mtime, mtime)
}

/** @param {string} top */
function linkModules(top) {
  for (const { folder, manifest } of workspaces(top)) {
    link(join(top, folder), join(top, 'node_modules', manifest.name))
    const own = join(root, folder, 'node_modules')
    if (existsSync(own)) link(own, join(top, folder, 'node_modules'))
  }
}

/**
 * Relative, so that the copy can be mounted elsewhere; a junction of Windows is always absolute.
 *
 * @param {string} target
 * @param {string} place
 */
function link(target, place) {
  const written = onWindows ? target : relative(dirname(place), target)
  if (lstatSync(place, { throwIfNoEntry: false })?.isSymbolicLink() && readlinkSync(place) === written) return
  rmSync(place, { recursive: true, force: true })
  mkdirSync(dirname(place), { recursive: true })
  symlinkSync(written, place, 'junction')
}
