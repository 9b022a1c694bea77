import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { oldScript } from '../package/old-script.mjs'
import { run } from '../run.mjs'
import { cacheFolder, plainText, root, tool, toolEnvironment } from '../tools.mjs'
import { filesBelow } from '../workspaces.mjs'
import { FILE, text } from './parts.mjs'

/** @typedef {import('./packed.mjs').Item} Item */

/**
 * The console, the script for old pages, and the documents. A release without its console is none: the agent would serve a
 * plain page in its place, with status 200.
 *
 * @returns {Promise<{ files: ReadonlyMap<string, Item>, missing: string[], consoleNotices: string }>} `missing`: what
 *   could be in it and is not
 */
export async function pagesPart() {
  const console = await builtConsole()
  const pages = below(console, 'console').filter(({ to }) => !/\.(map|gz)$/.test(to))
  if (!pages.some(({ to }) => to === 'console/index.html')) throw new Error('no console / 没有控制台页面')
  const documents = below(join(root, 'docs'), 'docs').filter(({ to }) =>
    /^docs\/([^/]+|reference\/[^/]+)\.md$/.test(to),
  )
  const site = below(join(root, '.cache/docs-site'), 'docs/site')
  /** @type {Map<string, Item>} */
  const files = new Map(
    [...pages, ...documents, ...site].map(({ from, to }) => [to, { bytes: readFileSync(from), mode: FILE }]),
  )
  files.set('sdk/nation-ec-trans.js', text(await oldScript(join(root, 'packages/browser/src/nation-ec-trans.ts'))))
  const consoleNotices = readFileSync(join(console, 'THIRD-PARTY-NOTICES.txt'), 'utf8')
  return { files, missing: site.length === 0 ? ['docs/site'] : [], consoleNotices }
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

/** @param {string} folder @param {string} to */
function below(folder, to) {
  return filesBelow(folder, '', () => true).map((file) => ({ from: join(folder, file), to: `${to}/${file}` }))
}
