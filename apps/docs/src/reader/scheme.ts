const KEPT = 'nationec-docs-scheme'

/** Dark or light as the reader chose, or as the system says. */
export function startScheme(button: HTMLButtonElement): void {
  const { dataset } = document.documentElement
  const kept = read()
  if (kept !== null) dataset['scheme'] = kept
  button.hidden = false
  button.addEventListener('click', () => {
    const dark =
      dataset['scheme'] === undefined
        ? matchMedia('(prefers-color-scheme: dark)').matches
        : dataset['scheme'] === 'dark'
    dataset['scheme'] = dark ? 'light' : 'dark'
    try {
      localStorage.setItem(KEPT, dataset['scheme'])
    } catch {
      // A browser that keeps nothing for files still shows the choice on this page.
    }
  })
}

function read(): string | null {
  try {
    return localStorage.getItem(KEPT)
  } catch {
    return null
  }
}
