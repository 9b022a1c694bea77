import { readFileSync, writeFileSync } from 'node:fs'
import { basename, dirname, isAbsolute, relative, resolve } from 'node:path'

/**
 * @typedef {object} SourceMap
 * @property {string} [file]
 * @property {string[]} sources
 * @property {(string | null)[]} [sourcesContent]
 */

/** Lies in the tarball, beside `dist`: a debugger opens it there. */
const PACKED = /^(src\/|package\.json$)/

/**
 * Makes the source maps of a build fit to be published: relative paths, and the text of a source only where a debugger
 * finds it nowhere else. A tarball holds the package's own sources already, and a library that was bundled is named in
 * THIRD-PARTY-NOTICES.txt.
 *
 * @param {readonly string[]} maps absolute paths
 * @param {string} packageFolder absolute
 */
export function trimSourceMaps(maps, packageFolder) {
  for (const file of maps) {
    /** @type {SourceMap} */
    const map = JSON.parse(readFileSync(file, 'utf8'))
    writeFileSync(file, JSON.stringify(trimmed(map, file, packageFolder)))
  }
}

/**
 * @param {SourceMap} map
 * @param {string} file
 * @param {string} packageFolder
 * @returns {SourceMap}
 */
function trimmed({ sourcesContent = [], ...map }, file, packageFolder) {
  const folder = dirname(file)
  // When CommonJS is split, tsup lists the built file among the sources, by its path on the machine that built it.
  const sources = map.sources.map((source) => slashed(isAbsolute(source) ? relative(folder, source) : source))
  const kept = sources.map((source, index) => {
    const place = slashed(relative(packageFolder, resolve(folder, source)))
    return PACKED.test(place) || place.includes('node_modules/') ? null : (sourcesContent[index] ?? null)
  })
  return {
    ...map,
    file: basename(file, '.map'),
    sources,
    ...(kept.some((text) => text !== null) && { sourcesContent: kept }),
  }
}

/** @param {string} path */
const slashed = (path) => path.replaceAll('\\', '/')
