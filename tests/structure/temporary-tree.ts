import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** A folder of files, until `remove` is called: values that are not text are written as JSON. */
export function makeTree(files: Readonly<Record<string, unknown>>): { readonly top: string; remove(): void } {
  const top = mkdtempSync(join(realpathSync(tmpdir()), 'nationec-'))
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(dirname(join(top, file)), { recursive: true })
    writeFileSync(join(top, file), typeof content === 'string' ? content : JSON.stringify(content))
  }
  return { top, remove: () => rmSync(top, { recursive: true, force: true }) }
}

/** Such a folder for as long as `use` runs. */
export function withTree<T>(files: Readonly<Record<string, unknown>>, use: (top: string) => T): T {
  const { top, remove } = makeTree(files)
  try {
    return use(top)
  } finally {
    remove()
  }
}

/** The root package.json of such a tree. */
export const WORKSPACES = { name: 'tree', workspaces: ['packages/*', 'apps/*'] }
