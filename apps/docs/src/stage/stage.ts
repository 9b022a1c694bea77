import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { LANGUAGES, type Language, type Section, type SitePage, sections } from '../pages.ts'
import { type Heading, headingsOf } from './headings.ts'
import { type LinkContext, outsideCode, rewriteLinks } from './links.ts'

/** A page in one language, ready to be rendered and to be shipped as it is. */
export interface StagedPage {
  /** From the top of the site, with ending: `en/start.md`. */
  readonly place: string
  readonly language: Language
  readonly title: string
  readonly headings: readonly Heading[]
  readonly text: string
  /** Where the same page stands in the other language, if it does. */
  readonly other: string | undefined
}

export interface Site {
  readonly sections: readonly Section[]
  readonly pages: readonly StagedPage[]
}

/** Where a page stands in a language. Chinese is at the top. */
export function placeIn(language: Language, name: string): string {
  return `${language === 'zh' ? '' : 'en/'}${name}.md`
}

/** A page that stands in no file. */
export interface WrittenPage {
  readonly name: string
  readonly text: string
}

/**
 * Reads every page with its links made to fit the site.
 *
 * @param top the repository
 * @param api the reference of the packages, in English, where it was written
 * @throws {Error} naming every link that leads nowhere, every file without a page and every page without a language
 */
export function readSite(top: string, api: readonly WrittenPage[] = []): Site {
  const decisions = readdirSync(join(top, 'docs/decisions')).map((file) => file.replace(/\.md$/, ''))
  const menu = sections(decisions.sort())
  const wrong = missing(top, menu)
  if (wrong.length > 0) throw new Error(wrong.join('\n'))
  const all = menu.flatMap(({ pages }) => pages)
  const anchors = anchorReader(top)
  const pages = all.flatMap((page) =>
    LANGUAGES.flatMap((language) => {
      const file = page.files[language]
      if (file === undefined) return []
      const staged = readPage(top, page, language, file, {
        placeOf: (aim) => placeOf(all, language, aim),
        chineseOf: (aim) => (language === 'zh' ? chineseOf(all, aim) : undefined),
        kindOf: (path) => kindOf(top, path),
        anchorsOf: anchors,
      })
      wrong.push(...staged.wrong)
      return [staged.page]
    }),
  )
  if (wrong.length > 0) throw new Error(wrong.join('\n'))
  if (api.length === 0) return { sections: menu, pages }
  const reference: Section = {
    title: { zh: 'API 参考（英文）', en: 'API' },
    englishOnly: 'written from the sources, whose texts are English',
    pages: api.map(({ name }) => ({ name, files: {} })),
  }
  const written = api.map(({ name, text }): StagedPage => {
    const headings = headingsOf(text)
    return {
      place: placeIn('en', name),
      language: 'en',
      title: headings[0]?.title ?? name,
      headings,
      text,
      other: undefined,
    }
  })
  return { sections: [...menu, reference], pages: [...pages, ...written] }
}

/** Writes the pages into an empty folder. */
export function writePages(folder: string, pages: readonly StagedPage[]): void {
  rmSync(folder, { recursive: true, force: true })
  for (const { place, text } of pages) {
    mkdirSync(dirname(join(folder, place)), { recursive: true })
    writeFileSync(join(folder, place), text)
  }
}

/** The line that leads to the other language on GitHub: on the site the head of the page does. */
const LANGUAGE_LINK = /^\[(?:English|中文)\]\([^)]*\)\n+/gm

type Readers = Pick<LinkContext, 'placeOf' | 'chineseOf' | 'kindOf' | 'anchorsOf'>

function readPage(
  top: string,
  { name, files }: SitePage,
  language: Language,
  file: string,
  readers: Readers,
): { page: StagedPage; wrong: string[] } {
  const place = placeIn(language, name)
  // What tests and generators say to each other is no text for readers.
  const source = outsideCode(textOf(top, file), (part) =>
    part.replaceAll(/^<!--.*?-->\n+/gms, '').replaceAll(LANGUAGE_LINK, ''),
  )
  const { text, wrong } = rewriteLinks(source, { file, place, isBilingual: files.zh === files.en, ...readers })
  const headings = headingsOf(text)
  const another = language === 'zh' ? 'en' : 'zh'
  const other = files[another] === undefined ? undefined : placeIn(another, name)
  return { page: { place, language, title: headings[0]?.title ?? name, headings, text, other }, wrong }
}

/**
 * The page of a file, seen from a page in one language. A link to the file of the other language stays a link to that language;
 * a page in both languages keeps the reader's.
 */
function placeOf(all: readonly SitePage[], language: Language, file: string): string | undefined {
  const page = all.find(({ files }) => Object.values(files).includes(file))
  if (page === undefined) return undefined
  if (page.files[language] === file) return placeIn(language, page.name)
  return placeIn(language === 'zh' ? 'en' : 'zh', page.name)
}

function chineseOf(all: readonly SitePage[], file: string): string | undefined {
  const { zh } = all.find(({ files }) => files.en === file)?.files ?? {}
  return zh === file ? undefined : zh
}

/** Pages without a file, and files without a page. */
function missing(top: string, menu: readonly Section[]): string[] {
  const named = new Set<string>()
  const wrong = menu.flatMap(({ pages, englishOnly }) =>
    pages.flatMap(({ name, files }) => {
      for (const file of Object.values(files)) named.add(file)
      const absent = Object.values(files).filter((file) => !existsSync(join(top, file)))
      const languages = englishOnly === undefined ? LANGUAGES : (['en'] as const)
      return [
        ...absent.map((file) => `${file} is missing: a page needs both languages`),
        ...languages
          .filter((language) => files[language] === undefined)
          .map((each) => `${name} has no file in ${each}`),
      ]
    }),
  )
  const there = readdirSync(join(top, 'docs'), { recursive: true, encoding: 'utf8' })
    .map((file) => `docs/${file.replaceAll('\\', '/')}`)
    .filter((file) => file.endsWith('.md') && !named.has(file))
  return [...wrong, ...there.map((file) => `${file} is on no page: name it in apps/docs/src/pages.ts`)]
}

function anchorReader(top: string): (file: string) => ReadonlySet<string> {
  const known = new Map<string, ReadonlySet<string>>()
  return (file) => {
    const found = known.get(file) ?? new Set(headingsOf(textOf(top, file)).map(({ slug }) => slug))
    known.set(file, found)
    return found
  }
}

function textOf(top: string, file: string): string {
  return readFileSync(join(top, file), 'utf8').replaceAll('\r\n', '\n')
}

/** Folders that the copy of the checkout lacks in which packages are built; links into them are tested in the checkout. */
const NOT_BUILT = /^(tests|\.github)(?=\/|$)/

function kindOf(top: string, path: string): 'file' | 'folder' | undefined {
  const found = statSync(join(top, path), { throwIfNoEntry: false })
  const [leftOut] = NOT_BUILT.exec(path) ?? []
  if (leftOut !== undefined && !existsSync(join(top, leftOut))) return 'file'
  if (found === undefined) return undefined
  return found.isDirectory() ? 'folder' : 'file'
}
