/** `npm run new:transport -- MEDIUM`: a package of this repository whose author fills in `open`, `send` and `close`. */
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { namesOf, type TransportNames } from '../../apps/cli/src/commands/new/template/names.ts'
import { workspacePackage } from '../../apps/cli/src/commands/new/template/workspace.ts'
import { run } from '../run.mjs'
import { npm, root, tool } from '../tools.mjs'
import { rowsOf, withRow } from './rows.ts'

/** A transport with every file that a package of the repository has. */
const NEIGHBOUR = 'packages/transport-mock'

const [medium = ''] = process.argv.slice(2)
const names = namesOf(medium)
if (names === undefined) {
  fail('usage: npm run new:transport -- MEDIUM; a medium is 1 to 40 lower-case letters, digits and dashes: usb-hid')
} else if (existsSync(join(root, `packages/transport-${medium}`))) {
  fail(`packages/transport-${medium} is there already`)
} else {
  writePackage(names)
  await format(`packages/transport-${medium}`)
  await lock()
  console.log(nextSteps(names))
}

function writePackage(of: TransportNames): void {
  const folder = `packages/transport-${of.medium}`
  for (const { path, content } of workspacePackage(of, JSON.parse(read(`${NEIGHBOUR}/package.json`)))) {
    write(`${folder}/${path}`, content)
  }
  copyFileSync(join(root, NEIGHBOUR, 'LICENSE'), join(root, folder, 'LICENSE'))
  console.log(`${folder}/LICENSE`)
  const change = `---\n"@nationec/transport-${of.medium}": minor\n---\n\nA transport over ${of.medium}.\n`
  write(`.changeset/first-transport-${of.medium}.md`, change)
  for (const { page, row } of rowsOf(of)) write(page, withRow(page, read(page), row))
}

/** A long name breaks lines elsewhere than a short one. */
async function format(folder: string): Promise<void> {
  const { command, args } = tool('biome')
  await run(command, [...args, 'check', '--write', '--vcs-enabled=false', folder], { cwd: root })
}

/** The lock file must know every package. Nothing is downloaded: the package depends on what is there. */
async function lock(): Promise<void> {
  const { command, args } = npm()
  const options = ['install', '--package-lock-only', '--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund']
  const { code, output } = await run(command, [...args, ...options], { cwd: root })
  if (code === 0) console.log('package-lock.json')
  else console.error(`${output}\npackage-lock.json is not up to date: run \`npm install\` before \`npm test\`.`)
}

function write(file: string, content: string): void {
  mkdirSync(dirname(join(root, file)), { recursive: true })
  writeFileSync(join(root, file), content)
  console.log(file)
}

function read(file: string): string {
  return readFileSync(join(root, file), 'utf8')
}

function fail(message: string): void {
  console.error(message)
  process.exitCode = 2
}

function nextSteps({ medium: of, file }: TransportNames): string {
  return `
Next:
  1. npm run setup                             links the package into node_modules
  2. packages/transport-${of}/src/${file}.ts   write \`openDevice\`
  3. packages/transport-${of}/src/conformance.test.ts   write \`startFarEnd\`, skip with reasons
  4. npm test -- packages/transport-${of}
  5. say in docs/transports.md when to use it
docs/writing-a-transport.md has the rules.`
}
