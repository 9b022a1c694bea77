/**
 * The first half of `npm run docs`: writes the reference pages out of the same data that the code runs on. A test compares what stands in
 * the repository with what this would write.
 */
import { writeFileSync } from 'node:fs'
import { pages } from './pages.ts'

for (const { file, text } of await pages()) {
  writeFileSync(new URL(`../../${file}`, import.meta.url), text)
  console.log(`docs: ${file}`)
}
