import { readFileSync } from 'node:fs'
import { defineConfigWithTheme } from 'vitepress'
import type { ThemeData } from '../src/build.ts'
import { pictureOf } from '../src/pictures/picture.ts'
import { slugOf } from '../src/stage/headings.ts'

const { pages, ...theme } = JSON.parse(
  readFileSync(new URL('../.cache/site.json', import.meta.url), 'utf8'),
) as ThemeData

/** Chinese characters and their punctuation. */
const HAN = /[\u2e80-\u9fff\u3000-\u303f\uff00-\uffef“”‘’]/

/** Pages without a program of VitePress in them: `src/finish` says what is made of them. */
export default defineConfigWithTheme<Omit<ThemeData, 'pages'>>({
  mpa: true,
  srcDir: '.cache/pages',
  outDir: '.cache/html',
  cacheDir: '.cache/vite',
  title: 'nationec',
  lang: 'zh-CN',
  locales: { root: { label: '中文', lang: 'zh-CN' }, en: { label: 'English', lang: 'en' } },
  themeConfig: theme,
  transformPageData: ({ relativePath }) => ({ frontmatter: pages[relativePath] ?? {} }),
  markdown: {
    // A page names things like `<path>`; none brings HTML of its own.
    html: false,
    linkify: false,
    theme: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' },
    anchor: { slugify: slugOf },
    config(markdown) {
      // The end of a line in Chinese text is no blank.
      markdown.renderer.rules.softbreak = (tokens, index) => {
        const [before = '', after = ''] = [tokens[index - 1]?.content, tokens[index + 1]?.content]
        return HAN.test(before.slice(-1)) && HAN.test(after.slice(0, 1)) ? '' : '\n'
      }
      const { fence } = markdown.renderer.rules
      markdown.renderer.rules.fence = (tokens, index, ...rest) => {
        const token = tokens[index]
        if (token?.info.trim() === 'mermaid') return pictureOf(token.content)
        return fence?.(tokens, index, ...rest) ?? ''
      }
    },
  },
})
