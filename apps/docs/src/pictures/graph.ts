import { Graph, layout } from '@dagrejs/dagre'
import { arrow, boxAt, heightOf, type Point, round, svg, textAt, widthOf, wrap } from './svg.ts'

interface Box {
  readonly title: string
  readonly kind: 'box' | 'start' | 'end'
}

interface Line {
  readonly from: string
  readonly to: string
  readonly text: string
  readonly dashed: boolean
}

const EDGE = 14
const WIDEST_LABEL = 190

/** States with what leads from one to the next. */
export function statePicture(source: string): string {
  const boxes = new Map<string, Box>()
  const lines: Line[] = []
  for (const row of rowsOf(source)) {
    const [, title, alias] = /^state "(.+)" as (\w+)$/.exec(row) ?? []
    if (title !== undefined && alias !== undefined) {
      boxes.set(alias, { title, kind: 'box' })
      continue
    }
    const [, from, to, text] = /^(\[\*\]|\w+) --> (\[\*\]|\w+)(?:: (.+))?$/.exec(row) ?? []
    if (from === undefined || to === undefined) throw new Error(`a picture has a line that cannot be drawn: ${row}`)
    const [start, end] = [from === '[*]' ? 'start' : from, to === '[*]' ? 'end' : to]
    for (const name of [start, end])
      if (!boxes.has(name)) boxes.set(name, { title: name, kind: name === 'start' || name === 'end' ? name : 'box' })
    lines.push({ from: start, to: end, text: text ?? '', dashed: false })
  }
  return draw(boxes, lines, 'TB')
}

/** Boxes and what goes from one to the next: `flowchart LR` or `flowchart TB`. */
export function flowPicture(source: string): string {
  const boxes = new Map<string, Box>()
  const lines: Line[] = []
  const nameOf = (written: string): string => {
    const [, name = '', title] = /^(\w+)(?:\["(.+)"\])?$/.exec(written.trim()) ?? []
    if (name === '') throw new Error(`a picture has a box that cannot be drawn: ${written}`)
    if (title !== undefined || !boxes.has(name)) boxes.set(name, { title: title ?? name, kind: 'box' })
    return name
  }
  for (const row of rowsOf(source)) {
    const [, from, dashes, text, to] = /^(.+?) (-->|-\.->)(?:\|(.+?)\|)? (.+)$/.exec(row) ?? []
    if (from === undefined || to === undefined) nameOf(row)
    else lines.push({ from: nameOf(from), to: nameOf(to), text: text ?? '', dashed: dashes === '-.->' })
  }
  return draw(boxes, lines, /^flowchart (LR|TB)/.exec(source)?.[1] === 'LR' ? 'LR' : 'TB')
}

/** A text on a line, which ends before it. */
function labelAt(rows: readonly string[], x: number, y: number): string {
  const width = Math.max(...rows.map(widthOf)) + 6
  return boxAt(x, y, width, heightOf(rows), 'pic-label', 2) + textAt(rows, x, y)
}

function rowsOf(source: string): string[] {
  return source
    .split('\n')
    .slice(1)
    .map((row) => row.trim())
    .filter((row) => row !== '')
}

function draw(boxes: ReadonlyMap<string, Box>, lines: readonly Line[], direction: 'LR' | 'TB'): string {
  const graph = new Graph({ multigraph: true })
  graph.setGraph({
    rankdir: direction,
    nodesep: 28,
    edgesep: 18,
    ranksep: direction === 'LR' ? 34 : 30,
    marginx: EDGE,
    marginy: EDGE,
  })
  for (const [name, { title, kind }] of boxes) {
    const rows = title.split('<br>')
    const wide = Math.max(...rows.map(widthOf)) + 28
    graph.setNode(name, kind === 'box' ? { width: wide, height: heightOf(rows) + 16 } : { width: 16, height: 16 })
  }
  for (const [index, { from, to, text }] of lines.entries()) {
    const rows = wrap(text, WIDEST_LABEL)
    const label = { width: Math.max(0, ...rows.map(widthOf)) + 8, height: heightOf(rows) + 4, labelpos: 'c' as const }
    graph.setEdge(from, to, label, String(index))
  }
  layout(graph)
  const parts: string[] = []
  const labels: string[] = []
  for (const [index, { from, to, text, dashed }] of lines.entries()) {
    const { points, x, y } = graph.edge(from, to, String(index)) as { points: Point[]; x: number; y: number }
    parts.push(arrow(points, dashed ? 'pic-line pic-dashed' : 'pic-line'))
    if (text !== '') labels.push(labelAt(wrap(text, WIDEST_LABEL), x, y))
  }
  parts.push(...labels)
  for (const [name, { title, kind }] of boxes) {
    const { x, y, width, height } = graph.node(name) as Point & { width: number; height: number }
    if (kind === 'start') parts.push(`<circle class="pic-start" cx="${round(x)}" cy="${round(y)}" r="7"/>`)
    else if (kind === 'end')
      parts.push(
        `<circle class="pic-end" cx="${round(x)}" cy="${round(y)}" r="8"/><circle class="pic-start" cx="${round(x)}" cy="${round(y)}" r="4"/>`,
      )
    else parts.push(boxAt(x, y, width, height), textAt(title.split('<br>'), x, y, 'pic-title'))
  }
  const { width = 0, height = 0 } = graph.graph() as { width?: number; height?: number }
  return svg(
    width,
    height,
    [...boxes.values()]
      .filter(({ kind }) => kind === 'box')
      .map(({ title }) => title.replaceAll('<br>', ' '))
      .join(', '),
    parts,
  )
}
