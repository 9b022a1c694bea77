import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Manifest, workspaces } from '../../scripts/workspaces.mjs'

/** npm runs these on the machine of whoever installs. */
const INSTALL_SCRIPTS = ['preinstall', 'install', 'postinstall', 'preprepare', 'prepare', 'postprepare', 'prepublish']

/** What is wrong with the package.json files and with what lies beside them, one sentence each. */
export function wrongManifests(top: string): string[] {
  const root: Manifest = JSON.parse(readFileSync(join(top, 'package.json'), 'utf8'))
  return [
    ...withInstallScripts(root).map((reason) => `package.json: ${reason}`),
    ...workspaces(top).flatMap(({ folder, path, manifest }) =>
      [
        ...withInstallScripts(manifest),
        ...wrongFields(folder, manifest),
        ...wrongExports(manifest.exports),
        ...missingFiles(path),
      ].map((reason) => `${folder}: ${reason}`),
    ),
  ]
}

function withInstallScripts({ scripts = {} }: Manifest): string[] {
  return INSTALL_SCRIPTS.filter((name) => name in scripts).map((name) => `has the install script "${name}"`)
}

function wrongFields(folder: string, { name, license, engines, files }: Manifest): string[] {
  const expectedName = `@nationec/${folder.split('/').at(-1)}`
  return [
    ...(name === expectedName ? [] : [`is named ${name}, its folder says ${expectedName}`]),
    ...(license === 'Apache-2.0' ? [] : ['license is not Apache-2.0']),
    ...(engines?.['node'] === '>=20' ? [] : ['engines.node is not ">=20"']),
    ...(files?.includes('dist') ? [] : ['"files" does not name dist']),
    ...(files?.includes('!src/**/*.test.ts') ? [] : ['"files" does not leave out the tests']),
  ]
}

/** TypeScript takes the first condition that fits: `types` behind another one is never read. */
function wrongExports(exports: Record<string, unknown> = {}): string[] {
  if (!('./package.json' in exports)) return ['exports do not name ./package.json']
  return Object.entries(exports).flatMap(([path, target]) =>
    path === './package.json' ? [] : wrongTarget(`exports["${path}"]`, target),
  )
}

function wrongTarget(place: string, target: unknown): string[] {
  if (typeof target !== 'object' || target === null) return [`${place} has no types`]
  const conditions = Object.keys(target)
  if (conditions.includes('types')) {
    return [
      ...(conditions[0] === 'types' ? [] : [`${place} does not have types first`]),
      ...(conditions.at(-1) === 'default' ? [] : [`${place} does not have default last`]),
    ]
  }
  return Object.entries(target).flatMap(([condition, inner]) => wrongTarget(`${place}.${condition}`, inner))
}

/** The licence asks that every copy comes with its text. */
function missingFiles(path: string): string[] {
  return ['README.md', 'LICENSE'].filter((file) => !existsSync(join(path, file))).map((file) => `has no ${file}`)
}

/** Packages are versioned each on their own: nothing in the release settings may tie them together. */
export function wrongReleaseSettings(top: string): string[] {
  const settings: Record<string, unknown> = JSON.parse(readFileSync(join(top, '.changeset/config.json'), 'utf8'))
  return ['fixed', 'linked'].flatMap((name) => {
    const groups = settings[name]
    return Array.isArray(groups) && groups.length === 0
      ? []
      : [`.changeset/config.json: "${name}" must be an empty list`]
  })
}
