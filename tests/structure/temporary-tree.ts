import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** A folder of files for as long as `use` runs: values that are not text are written as JSON. */
export function withTree<T>(files: Readonly<Record<string, unknown>>, use: (top: string) => T): T {
  const top = mkdtempSync(join(realpathSync(tmpdir()), 'nationec-'))
  try {
    for (const [file, content] of Object.entries(files)) {
      mkdirSync(dirname(join(top, file)), { recursive: true })
      writeFileSync(join(top, file), typeof content === 'string' ? content : JSON.stringify(content))
    }
    return use(top)
  } finally {
    rmSync(top, { recursive: true, force: true })
  }
}

/** The root package.json of such a tree. */
export const WORKSPACES = { name: 'tree', workspaces: ['packages/*', 'apps/*'] }
