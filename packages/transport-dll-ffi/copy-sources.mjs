/** `npm pack`: puts the C sources into the package, so that `nationec simulate dll` can build them anywhere. */
import { cpSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const from = fileURLToPath(new URL('../../native/', import.meta.url))
const to = fileURLToPath(new URL('./native/source/', import.meta.url))

rmSync(to, { recursive: true, force: true })
for (const part of ['build.mjs', 'build', 'host', 'nationec', 'hashes.json', 'README.md']) {
  cpSync(`${from}${part}`, `${to}${part}`, { recursive: true })
}
