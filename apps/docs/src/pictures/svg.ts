/** The pieces that every picture is drawn of. Colours come from the style sheet of the site, so that a picture follows its scheme. */

const FONT = 13
const LINE = 18

export function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

/** How wide a line is drawn, about: Chinese characters are square, others a little more than half of that. */
export function widthOf(text: string): number {
  return [...text].reduce(
    (sum, sign) => sum + (/[\u2e80-\u9fff\uff00-\uffef\u3000-\u303f]/.test(sign) ? FONT : FONT * 0.58),
    0,
  )
}

/** A text in lines of at most so many pixels, broken at blanks, or between Chinese characters. */
export function wrap(text: string, most: number): string[] {
  const pieces = text.match(/[\u2e80-\u9fff\uff00-\uffef]|[^\s\u2e80-\u9fff\uff00-\uffef]+|\s+/g) ?? []
  const lines: string[] = []
  let line = ''
  for (const piece of pieces) {
    // A closing mark stays with what it closes.
    if (line !== '' && widthOf(line + piece) > most && !/^[，。、；：）！？]/.test(piece)) {
      lines.push(line.trim())
      line = ''
    }
    line += piece
  }
  return [...lines, line.trim()].filter((each) => each !== '')
}

export function heightOf(lines: readonly string[]): number {
  return lines.length * LINE
}

/** Lines of text around a point. */
export function textAt(lines: readonly string[], x: number, y: number, name = 'pic-text'): string {
  const first = y - heightOf(lines) / 2 + LINE * 0.72
  return lines
    .map(
      (line, index) =>
        `<text class="${name}" x="${round(x)}" y="${round(first + index * LINE)}" text-anchor="middle">${escapeText(line)}</text>`,
    )
    .join('')
}

export function boxAt(x: number, y: number, width: number, height: number, name = 'pic-box', radius = 8): string {
  return `<rect class="${name}" x="${round(x - width / 2)}" y="${round(y - height / 2)}" width="${round(width)}" height="${round(height)}" rx="${radius}"/>`
}

/** A path that ends with an arrow; the last step gives its direction. */
export function arrow(points: readonly Point[], name = 'pic-line'): string {
  const last = points.at(-1) ?? { x: 0, y: 0 }
  const before = points.at(-2) ?? last
  const angle = (Math.atan2(last.y - before.y, last.x - before.x) * 180) / Math.PI
  return `<path class="${name}" d="${pathOf(points)}"/><path class="pic-head" d="M0 0-9-4.5-9 4.5Z" transform="translate(${round(last.x)} ${round(last.y)}) rotate(${round(angle)})"/>`
}

export interface Point {
  readonly x: number
  readonly y: number
}

/** Straight between two points, round over more. */
function pathOf([first, ...rest]: readonly Point[]): string {
  if (first === undefined) return ''
  let path = `M${round(first.x)} ${round(first.y)}`
  if (rest.length < 2) return path + rest.map(({ x, y }) => `L${round(x)} ${round(y)}`).join('')
  rest.slice(0, -1).forEach((bend, index) => {
    const next = rest[index + 1] ?? bend
    const end = index === rest.length - 2 ? next : { x: (bend.x + next.x) / 2, y: (bend.y + next.y) / 2 }
    path += `Q${round(bend.x)} ${round(bend.y)} ${round(end.x)} ${round(end.y)}`
  })
  return path
}

export function round(value: number): number {
  return Math.round(value * 10) / 10
}

/** The whole picture. A reader who does not see it is told its title and reads its texts. */
export function svg(width: number, height: number, title: string, parts: readonly string[]): string {
  const size = `viewBox="0 0 ${Math.ceil(width)} ${Math.ceil(height)}" width="${Math.ceil(width)}" height="${Math.ceil(height)}"`
  return `<figure class="picture" v-pre tabindex="0"><svg ${size} role="img" aria-label="${escapeText(title)}" xmlns="http://www.w3.org/2000/svg">${parts.join('')}</svg></figure>\n`
}
