import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import process from 'node:process'
import { pathToFileURL } from 'node:url'
import { cliError } from '../../errors/cli-error.ts'
import { printResult } from '../../output/print-result.ts'
import { say, tell } from '../../output/say.ts'

export interface PlaceStandInOptions {
  /** The folder; made when it is missing. */
  readonly out: string
  /** As Node names systems: `win32-ia32`, `win32-x64`, `linux-x64`… Default: this machine's own. */
  readonly target?: string
  readonly json?: boolean
}

/** `nationec simulate dll`: puts the stand-in library into a folder, ready to be loaded instead of the vendor's. */
export async function placeStandInCommand({
  out,
  target = `${process.platform}-${process.arch}`,
  json = false,
}: PlaceStandInOptions): Promise<void> {
  const folder = resolve(out)
  const files = (await placeStandIn(folder, target)).map((file) => join(folder, file))
  printResult({ folder, target, files }, json, () => {
    for (const file of files) say(file)
    tell('serve it with: nationec simulate\n请运行 nationec simulate 为其提供模拟终端')
  })
}

/** What brings the programs: the host that loads a library, and the stand-in library. */
const PACKAGES = ['@nationec/transport-dll-ffi', '@nationec/simulator'] as const

/** Unpacks the shipped programs of a target, or builds them from source. Gives the names of the files. */
async function placeStandIn(folder: string, target: string): Promise<string[]> {
  const packages = PACKAGES.map(packageFolder)
  const shipped = /^[a-z0-9]+-[a-z0-9]+$/.test(target) ? packages.map((path) => join(path, 'native', target)) : []
  if (shipped.some((path) => existsSync(path)))
    return placed(folder, () => shipped.flatMap((path) => unpack(path, folder)))
  const builders = await loadBuilders(packages)
  if (!builders.every(({ targetNames }) => targetNames.includes(target))) throw cliError('TARGET_UNKNOWN')
  return placed(folder, () => builders.flatMap(({ buildTarget }) => build(buildTarget, target, folder)))
}

function placed(folder: string, put: () => string[]): string[] {
  try {
    mkdirSync(folder, { recursive: true })
    return [...put(), writeSettings(folder)]
  } catch (error) {
    if (error instanceof Error && 'syscall' in error) throw cliError('FOLDER_NOT_WRITABLE', { cause: error })
    throw error
  }
}

function packageFolder(name: string): string {
  return dirname(createRequire(import.meta.url).resolve(`${name}/package.json`))
}

function unpack(shipped: string, folder: string): string[] {
  const files = readdirSync(shipped)
  for (const file of files) copyFileSync(join(shipped, file), join(folder, file))
  return files
}

/** The part of a package's own build program that is used. */
interface Builder {
  readonly targetNames: readonly string[]
  readonly buildTarget: BuildTarget
}
type BuildTarget = (target: string, options: { out: string }) => { readonly hashes: Readonly<Record<string, string>> }

/** Each package has one beside the sources of its program; in a checkout one at the top builds both. */
function loadBuilders(packages: readonly string[]): Promise<Builder[]> {
  const programs = packages.map((path) => {
    const places = ['native/source/build.mjs', '../../native/build.mjs'].map((place) => join(path, place))
    const program = places.find((place) => existsSync(place))
    if (program === undefined) throw cliError('TARGET_UNKNOWN')
    return pathToFileURL(program).href
  })
  return Promise.all([...new Set(programs)].map((program): Promise<Builder> => import(program)))
}

/** Straight into the folder: the one of the package may not be ours to write to. */
function build(buildTarget: BuildTarget, target: string, folder: string): string[] {
  try {
    const { hashes } = buildTarget(target, { out: folder })
    rmSync(join(folder, 'built-from.json'), { force: true })
    return Object.keys(hashes)
  } catch (error) {
    if (error instanceof Error && 'syscall' in error) throw error
    tell(error instanceof Error ? error.message : String(error))
    throw cliError('BUILD_FAILED', { cause: error })
  }
}

/** The library reads this file when it lies beside it; what stands here is what it does without it. */
function writeSettings(folder: string): string {
  const file = 'NationECCode.ini'
  const path = join(folder, file)
  if (!existsSync(path)) {
    writeFileSync(
      path,
      '; Stand-in library: where nationec simulate listens. Loopback only.\nurl=http://127.0.0.1:33900/\n',
    )
  }
  return file
}
