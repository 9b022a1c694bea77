import type { IRegularForbiddenRuleType } from 'dependency-cruiser'
import { root } from '../../scripts/tools.mjs'
import { type Workspace, workspaces } from '../../scripts/workspaces.mjs'
import { ourName, wrongArrow } from './house.ts'

/** What the package.json files say against the house, one sentence each. */
export function wrongDependencies(top: string): string[] {
  return workspaces(top).flatMap(({ folder, manifest }) =>
    installedWith(manifest).flatMap((name) => {
      const reason = wrongBetween(manifest.name, name)
      return reason === undefined ? [] : [`${folder}/package.json: ${reason}`]
    }),
  )
}

/** The house as rules of dependency-cruiser: for each package, those of ours that its sources must not import. */
export function arrowRules(top = root): IRegularForbiddenRuleType[] {
  const all = workspaces(top)
  return all.flatMap((from) => {
    const others = all.filter((other) => other !== from)
    const rule = (name: string, comment: string, to: IRegularForbiddenRuleType['to']): IRegularForbiddenRuleType => ({
      name,
      comment,
      severity: 'error',
      from: { path: `^${from.folder}/src/` },
      to,
    })
    const known = installedWith(from.manifest)
    return [
      ...forbidding(others, ({ manifest }) => wrongBetween(from.manifest.name, manifest.name) !== undefined).map(
        (path) => rule('downward', 'Arrows run downward only: see tests/structure/house.ts.', { path }),
      ),
      ...forbidding(others, ({ manifest }) => !known.includes(manifest.name)).map((path) =>
        rule('declared', `${from.folder}/package.json does not name the package.`, { path }),
      ),
      rule('relative', 'A package imports itself by relative paths.', {
        path: `^${from.folder}/src/`,
        dependencyTypesNot: ['local'],
      }),
    ]
  })
}

/** One pattern for the folders of some packages; none for no package, because an empty pattern fits everything. */
function forbidding(others: readonly Workspace[], isWrong: (other: Workspace) => boolean): string[] {
  const folders = others.filter(isWrong).map(({ folder }) => folder)
  return folders.length === 0 ? [] : [`^(?:${folders.join('|')})/`]
}

function installedWith({ dependencies, peerDependencies, optionalDependencies }: Workspace['manifest']): string[] {
  return Object.keys({ ...dependencies, ...peerDependencies, ...optionalDependencies })
}

function wrongBetween(from: string, to: string): string | undefined {
  const [source, target] = [ourName(from), ourName(to)]
  if (target === undefined) return undefined
  return source === undefined ? `${from} is outside our scope` : wrongArrow(source, target)
}
