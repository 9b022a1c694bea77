export interface Heading {
  readonly level: number
  readonly title: string
  /** Its address within the page, as GitHub makes it: the same links work there and here. */
  readonly slug: string
  /** The line that it stands on, from 0. */
  readonly line: number
}

/** The address of a heading before it is made unique. */
export function slugOf(title: string): string {
  return title
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc} -]/gu, '')
    .replaceAll(' ', '-')
}

/** The headings of a Markdown text; what stands in a block of code is none. */
export function headingsOf(text: string): Heading[] {
  const seen = new Map<string, number>()
  let fence = ''
  return text.split('\n').flatMap((row, line) => {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(row)?.[1] ?? ''
    if (mark !== '' && fence === '') fence = mark
    else if (mark !== '' && mark.startsWith(fence)) fence = ''
    const [, marks, written] = /^(#{1,6}) +(.+?)(?: +#+)?$/.exec(fence === '' ? row : '') ?? []
    if (marks === undefined || written === undefined) return []
    const title = plainText(written)
    const slug = slugOf(title)
    const before = seen.get(slug) ?? 0
    seen.set(slug, before + 1)
    return [{ level: marks.length, title, slug: before === 0 ? slug : `${slug}-${before}`, line }]
  })
}

/** Markdown without its marks: what a reader sees of it. */
export function plainText(text: string): string {
  return text
    .replaceAll(/<!--.*?-->/gs, '')
    .replaceAll(/!?\[((?:`[^`]*`|[^\]`])*)\]\([^)\s]*\)/g, '$1')
    .replaceAll(/(?<!\w)[*_]{1,2}(?=\S)(.+?)(?<=\S)[*_]{1,2}(?!\w)/g, '$1')
    .replaceAll(/\\([\\`*_{}[\]()#+.!|<>-])/g, '$1')
    .replaceAll('`', '')
}
