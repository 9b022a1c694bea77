/**
 * `npm run dev`: runs the tests beside each file that is saved, on the sources.
 *
 * `npm run dev -- FILE…` runs these test files instead, whenever they or what they import change.
 */
import './setup/require-node.mjs'
import { watch } from 'node:fs'
import { join } from 'node:path'
import { testsBeside } from './dev/tests-beside.mjs'
import { runHere } from './run.mjs'
import { setup } from './setup.mjs'
import { root, toolEnvironment, toolNode } from './tools.mjs'
import { workspaces } from './workspaces.mjs'

/** Editors write a file in several steps. */
const QUIET_MS = 80

const files = process.argv.slice(2)
if (!(await setup())) process.exit(1)
if (files.length > 0) process.exitCode = await test(['--watch', ...files])
else watchSources()

/** @param {readonly string[]} args */
function test(args) {
  const options = ['--conditions=@nationec/source', '--test', '--test-reporter=spec']
  return runHere(toolNode().path, [...options, ...args], { cwd: root, env: toolEnvironment() })
}

function watchSources() {
  const folders = [...workspaces().map(({ folder }) => `${folder}/src`), 'tests']
  /** @type {Set<string>} */
  const changed = new Set()
  let timer = setTimeout(() => {}, 0)
  for (const folder of folders) {
    watch(join(root, folder), { recursive: true }, (_, name) => {
      if (name === null) return
      changed.add(`${folder}/${name.replaceAll('\\', '/')}`)
      clearTimeout(timer)
      timer = setTimeout(next, QUIET_MS)
    })
  }
  let running = false
  async function next() {
    if (running) return
    running = true
    while (changed.size > 0) {
      const saved = [...changed]
      changed.clear()
      const tests = [...new Set(saved.flatMap((file) => testsBeside(root, file)))]
      if (tests.length === 0) continue
      console.log(`\n${saved.join(', ')}: ${tests.length === 1 ? tests[0] : `${tests.length} test files`}`)
      await test(tests)
    }
    running = false
  }
  console.log(`waiting for a saved file in ${folders.length} folders; Ctrl+C ends 等待文件保存，按 Ctrl+C 结束`)
}
