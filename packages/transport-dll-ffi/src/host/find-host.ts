import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { dllError } from '../catalogue/dll-error.ts'
import type { InspectedLibrary } from '../library/inspect-library.ts'
import type { ReadOptions } from '../options/read-options.ts'
import type { HostCommand } from './host-command.ts'

/** Chooses the program that can load this library. Throws `HOST_NOT_FOUND`. `library` is absent where it cannot be looked at. */
export function findHost(options: ReadOptions, library: InspectedLibrary | undefined): HostCommand {
  const { host } = options
  if (host.kind === 'koffi') return koffiCommand(options, host.path ?? process.execPath)
  if (host.path !== undefined) return nativeCommand(options, host.path)
  const native = library === undefined ? undefined : nativePlaces(library).find((path) => existsSync(path))
  if (native !== undefined) return nativeCommand(options, native)
  if (host.kind === undefined && library !== undefined && fitsThisProcess(library)) {
    return koffiCommand(options, process.execPath)
  }
  throw dllError('HOST_NOT_FOUND', { details: library === undefined ? [] : [aboutLibrary(library)] })
}

const ARCHITECTURES: Readonly<Record<string, string>> = { x86: 'ia32', x64: 'x64', arm: 'arm', arm64: 'arm64' }

/** In the package, or beside the library as `nationec simulate dll` puts it. */
function nativePlaces({ path, machines }: InspectedLibrary): string[] {
  const name = process.platform === 'win32' ? 'nationec-host.exe' : 'nationec-host'
  const targets = machines.map((machine) => `${process.platform}-${ARCHITECTURES[machine] ?? machine}`)
  return [...targets.map(shippedHost), join(dirname(path), name)]
}

/** Whether a child of this very runtime can load the library. */
export function fitsThisProcess({ machines }: InspectedLibrary): boolean {
  return machines.some((machine) => ARCHITECTURES[machine] === process.arch)
}

function nativeCommand(options: ReadOptions, program: string): HostCommand {
  const { host, functionName } = options
  const chosen = functionName === undefined ? [] : ['--function', functionName]
  return {
    kind: 'native',
    program,
    args: [...host.args, ...chosen, '--library', host.libraryAs ?? options.library],
    environment: host.environment,
    showPrints: host.args.includes('--show-prints'),
  }
}

function koffiCommand(options: ReadOptions, program: string): HostCommand {
  const { args, ...rest } = nativeCommand(options, program)
  return {
    ...rest,
    kind: 'koffi',
    args: [...wordsBefore(program), koffiHostScript(), ...args],
    // An Electron program runs a script as Node does only when it is told so.
    environment: { ELECTRON_RUN_AS_NODE: '1', ...rest.environment },
  }
}

function wordsBefore(program: string): string[] {
  return /(^|[\\/])deno(\.exe)?$/i.test(program) ? ['run', '--allow-all', '--quiet'] : []
}

function aboutLibrary({ bits, machine, format }: InspectedLibrary) {
  const facts = `${format}, ${machine}, ${bits}`
  return { en: `The library is: ${facts} bits.`, zh: `动态库为：${facts} 位。` }
}

/** The folder of this package: the nearest one above this file, built or not, that has a package.json. */
function packageFolder(): string {
  const here = dirname(typeof __filename === 'string' ? __filename : fileURLToPath(import.meta.url))
  for (let folder = here; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json')) || folder === dirname(folder)) return folder
  }
}

/** Our script for a host on koffi. */
function koffiHostScript(): string {
  return join(packageFolder(), 'dist', 'koffi-host.js')
}

/** The native host that this package brings for a target (`win32-ia32`), whether or not it is there. */
function shippedHost(target: string): string {
  const name = target.startsWith('win32') ? 'nationec-host.exe' : 'nationec-host'
  return join(packageFolder(), 'native', target, name)
}
