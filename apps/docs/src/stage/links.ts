import { posix } from 'node:path'

/** Where the files lie that are no pages of the site. */
const REPOSITORY = 'https://github.com/nationec/nationec'

export interface LinkContext {
  /** The file that is read, from the top of the repository. */
  readonly file: string
  /** Where its page stands on the site, with ending: `en/start.md`. */
  readonly place: string
  /** Where the page of a file stands, seen from a page in the language of this one. */
  readonly placeOf: (file: string) => string | undefined
  /** Whether the file holds both languages: its links then lead to the reader's. */
  readonly isBilingual: boolean
  /** The Chinese file to link to instead of an English one; English pages may link to either. */
  readonly chineseOf: (file: string) => string | undefined
  /** Whether a path of the repository is a file, a folder or nothing. */
  readonly kindOf: (path: string) => 'file' | 'folder' | undefined
  /** The anchors of a file. */
  readonly anchorsOf: (file: string) => ReadonlySet<string>
}

/** A link with what says that it leaves the language of the page on purpose. */
const LINK = /(\[English)?\]\(([^()\s]+)\)(（英文）)?/g

/** The text with links that fit the site, and what is wrong with them. */
export function rewriteLinks(text: string, context: LinkContext): { text: string; wrong: string[] } {
  const wrong: string[] = []
  const rewritten = outsideCode(text, (part) =>
    part.replaceAll(LINK, (whole, before: string | undefined, target: string, after: string | undefined) => {
      if (/^[a-z]+:/i.test(target)) return whole
      const said = before !== undefined || after !== undefined
      const result = resolve(target, said, context)
      if (result.wrong !== undefined) wrong.push(`${context.file}: ${target}: ${result.wrong}`)
      return `${before ?? ''}](${result.target})${after ?? ''}`
    }),
  )
  return { text: rewritten, wrong }
}

function resolve(target: string, saidForeign: boolean, context: LinkContext): { target: string; wrong?: string } {
  const { file, place, placeOf, isBilingual, chineseOf, kindOf, anchorsOf } = context
  const [path = '', hash] = target.split('#')
  const written = path === '' ? file : posix.normalize(posix.join(posix.dirname(file), path)).replace(/\/$/, '')
  const chinese = saidForeign ? undefined : chineseOf(written)
  const aim = isBilingual ? (chinese ?? written) : written
  const kind = kindOf(aim)
  if (kind === undefined) return { target, wrong: 'no such file' }
  if (hash !== undefined && aim.endsWith('.md') && !anchorsOf(aim).has(decodeURIComponent(hash)))
    return { target, wrong: 'no such heading' }
  if (chinese !== undefined && !isBilingual) return { target, wrong: `there is ${chinese}` }
  const anchor = hash === undefined ? '' : `#${hash}`
  if (path === '') return { target: anchor }
  const aimed = placeOf(aim)
  if (aimed === undefined) return { target: `${REPOSITORY}/${kind === 'file' ? 'blob' : 'tree'}/main/${aim}${anchor}` }
  const relative = posix.relative(posix.dirname(place), aimed)
  return { target: `${relative.startsWith('.') ? '' : './'}${relative}${anchor}` }
}

/** Changes a Markdown text except for its blocks of code and what stands between backticks. */
export function outsideCode(text: string, change: (part: string) => string): string {
  return text
    .split(/(^ {0,3}```[^\n]*\n[\s\S]*?^ {0,3}```[^\S\n]*$)/m)
    .map((part, index) => (index % 2 === 1 ? part : outsideTicks(part, change)))
    .join('')
}

function outsideTicks(part: string, change: (part: string) => string): string {
  return part
    .split(/(?<!`)(`[^`\n]+`)(?!`)/)
    .map((piece, index) => (index % 2 === 1 ? piece : change(piece)))
    .join('')
}
