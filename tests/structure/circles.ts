import type { ICruiseResult } from 'dependency-cruiser'

/** For each node, the nodes it points to. */
type Graph = ReadonlyMap<string, readonly string[]>

/** The first circle found from each start, as its nodes in order, the first one repeated at the end. */
function circlesIn(graph: Graph): string[][] {
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

/**
 * The circles between the folders of each package, one sentence each.
 *
 * Every folder is judged by itself: its nodes are the folders in it, each with all it holds, and the files that lie
 * directly in it. So a file may import the folders beside it, and a folder such a file, but not both in a circle.
 */
export function folderCircles({ modules }: ICruiseResult): string[] {
  const graphs = new Map<string, Map<string, Set<string>>>()
  for (const { source, dependencies } of modules) {
    for (const { resolved } of dependencies) {
      const parting = partingOf(source, resolved)
      if (parting === undefined) continue
      const graph = graphs.get(parting.folder) ?? new Map<string, Set<string>>()
      graphs.set(parting.folder, graph.set(parting.from, (graph.get(parting.from) ?? new Set()).add(parting.to)))
    }
  }
  return [...graphs].flatMap(([folder, graph]) =>
    circlesIn(new Map([...graph].map(([node, targets]) => [node, [...targets]]))).map(
      (circle) => `${folder}: ${circle.join(' → ')}`,
    ),
  )
}

/** The folder in which the paths of two files of one package part, and its two members on them. */
function partingOf(source: string, target: string): { folder: string; from: string; to: string } | undefined {
  const [from, to] = [source.split('/'), target.split('/')]
  const depth = from.findIndex((part, index) => part !== to[index])
  if (depth < 3) return undefined
  return { folder: from.slice(0, depth).join('/'), from: from[depth] ?? '', to: to[depth] ?? '' }
}
