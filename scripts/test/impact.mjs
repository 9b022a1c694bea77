import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { bun, cacheFolder, deno, root, toolNode } from '../tools.mjs'
import { trackedFiles } from '../tracked-files.mjs'
import { SOURCES } from './runtimes.mjs'

/**
 * @typedef {import('./test-files.mjs').TestFile} TestFile
 * @typedef {import('./steps.mjs').Step} Step
 */

const memory = join(cacheFolder, 'passed.json')

/** Modules by which a test can reach more than it imports: such a file counts as changed when anything has changed. */
const REACHING =
  /^(node:(fs|fs\/promises|child_process|worker_threads|module|test\/reporters|sqlite)|bun|koffi|serialport|playwright-core|esbuild)$/

/** Modules that hold nothing of the machine: what a test does with these alone depends on the engine of the runtime only. */
const ENGINE_ONLY =
  /^(node:(test|assert(\/strict)?|util|path|url|events|timers(\/promises)?|process)|(?!node:|bun$)[^.].*)$/

/**
 * Finds the test files that have passed with exactly what they would run now: their own code and all that it imports, the
 * lock file, the test runner and the runtime; for a file that reads files or starts programs, the whole checkout.
 *
 * @param {readonly TestFile[]} files
 * @returns {Promise<Impact>}
 *
 * @typedef {object} Impact
 * @property {(step: string, file: TestFile) => boolean} hasPassed
 * @property {(file: TestFile) => boolean} touchesMachine whether it imports files, sockets, programs and the like
 * @property {(step: string, files: readonly TestFile[]) => void} remember keeps that they have passed, when all of them did
 */
export async function readImpact(files) {
  const { keys, touching } = await keysOf(files)
  /** @type {Record<string, string>} */
  const passed = readMemory()
  const runtimes = [toolNode().version, bun()?.version, deno()?.version].join(' ')
  const keyOf = (/** @type {TestFile} */ { file }) => `${runtimes} ${keys.get(file)}`
  return {
    hasPassed: (step, file) => passed[`${step} ${file.file}`] === keyOf(file),
    touchesMachine: ({ file }) => touching.has(file),
    remember(step, ended) {
      for (const file of ended) passed[`${step} ${file.file}`] = keyOf(file)
      mkdirSync(cacheFolder, { recursive: true })
      writeFileSync(memory, JSON.stringify(passed))
    },
  }
}

/** @returns {Record<string, string>} */
function readMemory() {
  try {
    return JSON.parse(readFileSync(memory, 'utf8'))
  } catch {
    return {} // nothing has passed yet
  }
}

/**
 * @param {readonly TestFile[]} files
 * @returns {Promise<{ keys: Map<string, string>, touching: Set<string> }>} by file
 */
async function keysOf(files) {
  const all = trackedFiles(root)
  const hashes = new Map(all.map((file) => [file, hashOf(file)]))
  const digest = (/** @type {Iterable<string>} */ names) => {
    const hash = createHash('sha256')
    for (const name of [...names].sort()) hash.update(`${name} ${hashes.get(name)}\n`)
    return hash.digest('hex')
  }
  const shared = digest(
    all.filter((file) => /^(package-lock\.json|package\.json|scripts\/(test|tools|setup)|tsconfig\.base)/.test(file)),
  )
  const everything = digest(all)
  const imports = await importsOf(files)
  const keys = new Map()
  const touching = new Set()
  for (const { file } of files) {
    const { inputs, reaches, touches } = closureOf(file, imports)
    keys.set(file, reaches ? everything : `${shared} ${digest(inputs)}`)
    if (touches) touching.add(file)
  }
  return { keys, touching }
}

/** @param {string} file */
function hashOf(file) {
  if (statSync(join(root, file), { throwIfNoEntry: false })?.isFile() !== true) return 'none'
  return createHash('sha1')
    .update(readFileSync(join(root, file)))
    .digest('hex')
}

/**
 * @param {readonly TestFile[]} files
 * @returns {Promise<import('esbuild').Metafile['inputs']>}
 */
async function importsOf(files) {
  const { build } = await import('esbuild')
  const { metafile } = await build({
    absWorkingDir: root,
    stdin: { contents: files.map(({ file }) => `import ${JSON.stringify(`./${file}`)}`).join('\n'), resolveDir: root },
    bundle: true,
    write: false,
    metafile: true,
    platform: 'node',
    format: 'esm',
    conditions: [SOURCES.slice('--conditions='.length)],
    logLevel: 'silent',
    plugins: [
      {
        name: 'ours-only',
        setup({ onResolve }) {
          onResolve({ filter: /^[^./]/ }, ({ path }) =>
            path.startsWith('@nationec/') || path === '<stdin>' ? undefined : { path, external: true },
          )
        },
      },
    ],
  })
  return metafile.inputs
}

/**
 * @param {string} file
 * @param {import('esbuild').Metafile['inputs']} graph
 */
function closureOf(file, graph) {
  /** @type {Set<string>} */
  const inputs = new Set()
  let [reaches, touches] = [false, false]
  const open = [file]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (inputs.has(next)) continue
    inputs.add(next)
    for (const { path, external } of graph[next]?.imports ?? []) {
      if (external !== true) open.push(path)
      else {
        reaches ||= REACHING.test(path)
        touches ||= reaches || !ENGINE_ONLY.test(path)
      }
    }
  }
  // What the bundler did not see (a file that does not parse, an import by a computed name) counts as reaching out.
  const unseen = graph[file] === undefined
  return { inputs, reaches: reaches || unseen, touches: touches || unseen }
}
