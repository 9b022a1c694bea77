import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import { report } from '../../../scripts/bench-kit.ts'
import { firstBytes } from '../../../tests/console/first-load.ts'

/** What a browser loads before the cashier can work, compressed as the agent gives it. */
const outDir = mkdtempSync(join(tmpdir(), 'console-'))
try {
  await build({
    configFile: new URL('../vite.config.ts', import.meta.url).pathname,
    configLoader: 'native',
    logLevel: 'error',
    build: { outDir },
  })
  report('console.first_kb', firstBytes(outDir) / 1024)
} finally {
  rmSync(outDir, { recursive: true, force: true })
}
