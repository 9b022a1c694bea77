import { workspaces } from '../../scripts/workspaces.mjs'
import { fileOf, importsOf, sourcesOf } from './imports.ts'

/** For each node, the nodes it points to. */
export type Graph = ReadonlyMap<string, readonly string[]>

/** The first circle found from each start, as its nodes in order, the first one repeated at the end. */
export function circlesIn(graph: Graph): string[][] {
  const finished = new Set<string>()
  const circles: string[][] = []
  const visit = (node: string, path: readonly string[]): void => {
    const at = path.indexOf(node)
    if (at >= 0) circles.push([...path.slice(at), node])
    if (at >= 0 || finished.has(node)) return
    for (const next of graph.get(node) ?? []) visit(next, [...path, node])
    finished.add(node)
  }
  for (const node of graph.keys()) visit(node, [])
  return circles
}

/** Which file imports which, within the sources of one package. */
export function fileGraph(top: string, folder: string): Graph {
  return new Map(
    sourcesOf(top, folder).map((file) => [
      file,
      importsOf(top, file)
        .map(fileOf)
        .filter((target) => target !== undefined),
    ]),
  )
}

/** What must be built before what: every kind of dependency counts, those of the tests too. */
export function buildGraph(top: string): Graph {
  const all = workspaces(top)
  const ours = new Set(all.map(({ manifest }) => manifest.name))
  return new Map(
    all.map(({ manifest }) => {
      const { dependencies, devDependencies, peerDependencies, optionalDependencies } = manifest
      const names = Object.keys({ ...dependencies, ...devDependencies, ...peerDependencies, ...optionalDependencies })
      return [manifest.name, names.filter((name) => ours.has(name))]
    }),
  )
}
