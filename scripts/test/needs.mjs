import { spawnSync } from 'node:child_process'

/** What to install where a program is missing. */
const PACKAGES = new Map([
  ['cc', 'gcc libc6-dev'],
  ['chromium', 'chromium fonts-noto-cjk'],
  ['java', 'openjdk-17-jre-headless'],
  ['javac', 'openjdk-17-jdk-headless libjna-java'],
  ['mcs', 'mono-mcs'],
  ['mono', 'mono-runtime'],
])

/**
 * Says what was set aside and why; a newcomer's machine need not have a C compiler.
 *
 * @param {readonly string[]} needs
 * @param {(program: string) => boolean} has
 * @param {number} count
 * @returns {string}
 */
export function describeUnable(needs, has, count) {
  const programs = [...new Set(needs)].filter((program) => !has(program))
  const packages = programs.map((program) => PACKAGES.get(program) ?? program).join(' ')
  return `not run: ${count} test files need ${programs.join(', ')} (Debian: apt-get install ${packages}) 缺少上述程序，未运行`
}

/** @type {Map<string, boolean>} */
const found = new Map([['build', true]])

/** Whether this machine has a program. The build is made when a test needs it. @param {string} program @returns {boolean} */
export function hasProgram(program) {
  const known = found.get(program) ?? spawnSync(program, ['--version'], { stdio: 'ignore' }).status === 0
  found.set(program, known)
  return known
}
