/**
 * Makes the checkout ready: installs what the lock file names. Nothing is built: development runs the sources. Safe to
 * run at any time, in several processes too.
 */
import './setup/require-node.mjs'
import { mkdirSync, realpathSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { seconds } from './run.mjs'
import { build } from './setup/build.mjs'
import { forwardToSources } from './setup/forward.mjs'
import { install } from './setup/install.mjs'
import { isInstalled } from './setup/installed.mjs'
import { withLock } from './setup/lock.mjs'
import { SetupError } from './setup/setup-error.mjs'
import { cacheFolder, machineNode, root, ToolMissing, toolNode } from './tools.mjs'

/**
 * Installs, with a line for each step. If something fails it says what to do.
 *
 * @param {{ build?: boolean }} [options] `build`: the packages as they are published too
 * @returns {Promise<boolean>} whether the checkout is ready
 */
export async function setup({ build: withBuild = false } = {}) {
  try {
    await withLock(join(cacheFolder, 'setup.lock'), () => makeReady(withBuild), {
      onWait: () => console.log('setup: another process is setting up this checkout, waiting'),
    })
    return true
  } catch (error) {
    if (!(error instanceof SetupError) && !(error instanceof ToolMissing)) throw error
    if (error instanceof SetupError) printLog(error.output)
    console.error(`\n${error.message}`)
    return false
  }
}

/** @param {boolean} withBuild */
async function makeReady(withBuild) {
  if (!isInstalled()) await step('install packages (npm ci, the first time about half a minute)', install)
  toolNode() // explains itself on a platform for which there is none
  forwardToSources(root)
  if (withBuild) await step('build', build)
}

/**
 * @param {string} title
 * @param {() => Promise<string | void>} work
 */
async function step(title, work) {
  const started = performance.now()
  process.stdout.write(`setup: ${title} ... `)
  const signsOfLife = setInterval(() => process.stdout.write('. '), 10_000)
  try {
    const remark = await work()
    process.stdout.write(`${seconds(performance.now() - started)}${remark ? ` (${remark})` : ''}\n`)
  } catch (error) {
    process.stdout.write('failed\n')
    throw error
  } finally {
    clearInterval(signsOfLife)
  }
}

/** @param {string} output */
function printLog(output) {
  const file = join(cacheFolder, 'setup.log')
  mkdirSync(cacheFolder, { recursive: true })
  writeFileSync(file, output)
  // The tools run on our Node, also when npm finds that of the machine good enough.
  const lines = output
    .trimEnd()
    .split('\n')
    .filter((line) => !line.startsWith('npm warn EBADENGINE'))
  const last = lines.slice(-60)
  console.error(last.join('\n'))
  if (last.length < lines.length) console.error(`(the last ${last.length} lines; all of them in ${file})`)
}

if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  if (!(await setup())) process.exit(1)
  console.log(
    `setup: ready in ${root} (tools run on Node ${toolNode().version}, this machine has ${machineNode().version})`,
  )
}
