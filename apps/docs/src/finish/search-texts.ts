import type { Language } from '../pages.ts'
import { plainText } from '../stage/headings.ts'
import type { Site, StagedPage } from '../stage/stage.ts'

/** What can be found: address, title of the page, heading, text. An array, because its names would stand there a thousand times. */
export type SearchText = readonly [address: string, page: string, heading: string, text: string]

/** Every part of every page in a language; what stands in English only is found in both. */
export function searchTexts({ sections, pages }: Site, language: Language): SearchText[] {
  const englishOnly = new Set(
    sections
      .filter((section) => section.englishOnly !== undefined)
      .flatMap((section) => section.pages.map(({ name }) => `en/${name}.md`)),
  )
  return pages
    .filter((page) => page.language === language || englishOnly.has(page.place))
    .flatMap((page) => partsOf(page))
}

function partsOf({ place, title, headings, text }: StagedPage): SearchText[] {
  const lines = text.split('\n')
  const address = place.replace(/\.md$/, '.html')
  return headings.map(({ level, slug, line, title: heading }, index) => {
    const body = lines.slice(line + 1, headings[index + 1]?.line).join('\n')
    return [level === 1 ? address : `${address}#${slug}`, title, level === 1 ? '' : heading, wordsOf(body)]
  })
}

/** What a reader sees of a part, in one line. */
export function wordsOf(markdown: string): string {
  const seen = markdown
    .replaceAll(/^```mermaid\n([\s\S]*?)^```$/gm, (_, picture: string) => labelsOf(picture))
    .replaceAll(/^ *```\w*$/gm, '')
    .replaceAll(/^\|[\s|:-]+\|$/gm, '')
  return plainText(seen)
    .replaceAll(/^\s*(- |\d+\. |> )/gm, ' ')
    .replaceAll('|', ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
}

/** The texts of a picture, without its lines and arrows. */
function labelsOf(picture: string): string {
  return [...picture.matchAll(/: (.+)$|"(.+?)"|\|(.+?)\||\bas (.+)$/gm)]
    .map((found) => found.slice(1).find((text) => text !== undefined) ?? '')
    .join(' ')
}
