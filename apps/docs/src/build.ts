/**
 * `npm run build`: the site into `dist`; `--api` adds the reference of the packages, a folder that a browser opens from a file share as well as from a server.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import process from 'node:process'
import { build } from 'vitepress'
import { apiPages, publishedPackages } from './api/api-pages.ts'
import { finish } from './finish/finish.ts'
import { LANGUAGES, type Language } from './pages.ts'
import { placeIn, readSite, type Site, type StagedPage, writePages } from './stage/stage.ts'
import { TEXTS, type Texts } from './texts.ts'

/** What the theme shows of a page besides its text. */
export interface PageData {
  readonly language: Language
  readonly title: string
  readonly other: string | undefined
  readonly outline: readonly { readonly slug: string; readonly title: string }[]
}

export interface ThemeData {
  readonly texts: Readonly<Record<Language, Texts>>
  readonly menus: Readonly<Record<Language, readonly MenuSection[]>>
  readonly pages: Readonly<Record<string, PageData>>
}

interface MenuSection {
  readonly title: string
  /** Long lists that few readers want are folded. */
  readonly closed: boolean
  readonly links: readonly { readonly place: string; readonly title: string }[]
}

const home = resolve(import.meta.dirname, '..')

function themeData({ sections, pages }: Site): ThemeData {
  const titles = new Map(pages.map(({ place, title }) => [place, title]))
  const menu = (language: Language): MenuSection[] =>
    sections.map(({ title, pages: inSection, englishOnly }) => ({
      title: title[language],
      closed: englishOnly !== undefined,
      links: inSection.map(({ name, files }) => {
        const place = placeIn(files[language] === undefined ? 'en' : language, name)
        return { place, title: titles.get(place) ?? name }
      }),
    }))
  return {
    texts: TEXTS,
    menus: Object.fromEntries(LANGUAGES.map((each) => [each, menu(each)])) as Record<Language, MenuSection[]>,
    pages: Object.fromEntries(pages.map((page) => [page.place, pageData(page)])),
  }
}

function pageData({ language, title, other, headings }: StagedPage): PageData {
  const outline = headings.filter(({ level }) => level === 2).map(({ slug, title: each }) => ({ slug, title: each }))
  return { language, title, other, outline }
}

/**
 * @param top the repository
 * @param withApi whether the reference of the packages is written too: a developer reads it, a cashier's computer does not
 */
export async function buildSite(top: string, { withApi = false } = {}): Promise<void> {
  const site = readSite(top, withApi ? apiPages(top, publishedPackages(top)) : [])
  mkdirSync(`${home}/.cache`, { recursive: true })
  writePages(`${home}/.cache/pages`, site.pages)
  writeFileSync(`${home}/.cache/site.json`, JSON.stringify(themeData(site)))
  // VitePress leaves what an earlier build wrote.
  rmSync(`${home}/.cache/html`, { recursive: true, force: true })
  await build(home)
  await finish({ from: `${home}/.cache/html`, to: `${home}/dist`, reader: `${home}/src/reader/main.ts`, site })
}

if (import.meta.main) {
  process.chdir(home)
  await buildSite(resolve(home, '../..'), { withApi: process.argv.includes('--api') })
}
