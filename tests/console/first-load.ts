import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** Bytes of a built console that a browser loads at once, as they are served: the page, its scripts and its styles. */
export function firstBytes(folder: string): number {
  const page = readFileSync(join(folder, 'index.html'), 'utf8')
  const files = [...page.matchAll(/(?:src|href)="\.?\/([^"]+\.(?:js|css))"/g)].map(([, file = '']) => file)
  return ['index.html', ...files].reduce((sum, file) => sum + statSync(join(folder, `${file}.gz`)).size, 0)
}
