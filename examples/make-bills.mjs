// Writes the example bills: node examples/make-bills.mjs. Seeded, so that the same files come out every time.
import { writeFileSync } from 'node:fs'
import { hosOutpatient } from './source/hos-bill.mjs'
import { outpatient, pharmacy } from './source/upload-bills.mjs'

const bills = {
  'outpatient-200-lines': outpatient(200, 2021, '20250310093015', '2025-03-10 09:30:15'),
  'outpatient-5-lines': outpatient(5, 115, '20250310101530', '2025-03-10 10:15:30'),
  pharmacy: pharmacy(),
  'hos-outpatient': hosOutpatient(),
}

for (const [name, body] of Object.entries(bills)) {
  writeFileSync(new URL(`${name}.json`, import.meta.url), `${JSON.stringify(body, null, 2)}\n`)
}
