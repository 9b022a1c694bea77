import { spawnSync } from 'node:child_process'

/**
 * @typedef {import('./test-files.mjs').TestFile} TestFile
 *
 * @typedef {object} Sorted
 * @property {readonly TestFile[]} able the files that can run on this machine
 * @property {readonly TestFile[]} unable the others
 */

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
 * Sets aside the test files that need a program this machine lacks.
 *
 * @param {readonly TestFile[]} files
 * @param {(program: string) => boolean} [has]
 * @returns {Sorted}
 */
export function sortByNeeds(files, has = hasProgram) {
  const isAble = (/** @type {TestFile} */ { needs }) => needs.every((need) => need === 'build' || has(need))
  return { able: files.filter(isAble), unable: files.filter((file) => !isAble(file)) }
}

/**
 * Says what was set aside and why; a newcomer's machine need not have a C compiler.
 *
 * @param {readonly TestFile[]} unable
 * @returns {string}
 */
export function describeUnable(unable) {
  const programs = [...new Set(unable.flatMap(({ needs }) => needs))]
  const packages = programs.map((program) => PACKAGES.get(program) ?? program).join(' ')
  return `not run: ${unable.length} test files need ${programs.join(', ')} (Debian: apt-get install ${packages}) 缺少上述程序，未运行`
}

/** @param {string} program @returns {boolean} */
function hasProgram(program) {
  return spawnSync(program, ['--version'], { stdio: 'ignore' }).status === 0
}
