import { readFileSync } from 'node:fs'
import { specificationPages, withParts } from '../../packages/transport-serial/src/fixtures/specification/parts.ts'
import type { Page } from './pages.ts'

/** The pages of the serial link: written by hand but for the tables and vectors that the code makes. */
export function specificationTexts(): Page[] {
  return Object.entries(specificationPages).map(([file, parts]) => {
    const page = readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8').replaceAll('\r\n', '\n')
    return { file, text: withParts(page, parts) }
  })
}
