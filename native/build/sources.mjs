import { existsSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder `native`. */
export const nativeFolder = dirname(dirname(fileURLToPath(import.meta.url)))

/** @typedef {'host' | 'nationec' | 'launcher'} Program */

/** The programs whose sources are here: in the repository all, in a package the one that it brings. */
const programs = /** @type {const} */ (['host', 'nationec', 'launcher']).filter((program) =>
  existsSync(join(nativeFolder, program)),
)

/** Those that are built for a target: the launcher of the agent is a program of Windows. @param {import('./targets.mjs').Target} target */
export function programsFor({ family }) {
  return programs.filter((program) => program !== 'launcher' || family === 'windows')
}

/** The file that a program becomes. @param {import('./targets.mjs').Target} target @param {Program} program */
export function fileOf(target, program) {
  return { host: target.host, nationec: target.library, launcher: 'nationec-agent.exe' }[program]
}

/**
 * The C files of one program for one family of systems: all but those named after the other family.
 *
 * @param {Program} program
 * @param {import('./targets.mjs').Target['family']} family
 * @returns {string[]} relative to its folder, sorted, so that every machine links in the same order
 */
export function sourcesOf(program, family) {
  const other = family === 'windows' ? '_posix.c' : '_windows.c'
  return readdirSync(join(nativeFolder, program))
    .filter((file) => file.endsWith('.c') && !file.endsWith(other))
    .sort()
}

/** Every file whose change asks for a new build. @returns {string[]} absolute */
export function inputFiles() {
  return [...programs, 'build'].flatMap((folder) =>
    readdirSync(join(nativeFolder, folder))
      .filter((file) => /\.(?:c|h|rc|def|mjs)$/.test(file))
      .sort()
      .map((file) => join(nativeFolder, folder, file)),
  )
}
