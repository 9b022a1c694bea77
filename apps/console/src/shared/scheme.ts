import { ref } from 'vue'

/** How the page looks: as the system says, or as the cashier has chosen. */
export type Scheme = 'auto' | 'light' | 'dark'

const STORED = 'nationec:scheme'
const ORDER: readonly Scheme[] = ['auto', 'light', 'dark']
const dark = matchMedia('(prefers-color-scheme: dark)')
const kept = ORDER.find((scheme) => scheme === localStorage.getItem(STORED))

export const scheme = ref<Scheme>(kept ?? 'auto')

export function showScheme(): void {
  const shown = scheme.value === 'auto' ? (dark.matches ? 'dark' : 'light') : scheme.value
  document.documentElement.dataset['scheme'] = shown
}
dark.addEventListener('change', showScheme)

export function nextScheme(): void {
  scheme.value = ORDER[(ORDER.indexOf(scheme.value) + 1) % ORDER.length] ?? 'auto'
  localStorage.setItem(STORED, scheme.value)
  showScheme()
}
