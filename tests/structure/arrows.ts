import { type Workspace, workspaces } from '../../scripts/workspaces.mjs'
import { ourName, wrongArrow } from './house.ts'
import { importsOf, isBareBuiltin, packageOf, sourcesOf } from './imports.ts'

/** What the package.json files say against the house, one sentence each. */
export function wrongDependencies(top: string): string[] {
  return workspaces(top).flatMap(({ folder, manifest }) => {
    const { dependencies, peerDependencies, optionalDependencies } = manifest
    return Object.keys({ ...dependencies, ...peerDependencies, ...optionalDependencies }).flatMap((name) =>
      wrongBetween(manifest.name, name).map((reason) => `${folder}/package.json: ${reason}`),
    )
  })
}

/** What the imports of the sources say against the house and against their own package.json, one sentence each. */
export function wrongImports(top: string): string[] {
  return workspaces(top).flatMap((workspace) =>
    sourcesOf(top, workspace.folder)
      .flatMap((file) => importsOf(top, file))
      .flatMap(({ file, specifier }) => wrongImport(workspace, specifier).map((reason) => `${file}: ${reason}`)),
  )
}

function wrongImport({ folder, manifest }: Workspace, specifier: string): string[] {
  if (isBareBuiltin(specifier)) return [`write node:${specifier}`]
  const name = packageOf(specifier)
  if (name === undefined) return []
  if (name === manifest.name) return ['imports its own package by name: use a relative path']
  const { dependencies, peerDependencies, optionalDependencies } = manifest
  const declared = name in { ...dependencies, ...peerDependencies, ...optionalDependencies }
  return [
    ...wrongBetween(manifest.name, name),
    ...(declared ? [] : [`imports ${name}, which ${folder}/package.json does not name`]),
  ]
}

function wrongBetween(from: string, to: string): string[] {
  const [source, target] = [ourName(from), ourName(to)]
  if (target === undefined) return []
  const reason = source === undefined ? `${from} is outside our scope` : wrongArrow(source, target)
  return reason === undefined ? [] : [reason]
}
