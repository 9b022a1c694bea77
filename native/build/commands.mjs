import { join } from 'node:path'
import { fileOf, nativeFolder, sourcesOf } from './sources.mjs'

/**
 * One run of a compiler.
 *
 * @typedef {object} Command
 * @property {string} program
 * @property {readonly string[]} args
 * @property {string} cwd
 */

/** Not -Werror: a compiler that we never saw may warn of something new. The tests add it. */
const WARNINGS = ['-Wall', '-Wextra', '-Wshadow', '-Wstrict-prototypes']

/**
 * Windows XP and later (0x0501). msvcrt's own printf keeps the files small. No time stamp: two builds are the same to
 * the byte, so that anyone can check a shipped file against these sources.
 */
const WINDOWS = [
  ...['-std=gnu11', '-D_WIN32_WINNT=0x0501', '-D__USE_MINGW_ANSI_STDIO=0', '-Os', '-s'],
  ...['-static-libgcc', '-Wl,--no-insert-timestamp'],
]

const POSIX = ['-std=c11', '-D_GNU_SOURCE', '-D_DARWIN_C_SOURCE', '-O2']

/** Debian's and Ubuntu's gcc harden by default, others do not: say it, so that all builds behave alike. */
const HARDENED = ['-fstack-protector-strong']

/**
 * The commands that build one program, in order.
 *
 * @param {import('./targets.mjs').Target} target
 * @param {import('./sources.mjs').Program} program
 * @param {string} folder where the result goes
 * @param {readonly string[]} extraFlags
 * @returns {Command[]}
 */
export function commandsFor(target, program, folder, extraFlags) {
  const cwd = join(nativeFolder, program)
  const output = join(folder, fileOf(target, program))
  const sources = sourcesOf(program, target.family)
  if (target.family === 'windows') return windowsCommands(target, program, cwd, output, [...extraFlags, ...sources])
  const flags = [...POSIX, ...WARNINGS, ...HARDENED, ...target.machineFlags, ...extraFlags]
  const kind =
    program === 'host'
      ? []
      : ['-fPIC', '-fvisibility=hidden', ...(target.family === 'macos' ? ['-dynamiclib'] : ['-shared'])]
  const libraries = target.family === 'macos' ? ['-liconv'] : ['-lpthread', '-ldl']
  return [{ program: target.compiler, args: [...flags, ...kind, ...sources, '-o', output, ...libraries], cwd }]
}

/**
 * @param {import('./targets.mjs').Target} target
 * @param {import('./sources.mjs').Program} program
 * @param {string} cwd
 * @param {string} output
 * @param {readonly string[]} rest
 * @returns {Command[]}
 */
function windowsCommands(target, program, cwd, output, rest) {
  const resources = `${output}.resources.o`
  // No console window flashes up, and no caller needs to hide one, which would hide the library's dialogues too.
  const ownWindows = ['-municode', '-mwindows']
  // 64-bit Windows has one calling convention and no decoration, so nothing to undo. A fixed base, because the linker would
  // otherwise make one from the path of the output.
  const library =
    target.name === 'win32-ia32'
      ? ['-shared', 'NationECCode.def', '-Wl,--image-base,0x6ec00000']
      : ['-shared', '-Wl,--image-base,0x26ec00000']
  return [
    {
      program: target.resourceCompiler ?? 'windres',
      args: [`${program}.rc`, '-O', 'coff', '-o', resources],
      cwd,
    },
    {
      program: target.compiler,
      args: [
        ...[...WINDOWS, ...WARNINGS, ...(program === 'nationec' ? library : ownWindows), ...rest, resources],
        ...['-o', output, ...(program === 'nationec' ? ['-lws2_32'] : [])],
      ],
      cwd,
    },
  ]
}
