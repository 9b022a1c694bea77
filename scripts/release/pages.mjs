import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { oldScript } from '../package/old-script.mjs'
import { run } from '../run.mjs'
import { withLock } from '../setup/lock.mjs'
import { cacheFolder, plainText, root, tool, toolEnvironment } from '../tools.mjs'
import { filesBelow } from '../workspaces.mjs'
import { FILE, text } from './parts.mjs'

/** @typedef {import('./packed.mjs').Item} Item */

/**
 * The console, the site of the documents, and the script for old pages. A release without its console is none: the agent would
 * serve a plain page in its place, with status 200.
 *
 * @param {{ site?: boolean }} [options] `site`: without the documents, for tests that do not look at them
 * @returns {Promise<{ files: ReadonlyMap<string, Item>, consoleNotices: string }>}
 */
export async function pagesPart({ site = true } = {}) {
  const console = await builtConsole()
  const pages = below(console, 'console')
  requirePage(pages, 'console/index.html')
  const documents = site ? await withLock(join(cacheFolder, 'site.lock'), builtSite) : []
  if (site) requirePage(documents, 'docs/index.html')
  /** @type {Map<string, Item>} */
  const files = new Map([...pages, ...documents].map(({ to, bytes }) => [to, { bytes, mode: FILE }]))
  files.set('sdk/nation-ec-trans.js', text(await oldScript(join(root, 'packages/browser/src/nation-ec-trans.ts'))))
  return { files, consoleNotices: readFileSync(join(console, 'THIRD-PARTY-NOTICES.txt'), 'utf8') }
}

/** @param {readonly { to: string }[]} pages @param {string} needed */
function requirePage(pages, needed) {
  if (!pages.some(({ to }) => to === needed)) throw new Error(`no ${needed} / 没有 ${needed}`)
}

/** The site, read before another process builds it anew in the same place. */
async function builtSite() {
  const { command, args } = tool('node')
  const { code, output } = await run(command, [...args, 'apps/docs/src/build.ts'], {
    cwd: root,
    env: toolEnvironment(plainText),
  })
  if (code !== 0) throw new Error(`the site was not built / 文档站点构建失败\n${output}`)
  return below(join(root, 'apps/docs/dist'), 'docs')
}

/** Its folder. It is built from the sources each time: ten seconds, and never yesterday's page. */
async function builtConsole() {
  const folder = join(cacheFolder, 'release', `console-${process.pid}`)
  rmSync(folder, { recursive: true, force: true })
  const { command, args } = tool('vite')
  const words = ['build', 'apps/console', '--config', 'apps/console/vite.config.ts', '--outDir', folder]
  const { code, output } = await run(command, [...args, ...words], { cwd: root, env: toolEnvironment(plainText) })
  if (code !== 0) throw new Error(`the console was not built / 控制台构建失败\n${output}`)
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Without the maps, and without what lies there compressed: an archive packs it anyway. @param {string} folder @param {string} to */
function below(folder, to) {
  return filesBelow(folder, '', (file) => !/\.(map|gz)$/.test(file)).map((file) => ({
    to: `${to}/${file}`,
    bytes: readFileSync(join(folder, file)),
  }))
}
