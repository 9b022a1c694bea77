/**
 * The systems that the host and the stand-in library are built for.
 *
 * @typedef {object} Target
 * @property {string} name as Node names them: `process.platform-process.arch`
 * @property {'windows' | 'macos' | 'posix'} family decides which sources and flags count
 * @property {string} compiler
 * @property {string | undefined} resourceCompiler Windows: turns the version information into an object file
 * @property {readonly string[]} machineFlags
 * @property {string} host file name of the host program
 * @property {string} library file name of the stand-in library
 * @property {string} debianPackage what to install where the compiler is missing
 */

/**
 * @param {string} name
 * @param {string} triple
 * @param {string} debianPackage
 * @returns {Target}
 */
const windows = (name, triple, debianPackage) => ({
  name,
  family: 'windows',
  compiler: `${triple}-gcc`,
  resourceCompiler: `${triple}-windres`,
  machineFlags: [],
  host: 'nationec-host.exe',
  library: 'NationECCode.dll',
  debianPackage,
})

/**
 * @param {string} name
 * @param {readonly string[]} machineFlags
 * @param {string} debianPackage
 * @returns {Target}
 */
const posix = (name, machineFlags, debianPackage) => ({
  name,
  family: name.startsWith('darwin') ? 'macos' : 'posix',
  compiler: process.env['CC'] ?? 'cc',
  resourceCompiler: undefined,
  machineFlags,
  host: 'nationec-host',
  library: name.startsWith('darwin') ? 'libNationECCode.dylib' : 'libNationECCode.so',
  debianPackage,
})

/** The target of the machine this runs on. */
export const ownTarget = `${process.platform}-${process.arch}`

const KNOWN = [
  windows('win32-ia32', 'i686-w64-mingw32', 'gcc-mingw-w64-i686-win32'),
  windows('win32-x64', 'x86_64-w64-mingw32', 'gcc-mingw-w64-x86-64-win32'),
  posix('linux-ia32', ownTarget === 'linux-x64' ? ['-m32'] : [], ownTarget === 'linux-x64' ? 'gcc-multilib' : 'gcc'),
  posix('darwin-x64', ['-arch', 'x86_64'], 'gcc'),
  posix('darwin-arm64', ['-arch', 'arm64'], 'gcc'),
]

/**
 * Every target that can be asked for on this machine: Windows from anywhere, otherwise this machine's own system.
 *
 * @type {readonly string[]}
 */
export const targetNames = [
  ...new Set([
    ownTarget,
    ...KNOWN.map(({ name }) => name).filter((name) => name.startsWith('win32') || name.startsWith(process.platform)),
  ]),
]

/**
 * @param {string} name
 * @returns {Target}
 */
export function targetNamed(name) {
  const known = KNOWN.find((target) => target.name === name)
  if (known !== undefined) return known
  if (name === ownTarget) return posix(name, [], 'gcc')
  throw new Error(`没有这个构建目标: ${name}\nThere is no target ${name}. Known here: ${targetNames.join(', ')}`)
}
