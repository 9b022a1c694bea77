/** What the tests under wine share: only inside native/windows/run-under-wine.sh. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { targetNamed } from '../../../native/build/targets.mjs'
import { buildTarget } from '../../../native/build.mjs'
import { HostProcess } from '../host-process.ts'

const repository = fileURLToPath(new URL('../../..', import.meta.url))

/** The program that runs Windows programs. */
export const wine = process.env['NATIONEC_WINE'] ?? ''
assert.ok(wine, 'run this by native/windows/run-under-wine.sh')

/** What is tested in this run, and the other bitness. */
export const target = process.env['NATIONEC_WINDOWS_TARGET'] === 'win32-x64' ? 'win32-x64' : 'win32-ia32'
export const bits = target === 'win32-x64' ? 64 : 32
export const otherTarget = target === 'win32-x64' ? 'win32-ia32' : 'win32-x64'

/** A folder that Windows programs see too, new for each run. */
export const folder = join(repository, 'native/dist/under-wine', target)
rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })

/** A path of the repository as Windows programs know it. */
export const windowsPath = (path: string): string => `Z:\\project\\${relative(repository, path).replaceAll('/', '\\')}`
/** A path of the repository inside the root of wine. */
export const rootPath = (path: string): string => `/project/${relative(repository, path)}`

export const built = buildTarget(target)
export const otherBuilt = buildTarget(otherTarget)

export interface WineHostOptions {
  /** The host program as Linux names it; default: that of the target. */
  readonly program?: string
  /** As Linux names it. */
  readonly library?: string
  readonly mode?: string
  readonly args?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
}

/** The Windows host under wine. */
export function wineHost({ program = built.host, library = built.library, args = [], ...rest }: WineHostOptions = {}) {
  return new HostProcess({ ...rest, program: wine, args: [rootPath(program), ...args], library: windowsPath(library) })
}

/** One that has loaded its library. */
export async function loadedWineHost(options: WineHostOptions = {}): Promise<HostProcess> {
  const host = wineHost(options)
  assert.deepEqual((await host.hello()).error, undefined)
  return host
}

/** The compiler for the target. */
export const compiler = targetNamed(target).compiler

/** The function as the linker knows it: only 32-bit Windows decorates. */
export const SYMBOL = bits === 32 ? 'NationEcTrans@12' : 'NationEcTrans'

/** Builds a DLL from C, with these lines of a .def file. */
export function compileDll(name: string, source: string, exports: string, flags: readonly string[] = []): string {
  const output = join(folder, name)
  mkdirSync(dirname(output), { recursive: true })
  const definition = join(folder, `${name.replaceAll('/', '-')}.def`)
  const run = (command: string, args: readonly string[], input = ''): void => {
    const { status, stderr } = spawnSync(command, args, { input, encoding: 'utf8' })
    assert.equal(status, 0, stderr)
  }
  run('tee', [definition], `LIBRARY ${name}\nEXPORTS\n${exports}\n`)
  const sources = ['-x', 'c', '-', '-x', 'none', definition]
  run(compiler, ['-shared', '-static-libgcc', ...sources, '-o', output, ...flags], source)
  return output
}
