import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { workspaces } from '../../scripts/workspaces.mjs'

interface LockEntry {
  readonly resolved?: string
  readonly link?: boolean
  readonly hasInstallScript?: boolean
  readonly dependencies?: Readonly<Record<string, string>>
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

type Lock = Readonly<Record<string, LockEntry>>

/** What is wrong with package-lock.json, one sentence each. */
export function wrongLockFile(top: string): string[] {
  const packages = readLock(top)
  return Object.entries(packages).flatMap(([path, { resolved, optionalDependencies }]) => [
    ...(resolved?.includes('://') ? [`${path} names the place it came from`] : []),
    ...Object.keys(optionalDependencies ?? {})
      .filter((name) => placeOf(packages, path, name) === undefined)
      .map((name) => `${path} wants ${name}, which is missing: npm ci would refuse this file on every platform`),
  ])
}

/**
 * The packages with an install script that come with one of ours, each with the way that leads to it.
 *
 * Peer dependencies do not count: the user installs them knowingly.
 */
export function installScripts(top: string): string[] {
  const packages = readLock(top)
  return workspaces(top)
    .filter(({ manifest }) => manifest.private !== true)
    .flatMap(({ folder }) => {
      const found: string[] = []
      const seen = new Set<string>()
      const visit = (path: string, route: readonly string[]): void => {
        if (seen.has(path)) return
        seen.add(path)
        const { hasInstallScript, dependencies, optionalDependencies } = packages[path] ?? {}
        if (hasInstallScript === true) found.push(`${route.join(' → ')} has an install script`)
        for (const name of Object.keys({ ...dependencies, ...optionalDependencies })) {
          const place = placeOf(packages, path, name)
          if (place !== undefined) visit(targetOf(packages, place), [...route, name])
        }
      }
      visit(folder, [folder])
      return found
    })
}

function readLock(top: string): Lock {
  return JSON.parse(readFileSync(join(top, 'package-lock.json'), 'utf8')).packages
}

/** Where a link leads: npm keeps the dependencies of a workspace under its folder. */
function targetOf(packages: Lock, place: string): string {
  const { link, resolved } = packages[place] ?? {}
  return link === true && resolved !== undefined ? resolved : place
}

/** Where a dependency of the package at `path` lies: in its own node_modules or in that of a folder above. */
function placeOf(packages: Lock, path: string, name: string): string | undefined {
  const parts = path.split('/')
  return parts
    .map((_, at) => [...parts.slice(0, parts.length - at), 'node_modules', name].join('/'))
    .concat(`node_modules/${name}`)
    .find((place) => place in packages)
}
