import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { cacheFolder, packageFolder, root } from '../tools.mjs'
import { workspaces } from '../workspaces.mjs'

const stampFile = join(root, 'node_modules', '.nationec-setup')
/** Exists from the first to the last moment of an install: what is found beside it cannot be trusted. */
const unfinishedFile = join(cacheFolder, 'install-unfinished')

/** What the installed packages must fit: the lock file and the machine. */
function wantedStamp() {
  const lock = readFileSync(join(root, 'package-lock.json'))
  return `${process.platform}-${process.arch} ${createHash('sha256').update(lock).digest('hex')}\n`
}

/** Whether node_modules holds what package-lock.json asks for. */
export function isInstalled() {
  if (existsSync(unfinishedFile) || !directDependenciesFit()) return false
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === wantedStamp()) return true
  if (!npmInstalledTheLock()) return false
  writeFileSync(stampFile, wantedStamp())
  return true
}

/** npm writes down what it has installed: compare that with the lock file. Other package managers are not asked. */
function npmInstalledTheLock() {
  const own = join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(own)) return true
  const installed = readLock(own)
  const wanted = Object.entries(readLock(join(root, 'package-lock.json'))).filter(([path]) =>
    path.includes('node_modules/'),
  )
  return wanted.every(([path, entry]) => {
    const found = installed[path]
    if (found === undefined) return entry?.optional === true
    return found.link === entry?.link && found.version === entry?.version && found.integrity === entry?.integrity
  })
}

/** Every workspace must find what it names, in the locked version; how the tree looks is the package manager's affair. */
function directDependenciesFit() {
  const lock = readLock(join(root, 'package-lock.json'))
  const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const owners = [
    { folder: '', path: root, names: Object.keys(devDependencies) },
    ...workspaces().map(({ folder, path, manifest }) => ({
      folder: `${folder}/`,
      path,
      names: Object.keys({ ...manifest.dependencies, ...manifest.devDependencies }),
    })),
  ]
  return owners.every(({ folder, path, names }) =>
    names.every((name) => {
      const installed = packageFolder(name, path)
      if (installed === undefined) return false
      const locked = lock[`${folder}node_modules/${name}`] ?? lock[`node_modules/${name}`]
      if (locked === undefined || locked.link === true) return true
      return JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')).version === locked.version
    }),
  )
}

/**
 * @typedef {{ version?: string, integrity?: string, link?: boolean, optional?: boolean }} LockEntry
 * @param {string} file
 * @returns {Record<string, LockEntry | undefined>}
 */
function readLock(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages
}

/** Remembers that an install is under way. */
export function beginInstall() {
  mkdirSync(cacheFolder, { recursive: true })
  writeFileSync(unfinishedFile, '')
}

/** Remembers which lock file has been installed. */
export function endInstall() {
  writeFileSync(stampFile, wantedStamp())
  rmSync(unfinishedFile, { force: true })
}
