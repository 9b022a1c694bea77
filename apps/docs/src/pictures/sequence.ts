import { arrow, boxAt, escapeText, heightOf, round, svg, textAt, widthOf, wrap } from './svg.ts'

interface Actor {
  readonly name: string
  readonly title: string
}

type Step =
  | {
      readonly kind: 'message'
      readonly from: string
      readonly to: string
      readonly dashed: boolean
      readonly lost: boolean
      readonly text: string
    }
  | { readonly kind: 'note'; readonly over: readonly string[]; readonly text: string }
  | { readonly kind: 'begin'; readonly word: string; readonly text: string }
  | { readonly kind: 'else'; readonly text: string }
  | { readonly kind: 'end' }

const TOP = 52
const EDGE = 12
/** Between two actors at least, so that a short message fits. */
const APART = 128

/** Who says what to whom, from above to below. */
export function sequencePicture(source: string): string {
  const lines = source
    .split('\n')
    .slice(1)
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const actors: Actor[] = []
  const steps: Step[] = []
  for (const line of lines) {
    const [, name, title] = /^(?:participant|actor) (\w+)(?: as (.+))?$/.exec(line) ?? []
    if (name !== undefined) actors.push({ name, title: title ?? name })
    else steps.push(stepOf(line))
  }
  return draw(actors, steps)
}

function stepOf(line: string): Step {
  const message = /^(\w+?)(--?)(>>|x)(\w+): (.+)$/.exec(line)
  if (message !== null) {
    const [, from = '', dash, end, to = '', text = ''] = message
    return { kind: 'message', from, to, dashed: dash === '--', lost: end === 'x', text }
  }
  const [, over, noted] = /^Note over ([\w,]+): (.+)$/.exec(line) ?? []
  if (over !== undefined) return { kind: 'note', over: over.split(','), text: noted ?? '' }
  const [, word, text] = /^(loop|alt|opt) (.+)$/.exec(line) ?? []
  if (word !== undefined) return { kind: 'begin', word, text: text ?? '' }
  if (line === 'end') return { kind: 'end' }
  if (line.startsWith('else')) return { kind: 'else', text: line.slice(4).trim() }
  throw new Error(`a picture has a line that cannot be drawn: ${line}`)
}

/** Where the actors stand: as far from each other as the widest message between neighbours asks for. */
function placesOf(actors: readonly Actor[], steps: readonly Step[]): number[] {
  const number = (name: string): number => actors.findIndex((actor) => actor.name === name)
  const places: number[] = []
  for (const [index, { title }] of actors.entries()) {
    const before = places.at(-1)
    if (before === undefined) {
      places.push(EDGE + Math.max(widthOf(title) / 2 + 14, 50))
      continue
    }
    const widest = steps.map((step) => {
      if (step.kind !== 'message') return 0
      const [left, right] = [number(step.from), number(step.to)].sort((a, b) => a - b)
      return left === index - 1 && right === index ? widthOf(step.text) + 26 : 0
    })
    const titles = (widthOf(title) + widthOf(actors[index - 1]?.title ?? '')) / 2 + 44
    places.push(before + Math.max(APART, titles, ...widest))
  }
  return places
}

function draw(actors: readonly Actor[], steps: readonly Step[]): string {
  const places = placesOf(actors, steps)
  const at = (name: string): number => places[actors.findIndex((actor) => actor.name === name)] ?? 0
  const lastTitle = actors.at(-1)?.title ?? ''
  const width = (places.at(-1) ?? 0) + Math.max(widthOf(lastTitle) / 2 + 14, 50) + EDGE
  const parts: string[] = []
  const frames: { top: number; word: string; text: string; splits: { y: number; text: string }[] }[] = []
  let y = TOP + 18
  for (const step of steps) {
    if (step.kind === 'message') {
      y += 30
      parts.push(messageAt(step, at(step.from), at(step.to), y))
    } else if (step.kind === 'note') {
      const over = step.over.map(at)
      const middle = (Math.min(...over) + Math.max(...over)) / 2
      const wide = Math.max(Math.max(...over) - Math.min(...over) + 60, Math.min(widthOf(step.text) + 24, 300))
      const lines = wrap(step.text, wide - 20)
      const tall = heightOf(lines) + 12
      const centre = Math.min(Math.max(middle, EDGE + wide / 2), width - EDGE - wide / 2)
      parts.push(boxAt(centre, y + 14 + tall / 2, wide, tall, 'pic-note', 3), textAt(lines, centre, y + 14 + tall / 2))
      y += tall + 16
    } else if (step.kind === 'begin') {
      frames.push({ top: y + 12, word: step.word, text: step.text, splits: [] })
      y += 34
    } else if (step.kind === 'else') {
      frames.at(-1)?.splits.push({ y: y + 14, text: step.text })
      y += 32
    } else {
      const frame = frames.pop()
      y += 14
      if (frame !== undefined) parts.unshift(frameAt(frame, frames.length, width, y))
      y += 4
    }
  }
  const bottom = y + 24
  const lives = places.map((x) => `<path class="pic-life" d="M${round(x)} ${TOP}V${round(bottom)}"/>`)
  const heads = actors.map(({ title }, index) => {
    const x = places[index] ?? 0
    return boxAt(x, TOP / 2 + 4, widthOf(title) + 26, 36, 'pic-box', 6) + textAt([title], x, TOP / 2 + 4, 'pic-title')
  })
  return svg(width, bottom + 8, actors.map(({ title }) => title).join(' → '), [...lives, ...parts, ...heads])
}

function messageAt(step: Extract<Step, { kind: 'message' }>, from: number, to: number, y: number): string {
  const name = step.dashed ? 'pic-line pic-dashed' : 'pic-line'
  if (from === to)
    return (
      `<text class="pic-text" x="${round(from + 34)}" y="${y - 4}">${escapeText(step.text)}</text>` +
      arrow(
        [
          { x: from, y: y - 10 },
          { x: from + 28, y: y - 10 },
          { x: from + 28, y: y + 4 },
          { x: from, y: y + 4 },
        ],
        name,
      )
    )
  const text = `<text class="pic-text pic-over" x="${round((from + to) / 2)}" y="${y - 6}" text-anchor="middle">${escapeText(step.text)}</text>`
  if (!step.lost)
    return (
      text +
      arrow(
        [
          { x: from, y },
          { x: to, y },
        ],
        name,
      )
    )
  const end = from + (to - from) * 0.62
  const cross = `<path class="pic-cross" d="M${round(end - 6)} ${y - 6}l12 12m0-12l-12 12"/>`
  return `${text}<path class="${name}" d="M${round(from)} ${y}H${round(end)}"/>${cross}`
}

function frameAt(
  {
    top,
    word,
    text,
    splits,
  }: { top: number; word: string; text: string; splits: readonly { y: number; text: string }[] },
  depth: number,
  width: number,
  bottom: number,
): string {
  const left = 4 + depth * 8
  const title = `${word === 'loop' ? '↻' : '?'} ${text}`
  const rows = splits.map(
    ({ y, text: each }) =>
      `<path class="pic-split" d="M${left} ${round(y)}H${round(width - left)}"/><text class="pic-soft" x="${left + 10}" y="${round(y + 16)}">${escapeText(each)}</text>`,
  )
  return (
    `<rect class="pic-frame" x="${left}" y="${round(top)}" width="${round(width - left * 2)}" height="${round(bottom - top)}" rx="4"/>` +
    `<text class="pic-soft" x="${left + 10}" y="${round(top + 17)}">${escapeText(title)}</text>${rows.join('')}`
  )
}
