/**
 * `npm run bench [-- group…]`: runs the bench files one after another on Node 24 and prints their results together.
 * A group is a package folder (`protocol`), the name of a bench file (`startup`), or `tests` for the repository itself.
 */
import './setup/require-node.mjs'
import { basename } from 'node:path'
import { run } from './run.mjs'
import { setup } from './setup.mjs'
import { root, toolEnvironment, toolNode } from './tools.mjs'
import { filesBelow, workspaces } from './workspaces.mjs'

const groups = process.argv.slice(2)
const all = [...workspaces().map(({ folder }) => folder), 'tests'].flatMap((folder) =>
  filesBelow(root, `${folder}/bench`, (file) => /\.bench\.(ts|mjs)$/.test(file)).map((file) => ({
    file,
    names: [basename(folder), basename(file).replace(/\.bench\.(ts|mjs)$/, '')],
  })),
)
const chosen = all.filter(({ names }) => groups.length === 0 || names.some((name) => groups.includes(name)))
if (chosen.length === 0) {
  console.error(
    `no bench for ${groups.join(' ')}; groups: ${[...new Set(all.flatMap(({ names }) => names))].join(', ')}`,
  )
  process.exit(1)
}

if (!(await setup())) process.exit(1)
console.log(`bench: Node ${toolNode().version}`)

/** @type {string[]} */
const results = []
for (const { file } of chosen) {
  console.log(`bench: ${file}`)
  const { code, output } = await run(toolNode().path, ['--expose-gc', file], {
    cwd: root,
    env: toolEnvironment(),
    onText: (text) => process.stdout.write(text),
  })
  results.push(...output.split('\n').filter((line) => line.startsWith('BENCH ')))
  if (code !== 0) {
    console.error(`bench: ${file} failed`)
    process.exitCode = 1
  }
}

console.log(`\n${results.join('\n')}`)
