/**
 * `npm pack`: puts the C sources into the package, so that `nationec simulate dll` can build them anywhere. With
 * `--remove` they go again: a checkout must not be built from a copy that has grown old.
 */
import { cpSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const from = fileURLToPath(new URL('../../native/', import.meta.url))
const to = fileURLToPath(new URL('./native/source/', import.meta.url))

rmSync(to, { recursive: true, force: true })
const parts = process.argv.includes('--remove')
  ? []
  : ['build.mjs', 'build', 'host', 'nationec', 'hashes.json', 'README.md']
for (const part of parts) {
  cpSync(`${from}${part}`, `${to}${part}`, { recursive: true })
}
