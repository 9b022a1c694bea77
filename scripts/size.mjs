/**
 * `npm run size`: what a page or a program carries for one import, against its limit. Fails with the names of those that
 * are over it.
 */
import './setup/require-node.mjs'
import { setup } from './setup.mjs'

if (!(await setup({ build: true }))) process.exit(1)
// Not before the set-up: it installs esbuild.
const { LIMITS, sizeOf } = await import('./size/measure.mjs')

const over = []
for (const entry of LIMITS) {
  const size = await sizeOf(entry)
  const fits = size <= entry.limit
  if (!fits) over.push(entry.name)
  const figures = `${size.toFixed(1).padStart(6)} KB of ${String(entry.limit).padStart(3)}`
  console.log(`size: ${entry.name.padEnd(8)}${figures}${fits ? '' : '  OVER THE LIMIT'}`)
}
if (over.length > 0) {
  console.error(`size: over the limit: ${over.join(', ')} (docs/decisions/0019-sizes.md)`)
  process.exitCode = 1
}
