import type { TransportNames } from './names.ts'
import type { NewFile } from './new-file.ts'
import { readmeOf } from './readme.ts'
import { sourcesOf } from './sources.ts'

/**
 * A package of the repository of nationec, made like its neighbour.
 *
 * @param neighbour the package.json of another transport of the repository
 */
export function workspacePackage(names: TransportNames, neighbour: Neighbour): NewFile[] {
  const { medium } = names
  const name = `@nationec/transport-${medium}`
  const folder = `packages/transport-${medium}`
  const { dependencies, homepage, repository } = neighbour
  const manifest = {
    ...neighbour,
    name,
    version: '0.0.0',
    description: `A nationec transport over ${medium}`,
    homepage: homepage.replace(repository.directory, folder),
    repository: { ...repository, directory: folder },
    dependencies: { '@nationec/transport': dependencies['@nationec/transport'] },
  }
  return [
    { path: 'package.json', content: `${JSON.stringify(manifest, undefined, 2)}\n` },
    { path: 'tsconfig.json', content: '{ "extends": "../../tsconfig.base.json", "include": ["src"] }\n' },
    { path: 'tsup.config.ts', content: BUILD },
    { path: 'README.md', content: `${readmeOf(name, names, `npm test -- ${folder}`)}\n${FOOT}` },
    ...sourcesOf(names),
  ]
}

/** What is read of the neighbour's package.json; the rest is copied as it stands. */
export interface Neighbour {
  readonly homepage: string
  readonly repository: { readonly directory: string }
  readonly dependencies: Readonly<Record<string, string>>
}

const BUILD = `import { packageBuild } from '../../tsup.base.ts'

export default packageBuild({ index: 'src/index.ts' }, { external: [/^node:/] })
`

const FOOT = 'Node 20 and newer, Bun, Deno. Licence: Apache-2.0.\n'
