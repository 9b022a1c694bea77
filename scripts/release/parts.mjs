import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { lockedPackage, unpackPackage } from '../package/locked-package.mjs'
import { cacheFolder, packageFolder, root } from '../tools.mjs'
import { filesBelow } from '../workspaces.mjs'
import { bundle } from './bundle.mjs'

/** @typedef {import('./packed.mjs').Item} Item */
/** @typedef {import('./targets.mjs').ReleaseTarget} ReleaseTarget */

/**
 * A part of the release.
 *
 * @typedef {object} Part
 * @property {ReadonlyMap<string, Item>} files
 * @property {readonly string[]} inputs absolute paths of the files that it was made of
 */

export const FILE = 0o644
export const PROGRAM = 0o755

/** The agent as one file, beside it the script of hosts on koffi where there is no native one. @param {ReleaseTarget} target @returns {Promise<Part>} */
export async function agentPart({ koffi }) {
  const agent = await bundle({
    folder: join(root, 'apps/agent'),
    code: [
      "import process from 'node:process'",
      "import { runProgram } from './src/program.ts'",
      "const here = new URL('./', import.meta.url)",
      "const parts = { command: 'nationec-agent', pages: here, release: here }",
      'process.exit(await runProgram(process.argv.slice(2), parts))',
    ].join('\n'),
    external: ['koffi', 'serialport'],
  })
  const files = new Map([['agent.mjs', { bytes: agent.code, mode: FILE }]])
  if (koffi === undefined) return { files, inputs: agent.inputs }
  // Where the package of the transport looks for it: below the nearest package.json.
  const host = await bundle({
    folder: join(root, 'packages/transport-dll-ffi'),
    code: "import './src/koffi-host.ts'",
    external: ['koffi'],
  })
  files.set('dist/koffi-host.js', { bytes: host.code, mode: FILE })
  return { files, inputs: [...agent.inputs, ...host.inputs] }
}

/** Node's own binary, to the byte as its publisher signed it, with its licence. @param {ReleaseTarget} target @returns {Part} */
export function nodePart({ node, nodeFile, program }) {
  const bytes = readFileSync(join(fetchedPackage(node), nodeFile))
  // The package for Windows brings the binary alone; it is the same version.
  const licence = readFileSync(join(fetchedPackage('node24-linux-x64'), 'LICENSE'))
  return {
    files: new Map([
      [program, { bytes, mode: PROGRAM }],
      ['NODE-LICENSE.txt', { bytes: licence, mode: FILE }],
    ]),
    inputs: [],
  }
}

/** What has to stay a file of its own: native code, found beside the script that loads it. @param {ReleaseTarget} target @returns {Promise<Part>} */
export async function nativePart({ name, hosts, koffi }) {
  /** @type {Map<string, Item>} */
  const files = new Map()
  for (const host of hosts) {
    const path = `native/${host}/nationec-host.exe`
    files.set(path, { bytes: readFileSync(join(root, 'packages/transport-dll-ffi', path)), mode: PROGRAM })
  }
  if (koffi !== undefined) return koffiPart(koffi)
  // Linux opens its ports by stty; Windows has no such program.
  const bindings = requiredFolder('@serialport/bindings-cpp')
  const script = await bundle({
    folder: requiredFolder('serialport'),
    code: "export { SerialPort } from './dist/index.js'",
    format: 'cjs',
  })
  const home = 'node_modules/serialport'
  const prebuilt = `prebuilds/${name.replace('win', 'win32')}`
  const [binary] = ['node.napi.node', '@serialport+bindings-cpp.node'].filter((file) =>
    existsSync(join(bindings, prebuilt, file)),
  )
  if (binary === undefined) throw new Error(`@serialport/bindings-cpp brings no ${prebuilt}`)
  files.set(`${home}/package.json`, text(JSON.stringify({ name: 'serialport', main: 'dist/index.js' })))
  files.set(`${home}/dist/index.js`, { bytes: script.code, mode: FILE })
  files.set(`${home}/${prebuilt}/${binary}`, { bytes: readFileSync(join(bindings, prebuilt, binary)), mode: FILE })
  return { files, inputs: script.inputs }
}

/** @param {string} binary the package of koffi's own for this system @returns {Part} */
function koffiPart(binary) {
  const script = requiredFolder('koffi')
  const native = fetchedPackage(binary)
  const machine = binary.replace('@koromix/koffi-', '').replace('-', '_')
  const taken = [
    ...filesBelow(script, '', (file) =>
      /^(package\.json|index\.c?js|src\/koffi\/[^/]+\.c?js|src\/koffi\/src\/[^/]+\.c?js)$/.test(file),
    ).map((file) => ({ from: join(script, file), to: `node_modules/koffi/${file}` })),
    ...['package.json', 'index.js', `${machine}/koffi.node`].map((file) => ({
      from: join(native, file),
      to: `node_modules/${binary}/${file}`,
    })),
  ]
  return {
    files: new Map(taken.map(({ from, to }) => [to, { bytes: readFileSync(from), mode: FILE }])),
    inputs: taken.map(({ from }) => from),
  }
}

/** @param {string} content @returns {Item} */
export const text = (content) => ({ bytes: Buffer.from(content), mode: FILE })

/** @param {string} name */
function requiredFolder(name) {
  const folder = packageFolder(name)
  if (folder === undefined)
    throw new Error(`${name} is not installed: npm run setup / 未安装 ${name}，请执行 npm run setup`)
  return folder
}

/** A package that is installed, or fetched aside because it is for another system. @param {string} name */
function fetchedPackage(name) {
  const installed = packageFolder(name)
  if (installed !== undefined) return installed
  const locked = lockedPackage(name)
  const folder = join(cacheFolder, 'release', 'packages', `${locked.name.replace('/', '-')}-${locked.version}`)
  if (existsSync(folder)) return folder
  // Put in its place whole: another process may look for it at the same moment.
  const aside = `${folder}.${process.pid}`
  unpackPackage(locked, aside)
  try {
    renameSync(aside, folder)
  } catch (error) {
    if (!existsSync(folder)) throw error
    rmSync(aside, { recursive: true, force: true })
  }
  return folder
}
