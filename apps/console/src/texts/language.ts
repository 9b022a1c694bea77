import { computed } from 'vue'
import { createI18n } from 'vue-i18n'
import { en } from './en.ts'
import { zh } from './zh.ts'

/** The languages of the page; Chinese first. */
export type Language = 'zh' | 'en'

const STORED = 'nationec:language'

export const i18n = createI18n({
  legacy: false,
  locale: localStorage.getItem(STORED) === 'en' ? 'en' : 'zh',
  fallbackLocale: 'zh',
  messages: { zh, en },
})

/** The language of the page. */
const language = computed<Language>(() => (i18n.global.locale.value === 'en' ? 'en' : 'zh'))

/** The document says it too: a screen reader and the window's list of tabs read it there. */
export function showLanguage(): void {
  document.documentElement.lang = language.value === 'zh' ? 'zh-CN' : 'en'
  document.title = i18n.global.t('title')
}

/** Speaks the other language, now and next time. */
export function switchLanguage(): void {
  const next = language.value === 'zh' ? 'en' : 'zh'
  i18n.global.locale.value = next
  localStorage.setItem(STORED, next)
  showLanguage()
}
