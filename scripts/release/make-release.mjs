import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { thirdPartyNotices } from '../package/third-party-notices.mjs'
import { root } from '../tools.mjs'
import { launcherOf } from './launcher.mjs'
import { pagesPart } from './pages.mjs'
import { agentPart, FILE, nativePart, nodePart, text } from './parts.mjs'
import { billOfMaterials } from './sbom.mjs'
import { tarballOf } from './tar.mjs'
import { zipOf } from './zip.mjs'

/** @typedef {import('./packed.mjs').Item} Item */
/** @typedef {import('./targets.mjs').ReleaseTarget} ReleaseTarget */

/**
 * Makes the archive of one system from the build.
 *
 * @param {ReleaseTarget} target
 * @param {{ out: string, pages: Awaited<ReturnType<typeof pagesPart>> }} parts `out`: the folder for it
 * @returns {Promise<{ name: string, version: string, size: number, sha256: string }>}
 */
export async function makeRelease(target, { out, pages }) {
  const { version } = JSON.parse(readFileSync(join(root, 'apps/agent/package.json'), 'utf8'))
  const time = commitTime()
  const name = `nationec-agent-${version}-${target.name}`
  const files = await contentsOf(target, { version, time, pages })
  const inFolder = new Map([...files].map(([path, item]) => [`${name}/${path}`, item]))
  const bytes = target.archive === 'zip' ? zipOf(inFolder, time) : tarballOf(inFolder, time)
  mkdirSync(out, { recursive: true })
  writeFileSync(join(out, `${name}.${target.archive}`), bytes)
  return { name: `${name}.${target.archive}`, version, size: bytes.length, sha256: sha256(bytes) }
}

/**
 * Every file of a release by its path, sorted.
 *
 * @param {ReleaseTarget} target
 * @param {{ version: string, time: Date, pages: Awaited<ReturnType<typeof pagesPart>> }} facts
 */
export async function contentsOf(target, { version, time, pages }) {
  const [agent, native, node] = [await agentPart(target), await nativePart(target), nodePart(target)]
  const inputs = [...agent.inputs, ...native.inputs]
  const nodeBinary = node.files.get(target.program)?.bytes ?? new Uint8Array()
  const manifest = {
    name: 'nationec-agent',
    version,
    type: 'module',
    private: true,
    license: 'Apache-2.0',
    target: target.name,
  }
  const files = new Map([
    ...[agent, native, node, pages].flatMap((part) => [...part.files]),
    ...launcherOf(target),
    ['package.json', text(`${JSON.stringify(manifest, undefined, 2)}\n`)],
    ['LICENSE', { bytes: readFileSync(join(root, 'LICENSE')), mode: FILE }],
    ['THIRD-PARTY-NOTICES.txt', text(notices(target, inputs))],
    [
      'sbom.cdx.json',
      text(
        billOfMaterials({
          version,
          time,
          target,
          nodeBinary,
          inputs: [...inputs, ...consoleInputs(pages.consoleNotices)],
        }),
      ),
    ],
  ])
  return withSums(files)
}

/** Sorted, with the list of their SHA-256 among them. @param {ReadonlyMap<string, Item>} files */
export function withSums(files) {
  const sorted = new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)))
  const sums = [...sorted].map(([path, { bytes }]) => `${sha256(bytes)}  ${path}\n`).join('')
  return sorted.set('SHA256SUMS', text(sums))
}

/** @param {ReleaseTarget} target @param {readonly string[]} inputs */
function notices({ hosts }, inputs) {
  const windows = hosts.length === 0 ? '' : readFileSync(join(root, 'native/THIRD-PARTY-NOTICES.txt'), 'utf8')
  const node = 'Node.js: NODE-LICENSE.txt. console/: console/THIRD-PARTY-NOTICES.txt.\n\n'
  return `${node}${thirdPartyNotices(inputs)}${windows === '' ? '' : `\n${'='.repeat(80)}\n\n${windows}`}`
}

/** The packages that the console's own notices name. @param {string} notices @returns {string[]} */
function consoleInputs(notices) {
  return [...notices.matchAll(/^-{80}\n\n(\S+) \S+$/gm)].map(([, name]) =>
    join(root, 'node_modules', name ?? '', 'package.json'),
  )
}

/** The time of the commit: a release is of a commit, and its bytes are too. */
function commitTime() {
  const given = process.env['SOURCE_DATE_EPOCH']
  const seconds =
    given ?? spawnSync('git', ['log', '-1', '--format=%ct'], { cwd: root, encoding: 'utf8' }).stdout.trim()
  if (!/^\d+$/.test(seconds))
    throw new Error('neither a git checkout nor SOURCE_DATE_EPOCH / 既非 git 检出，也未设置 SOURCE_DATE_EPOCH')
  return new Date(Number(seconds) * 1000)
}

/** @param {Uint8Array} bytes */
const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex')
