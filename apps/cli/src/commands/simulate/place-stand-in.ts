import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import process from 'node:process'
import { cliError } from '../../cli-error.ts'

export interface PlaceStandInOptions {
  /** The folder; made when it is missing. */
  readonly out: string
  /** As Node names systems: `win32-ia32`, `win32-x64`, `linux-x64`… Default: this machine's own. */
  readonly target?: string
}

/** `nationec simulate dll`: puts the stand-in library into a folder, ready to be loaded instead of the vendor's. */
export function placeStandInCommand({
  out,
  target = `${process.platform}-${process.arch}`,
}: PlaceStandInOptions): void {
  const folder = resolve(out)
  const files = placeStandIn(folder, target)
  for (const file of files) console.log(join(folder, file))
  console.error('serve it with: nationec simulate\n请运行 nationec simulate 为其提供模拟终端')
}

/** Unpacks the shipped programs of a target, or builds them from source. Gives the names of the files. */
export function placeStandIn(folder: string, target: string): string[] {
  if (!/^[a-z0-9]+-[a-z0-9]+$/.test(target)) throw cliError('TARGET_UNKNOWN')
  mkdirSync(folder, { recursive: true })
  const shipped = join(packageFolder(), 'native', target)
  const files = existsSync(shipped) ? unpack(shipped, folder) : build(target, folder)
  return [...files, writeSettings(folder)]
}

function packageFolder(): string {
  return dirname(createRequire(import.meta.url).resolve('@nationec/transport-dll-ffi/package.json'))
}

function unpack(shipped: string, folder: string): string[] {
  const files = readdirSync(shipped)
  for (const file of files) copyFileSync(join(shipped, file), join(folder, file))
  return files
}

/** By the package's own build program, in a process of its own: it is plain Node, and prints what the compiler says. */
function build(target: string, folder: string): string[] {
  const program = [
    join(packageFolder(), 'native/source/build.mjs'),
    join(packageFolder(), '../../native/build.mjs'),
  ].find(existsSync)
  if (program === undefined) throw cliError('TARGET_UNKNOWN')
  const before = 'Deno' in globalThis ? ['run', '-A'] : []
  const { status, stderr } = spawnSync(process.execPath, [...before, program, target], { encoding: 'utf8' })
  if (status !== 0) {
    process.stderr.write(stderr)
    throw cliError('BUILD_FAILED')
  }
  return unpack(join(dirname(program), 'dist', target), folder).filter((file) => file !== 'built-from.json')
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
