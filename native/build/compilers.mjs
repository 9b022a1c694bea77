import { spawnSync } from 'node:child_process'
import { targetNamed } from './targets.mjs'

/** A compiler is missing; the message says in Chinese and English what to install. */
export class CompilerMissing extends Error {
  /** @param {import('./targets.mjs').Target} target */
  constructor({ name, compiler, machineFlags, debianPackage }) {
    const command = [compiler, ...machineFlags].join(' ')
    super(
      `构建 ${name} 需要编译器 ${command}。Debian/Ubuntu: apt-get install ${debianPackage}\n` +
        `Building ${name} needs the compiler ${command}. Debian/Ubuntu: apt-get install ${debianPackage}`,
    )
    this.name = 'CompilerMissing'
  }
}

/** @type {Map<string, string | undefined>} */
const known = new Map()

/**
 * What compiler a target would be built with, as one line.
 *
 * @param {string} targetName
 * @returns {string | undefined} undefined if there is none that works
 */
export function compilerVersion(targetName) {
  if (!known.has(targetName)) known.set(targetName, askVersion(targetName))
  return known.get(targetName)
}

/** @param {string} targetName @returns {string | undefined} */
function askVersion(targetName) {
  const { compiler, machineFlags, resourceCompiler } = targetNamed(targetName)
  // A compiler for 64 bits answers to -m32 too, and fails only when the 32-bit headers are wanted.
  const trial = spawnSync(compiler, [...machineFlags, '-fsyntax-only', '-x', 'c', '-'], {
    input: '#include <stdio.h>\nint main(void) { return 0; }\n',
    encoding: 'utf8',
  })
  if (trial.error !== undefined || trial.status !== 0) return undefined
  return [compiler, ...(resourceCompiler === undefined ? [] : [resourceCompiler])]
    .map((program) => spawnSync(program, ['--version'], { encoding: 'utf8' }).stdout?.split('\n')[0]?.trim())
    .join(' + ')
}

/** Whether a target can be built here. @param {string} targetName */
export const canBuild = (targetName) => compilerVersion(targetName) !== undefined
