import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './tools.mjs'

/**
 * @typedef {object} Manifest the parts of a package.json that the tooling reads
 * @property {string} name
 * @property {string} version
 * @property {boolean} [private]
 * @property {string} [license]
 * @property {string} [homepage]
 * @property {string} [bugs]
 * @property {string[]} [keywords]
 * @property {string[]} [files]
 * @property {string | Record<string, string>} [bin]
 * @property {Record<string, string>} [engines]
 * @property {Record<string, string>} [scripts]
 * @property {Record<string, unknown>} [exports]
 * @property {Record<string, string>} [dependencies]
 * @property {Record<string, string>} [devDependencies]
 * @property {Record<string, string>} [peerDependencies]
 * @property {Record<string, string>} [optionalDependencies]
 *
 * @typedef {object} Workspace
 * @property {string} folder relative to the top, with forward slashes: `packages/errors`
 * @property {string} path absolute
 * @property {Manifest} manifest
 */

/**
 * Every package of the monorepo, by the `workspaces` field of the root, in order of folder.
 *
 * @param {string} [top]
 * @returns {Workspace[]}
 */
export function workspaces(top = root) {
  /** @type {{ workspaces: string[] }} */
  const { workspaces: patterns } = JSON.parse(readFileSync(join(top, 'package.json'), 'utf8'))
  return patterns
    .flatMap((pattern) => {
      const parent = pattern.replace(/\/\*$/, '')
      if (parent === pattern) return [pattern]
      return existsSync(join(top, parent)) ? readdirSync(join(top, parent)).map((name) => `${parent}/${name}`) : []
    })
    .filter((folder) => existsSync(join(top, folder, 'package.json')))
    .sort()
    .map((folder) => {
      const path = join(top, folder)
      return { folder, path, manifest: JSON.parse(readFileSync(join(path, 'package.json'), 'utf8')) }
    })
}

/** Folders that hold nothing written by hand. */
const PASSING = new Set(['node_modules', 'dist', '.cache', '.turbo', '.git'])

/**
 * The files below a folder whose relative path passes `wanted`, sorted, with forward slashes. A missing folder is empty.
 *
 * @param {string} top
 * @param {string} folder relative to `top`
 * @param {(file: string) => boolean} wanted
 * @returns {string[]} relative to `top`
 */
export function filesBelow(top, folder, wanted) {
  const path = join(top, folder)
  if (!existsSync(path)) return []
  return readdirSync(path, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const file = folder === '' ? entry.name : `${folder}/${entry.name}`
      if (entry.isDirectory()) return PASSING.has(entry.name) ? [] : filesBelow(top, file, wanted)
      return entry.isFile() && wanted(file) ? [file] : []
    })
}
