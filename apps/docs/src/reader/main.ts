/** What a page does besides being read. It is a plain script: a browser loads no module from a file. */
import { startScheme } from './scheme.ts'
import { startSearch } from './search.ts'

const top = (document.currentScript as HTMLScriptElement | null)?.dataset['top'] ?? './'
const field = document.querySelector<HTMLInputElement>('#search')
const list = document.querySelector<HTMLUListElement>('#found')
const button = document.querySelector<HTMLButtonElement>('#scheme')
if (button !== null) startScheme(button)
if (field !== null && list !== null) {
  field.closest<HTMLElement>('.search')?.removeAttribute('hidden')
  startSearch(field, list, top)
}
// On a wide screen the menu stands beside the text.
const fold = document.querySelector<HTMLDetailsElement>('.menu-fold')
if (fold !== null && matchMedia('(min-width: 60rem)').matches) fold.open = true
