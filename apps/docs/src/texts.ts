import type { Language } from './pages.ts'

/** What stands around a page. */
export interface Texts {
  readonly search: string
  readonly found: string
  readonly none: string
  readonly language: string
  readonly scheme: string
  readonly menu: string
  readonly outline: string
  readonly skip: string
  readonly markdown: string
}

export const TEXTS: Readonly<Record<Language, Texts>> = {
  zh: {
    search: '搜索文档',
    found: '搜索结果',
    none: '没有找到相关内容',
    language: 'English',
    scheme: '深色／浅色',
    menu: '目录',
    outline: '本页内容',
    skip: '跳到正文',
    markdown: '本页的 Markdown 文本',
  },
  en: {
    search: 'Search the documents',
    found: 'Results',
    none: 'Nothing found',
    language: '中文',
    scheme: 'Dark/light',
    menu: 'Contents',
    outline: 'On this page',
    skip: 'To the text',
    markdown: 'This page as Markdown',
  },
}
