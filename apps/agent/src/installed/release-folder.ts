import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { cp, mkdir, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join, normalize, sep } from 'node:path'
import { z } from 'zod'
import { agentError } from '../errors/agent-error.ts'
import { versionText } from './installation.ts'
import type { Places } from './places.ts'

/** The list of the release's files with their SHA-256, which lies among them. */
const SUMS = 'SHA256SUMS'

const manifest = z.object({ name: z.literal('nationec-agent'), version: versionText, target: z.string().max(40) })

/** A release as it was unpacked. */
export interface ReleaseFolder {
  readonly folder: string
  readonly version: string
  /** `win-x64`, `linux-x64`, `linux-arm64`. */
  readonly target: string
  readonly files: readonly string[]
}

/**
 * Reads a folder with a release and checks every file of it.
 *
 * @throws `AGENT_RELEASE_DAMAGED`
 */
export async function checkedRelease(folder: string): Promise<ReleaseFolder> {
  try {
    const sums = await readFile(join(folder, SUMS), 'utf8')
    const { version, target } = manifest.parse(JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')))
    const lines = sums.split('\n').filter((line) => line !== '')
    const files = await Promise.all(lines.map((line) => checkedFile(folder, line)))
    for (const needed of ['agent.mjs', 'console/index.html', 'package.json'])
      if (!files.includes(needed)) throw new Error(`${needed} is not among its files`)
    return { folder, version, target, files: [...files, SUMS] }
  } catch (cause) {
    const details = cause instanceof DamagedFile ? [{ en: `${cause.file}.`, zh: `${cause.file}。` }] : []
    throw agentError('AGENT_RELEASE_DAMAGED', { cause, details })
  }
}

class DamagedFile extends Error {
  readonly file: string
  constructor(file: string) {
    super(`${file} is not as released`)
    this.file = file
  }
}

async function checkedFile(folder: string, line: string): Promise<string> {
  const [, sum, file = ''] = /^([0-9a-f]{64}) {2}(\S.*)$/.exec(line) ?? []
  if (sum === undefined || !isInside(file)) throw new Error('the list of its files cannot be read')
  const bytes = await readFile(join(folder, file)).catch(() => undefined)
  if (bytes === undefined || createHash('sha256').update(bytes).digest('hex') !== sum) throw new DamagedFile(file)
  return file
}

/** Whether a path of an archive stays in the folder that it is unpacked to, on every system. */
export function isInside(path: string): boolean {
  return !/^[/\\]|[:\\]|(^|\/)\.\.?(\/|$)/.test(path) && !normalize(path).startsWith(`..${sep}`)
}

/** Copies a checked release to its place; one that is there already is left, if every file of it is whole. */
export async function placeRelease({ folder, version, files }: ReleaseFolder, { versions }: Places): Promise<void> {
  const place = join(versions, version)
  if (await isWhole(place)) return
  const aside = `${place}.new`
  await rm(aside, { recursive: true, force: true })
  for (const file of files) {
    await mkdir(dirname(join(aside, file)), { recursive: true })
    await cp(join(folder, file), join(aside, file))
  }
  await rm(place, { recursive: true, force: true })
  await rename(aside, place)
}

async function isWhole(folder: string): Promise<boolean> {
  if (!existsSync(folder)) return false
  return checkedRelease(folder).then(
    () => true,
    () => false,
  )
}
