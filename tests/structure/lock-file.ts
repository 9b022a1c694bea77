import { readFileSync } from 'node:fs'
import { join } from 'node:path'

interface LockEntry {
  readonly resolved?: string
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

/** What is wrong with package-lock.json, one sentence each. */
export function wrongLockFile(top: string): string[] {
  const { packages }: { packages: Record<string, LockEntry> } = JSON.parse(
    readFileSync(join(top, 'package-lock.json'), 'utf8'),
  )
  return Object.entries(packages).flatMap(([path, { resolved, optionalDependencies }]) => [
    ...(resolved?.includes('://') ? [`${path} names the place it came from`] : []),
    ...Object.keys(optionalDependencies ?? {})
      .filter((name) => !placesOf(path, name).some((place) => place in packages))
      .map((name) => `${path} wants ${name}, which is missing: npm ci would refuse this file on every platform`),
  ])
}

/** Where a dependency of the package at `path` may lie: in its own node_modules or in that of any folder above. */
function placesOf(path: string, name: string): string[] {
  const parts = path.split('/')
  return parts
    .map((_, at) => [...parts.slice(0, parts.length - at), 'node_modules', name].join('/'))
    .concat(`node_modules/${name}`)
}
