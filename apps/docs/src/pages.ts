/** The pages of the site in the order of its menu: one that is missing here, or exists in one language only, fails the build. */

export type Language = 'zh' | 'en'
export const LANGUAGES: readonly Language[] = ['zh', 'en']

export interface SitePage {
  /** Its address without ending, the same in both languages: `reference/messages`. */
  readonly name: string
  /** The file that each language is written in, from the top of the repository. A page that has both in one file names it twice. */
  readonly files: Readonly<Partial<Record<Language, string>>>
}

export interface Section {
  readonly title: Readonly<Record<Language, string>>
  readonly pages: readonly SitePage[]
  /** Why its pages are in English only. */
  readonly englishOnly?: string
}

/** `docs/NAME.zh-CN.md` and `docs/NAME.md`. */
const guide = (name: string): SitePage => ({ name, files: { zh: `docs/${name}.zh-CN.md`, en: `docs/${name}.md` } })

/** `docs/NAME.md`, whose sentences stand in both languages. */
const bilingual = (name: string): SitePage => ({ name, files: { zh: `docs/${name}.md`, en: `docs/${name}.md` } })

const record = (name: string): SitePage => ({ name, files: { en: `docs/${name}.md` } })

const HOME: SitePage = { name: 'index', files: { zh: 'docs/README.zh-CN.md', en: 'docs/README.md' } }

/** @param decisions the names of the files below `docs/decisions`, without ending */
export function sections(decisions: readonly string[]): Section[] {
  return [
    {
      title: { zh: '开始使用', en: 'To begin' },
      pages: [HOME, guide('start'), guide('recipes'), guide('money-safety'), guide('using-the-real-library')],
    },
    {
      title: { zh: '使用指南', en: 'Guides' },
      pages: [
        'agent',
        'deployment',
        'fleet',
        'cli',
        'other-languages',
        'runtimes',
        'moving',
        'payment-centre',
        'transports',
        'serial-ports',
        'crypto',
        'writing-a-transport',
        'style',
      ].map(guide),
    },
    {
      title: { zh: '参考', en: 'Reference' },
      pages: [
        ...[
          'errors',
          'reference/messages',
          'reference/code-tables',
          'reference/raw',
          'reference/profile',
          'reference/simulator',
        ].map(guide),
        bilingual('privacy'),
        guide('spec'),
        bilingual('glossary'),
        guide('quality'),
      ],
    },
    {
      title: { zh: '协议与设计记录（英文）', en: 'Protocol and decisions' },
      englishOnly: 'for those who write a second implementation or work on this one',
      pages: [
        'spec/msl-1',
        'spec/msl-1-channel',
        'spec/proverif/README',
        ...decisions.map((name) => `decisions/${name}`),
      ].map(record),
    },
  ]
}
