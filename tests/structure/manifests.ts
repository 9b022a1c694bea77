import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Manifest, workspaces } from '../../scripts/workspaces.mjs'
import { levelOf, ourName } from './house.ts'

/** npm runs these on the user's machine. */
const INSTALL_SCRIPTS = ['preinstall', 'install', 'postinstall', 'preprepare', 'prepare', 'postprepare', 'prepublish']

/** The condition by which development finds the sources (docs/decisions/0016). */
const SOURCE = '@nationec/source'

/** What is wrong with the package.json files and with what lies beside them, one sentence each. */
export function wrongManifests(top: string): string[] {
  const root: Manifest = JSON.parse(readFileSync(join(top, 'package.json'), 'utf8'))
  return [
    ...withInstallScripts(root).map((reason) => `package.json: ${reason}`),
    ...workspaces(top).flatMap(({ folder, path, manifest }) =>
      [
        ...withInstallScripts(manifest),
        ...wrongFields(folder, manifest),
        ...wrongExports(path, manifest.exports),
        ...(manifest.private === true
          ? []
          : [...wrongForUsers(folder, manifest), ...wrongFiles(manifest), ...missingFiles(path)]),
      ].map((reason) => `${folder}: ${reason}`),
    ),
  ]
}

function withInstallScripts({ scripts = {} }: Manifest): string[] {
  return INSTALL_SCRIPTS.filter((name) => name in scripts).map((name) => `has the install script "${name}"`)
}

function wrongFields(folder: string, { name, license, engines }: Manifest): string[] {
  const expectedName = `@nationec/${folder.split('/').at(-1)}`
  const node = engines?.['node'] ?? ''
  // What keeps money on the disk, and what stands on it, may ask for a Node that is still maintained.
  const expectedNodes = (levelOf(ourName(expectedName) ?? '') ?? 0) < 4 ? ['>=20'] : ['>=20', '>=22.13']
  return [
    ...(name === expectedName ? [] : [`is named ${name}, its folder says ${expectedName}`]),
    ...(license === 'Apache-2.0' ? [] : ['license is not Apache-2.0']),
    ...(expectedNodes.includes(node) ? [] : [`engines.node is "${node}", not ${expectedNodes.join(' or ')}`]),
  ]
}

function wrongFiles({ files }: Manifest): string[] {
  return [
    ...(files?.includes('dist') ? [] : ['"files" does not name dist']),
    ...(files?.includes('!src/**/*.test.ts') ? [] : ['"files" does not leave out the tests']),
  ]
}

/** What a search on npm finds, and what an installation brings with it. */
function wrongForUsers(folder: string, { homepage, bugs, keywords, dependencies = {} }: Manifest): string[] {
  return [
    ...(homepage?.includes(`/${folder}#`) ? [] : ['"homepage" does not lead to its folder']),
    ...(bugs === undefined ? ['has no "bugs"'] : []),
    // The words that a hospital's developer searches npm for.
    ...(keywords?.includes('医保') ? [] : ['"keywords" do not name 医保']),
    // An exact version keeps security fixes from users, and installs a library twice that they have already.
    ...Object.entries(dependencies)
      .filter(([, range]) => !range.startsWith('^'))
      .map(([library, range]) => `depends on ${library} ${range}, which is no caret range`),
  ]
}

/** Every entry but those of JSON leads to the sources first: a condition behind another one is not read. */
function wrongExports(path: string, exports: Record<string, unknown> = {}): string[] {
  return [
    ...('./package.json' in exports ? [] : ['exports do not name ./package.json']),
    ...Object.entries(exports).flatMap(([entry, target]) => {
      if (typeof target === 'string' && target.endsWith('.json')) return []
      const [condition, source] = Object.entries(target ?? {})[0] ?? []
      if (condition !== SOURCE) return [`exports["${entry}"] does not have ${SOURCE} first`]
      return typeof source === 'string' && source.startsWith('./src/') && existsSync(join(path, source))
        ? []
        : [`exports["${entry}"] names ${source}, which is no source`]
    }),
  ]
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
