import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { workspaces } from '../workspaces.mjs'

const STAMP =
  '// Leads to the sources: the checkout holds no build (docs/decisions/0016-development-runs-the-sources.md).\n'

/**
 * Makes `dist` of every package lead to its sources, so that a program that does not know the condition
 * `@nationec/source` (plain `node --test FILE`, an editor's test button, a linked project) runs them too and never
 * yesterday's build.
 *
 * @param {string} top
 */
export function forwardToSources(top) {
  for (const { path } of workspaces(top)) {
    const dist = join(path, 'dist')
    const wanted = new Map(entriesOf(path).flatMap(filesOf))
    if ([...wanted].every(([file, text]) => textOf(join(dist, file)) === text)) continue
    // A build that was made here is as old as its sources were then.
    rmSync(dist, { recursive: true, force: true })
    mkdirSync(dist, { recursive: true })
    for (const [file, text] of wanted) writeFileSync(join(dist, file), text)
  }
}

/** The entries that the build recipe names. @param {string} path */
function entriesOf(path) {
  const file = join(path, 'tsup.config.ts')
  const recipe = existsSync(file) ? readFileSync(file, 'utf8') : ''
  const names = [...recipe.matchAll(/'?([\w-]+)'?: 'src\/\1\.ts'/g)].map(([, name = '']) => name)
  return names.filter((name) => existsSync(join(path, 'src', `${name}.ts`)))
}

/** @param {string} name @returns {[file: string, text: string][]} */
function filesOf(name) {
  return [
    [`${name}.js`, `${STAMP}export * from '../src/${name}.ts'\n`],
    [`${name}.cjs`, `${STAMP}module.exports = require('../src/${name}.ts')\n`],
  ]
}

/** @param {string} file */
const textOf = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : undefined)
