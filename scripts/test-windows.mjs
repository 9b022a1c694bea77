/**
 * `npm run test:windows`: the Windows programs of this repository, built by mingw-w64 and run by wine, from Linux.
 *
 * Fails where it cannot run, and says so where the kernel starts no 32-bit programs: silence would look like success. Needs root and Debian or Ubuntu; installs what is
 * missing. The first run takes about three minutes, later ones one.
 */
import './setup/require-node.mjs'
import { spawnSync } from 'node:child_process'
import process from 'node:process'
import { NO_32_BITS, runs32 } from '../native/build.mjs'
import { seconds } from './run.mjs'
import { setup } from './setup.mjs'
import { root, toolEnvironment } from './tools.mjs'

const COMPILERS = new Map([
  ['i686-w64-mingw32-gcc', 'gcc-mingw-w64-i686-win32'],
  ['x86_64-w64-mingw32-gcc', 'gcc-mingw-w64-x86-64-win32'],
])
const TARGETS = ['win32-ia32', 'win32-x64']

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @returns {number}
 */
function runIn(command, args) {
  const { status } = spawnSync(command, args, { cwd: root, env: toolEnvironment(), stdio: 'inherit' })
  return status ?? 1
}

function installCompilers() {
  const missing = [...COMPILERS].filter(
    ([program]) => spawnSync(program, ['--version'], { stdio: 'ignore' }).status !== 0,
  )
  if (missing.length === 0) return 0
  const packages = missing.map(([, name]) => name)
  console.log(`test:windows: installing ${packages.join(' ')}`)
  return (
    runIn('apt-get', ['update', '-qq']) ||
    runIn('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages])
  )
}

/** @param {string} target */
function testUnderWine(target) {
  if (target === 'win32-ia32' && !runs32()) {
    console.log(`test:windows: ${target} NOT RUN 未运行: ${NO_32_BITS}`)
    return 0
  }
  const started = performance.now()
  console.log(`test:windows: ${target}`)
  const code = runIn('sh', ['native/windows/run-under-wine.sh', target])
  console.log(`test:windows: ${target} ${code === 0 ? 'passed' : 'FAILED'} in ${seconds(performance.now() - started)}`)
  return code
}

process.exitCode = await main()

async function main() {
  if (!(await setup({ build: true }))) return 1
  if (process.platform !== 'linux') {
    console.error('test:windows runs on Linux only 仅支持在 Linux 上运行')
    return 1
  }
  return (
    installCompilers() ||
    runIn(process.execPath, ['native/build.mjs', ...TARGETS]) ||
    // Both, also when the first fails: one run tells everything.
    TARGETS.map(testUnderWine).reduce((worst, code) => worst || code)
  )
}
