import type { SearchText } from '../finish/search-texts.ts'
import { type Found, find } from './find.ts'

declare global {
  interface Window {
    /** What the script with the texts calls: a page that was opened as a file may load scripts and nothing else. */
    nationecSearch?: (texts: readonly SearchText[]) => void
  }
}

/** Gives the field of the page its work. @param top the way to the top of the site, `../` */
export function startSearch(field: HTMLInputElement, list: HTMLUListElement, top: string): void {
  let texts: readonly SearchText[] | undefined
  let chosen = -1
  let loading = false
  const load = (): void => {
    if (loading) return
    loading = true
    window.nationecSearch = (given) => {
      texts = given
      show()
    }
    const script = document.createElement('script')
    script.src = `${top}assets/search-${document.documentElement.lang === 'en' ? 'en' : 'zh'}.js`
    document.head.append(script)
  }
  const show = (): void => {
    const asked = field.value.trim()
    const found = texts === undefined ? [] : find(texts, asked)
    chosen = -1
    list.replaceChildren(...found.map((each, index) => rowOf(each, index, top)))
    if (found.length === 0 && texts !== undefined) list.append(emptyRow(list.dataset['none'] ?? ''))
    const open = asked !== '' && texts !== undefined
    list.hidden = !open
    field.setAttribute('aria-expanded', String(open))
    field.removeAttribute('aria-activedescendant')
  }
  const choose = (step: number): void => {
    const rows = [...list.querySelectorAll<HTMLElement>('[id]')]
    if (rows.length === 0) return
    rows[chosen]?.setAttribute('aria-selected', 'false')
    chosen = (chosen + step + rows.length) % rows.length
    const row = rows[chosen]
    row?.setAttribute('aria-selected', 'true')
    row?.scrollIntoView({ block: 'nearest' })
    field.setAttribute('aria-activedescendant', row?.id ?? '')
  }
  field.addEventListener('focus', load)
  field.addEventListener('input', () => {
    load()
    show()
  })
  field.addEventListener('keydown', (event) => {
    // The Enter that ends the input of Chinese characters chooses nothing.
    if (event.isComposing) return
    if (event.key === 'ArrowDown') choose(1)
    else if (event.key === 'ArrowUp') choose(chosen < 0 ? 0 : -1)
    else if (event.key === 'Enter') list.querySelectorAll<HTMLAnchorElement>('a')[Math.max(chosen, 0)]?.click()
    else if (event.key === 'Escape') field.value = ''
    else return
    event.preventDefault()
    if (event.key === 'Escape') show()
  })
  document.addEventListener('click', ({ target }) => {
    if (target instanceof Node && !list.contains(target) && target !== field) list.hidden = true
  })
  document.addEventListener('keydown', (event) => {
    const inField = event.target instanceof HTMLInputElement
    if (event.key !== '/' || inField || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    field.focus()
  })
}

function rowOf({ text: [address, page, heading], around }: Found, index: number, top: string): HTMLElement {
  const row = document.createElement('li')
  row.id = `found-${index}`
  row.setAttribute('role', 'option')
  row.setAttribute('aria-selected', 'false')
  const link = document.createElement('a')
  link.href = `${top}${address}`
  link.tabIndex = -1
  const title = document.createElement('strong')
  title.textContent = heading === '' ? page : `${page} › ${heading}`
  const mark = document.createElement('mark')
  mark.textContent = around[1]
  const line = document.createElement('span')
  line.append(around[0], mark, around[2])
  link.append(title, line)
  row.append(link)
  return row
}

function emptyRow(text: string): HTMLElement {
  const row = document.createElement('li')
  row.setAttribute('role', 'option')
  row.setAttribute('aria-selected', 'false')
  row.textContent = text
  return row
}
