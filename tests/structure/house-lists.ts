import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { workspaces } from '../../scripts/workspaces.mjs'
import { levelOf, ourName } from './house.ts'

/** The pages that list the packages with their levels, and what a line of the list looks like. */
const LISTS: Readonly<Record<string, RegExp>> = {
  'CONTRIBUTING.md': /^(?<folder>(?:packages|apps)\/\S+) +L(?<level>\d+) /gm,
  'README.md': /^\| \[`@nationec\/[\w-]+`\]\((?<folder>[\w/-]+)\) \|.*\| L(?<level>\d+) \|$/gm,
  'README.zh-CN.md': /^\| \[`@nationec\/[\w-]+`\]\((?<folder>[\w/-]+)\) \|.*\| L(?<level>\d+) \|$/gm,
}

/** Where the lists of packages differ from the folders and from the house, one sentence each. */
export function wrongHouseLists(top: string): string[] {
  const folders = new Map(
    workspaces(top).map(({ folder, manifest }) => [folder, levelOf(ourName(manifest.name) ?? '')] as const),
  )
  return Object.entries(LISTS).flatMap(([page, line]) => {
    const listed = [...readFileSync(join(top, page), 'utf8').matchAll(line)].map(({ groups = {} }) => ({
      folder: groups['folder'] ?? '',
      level: Number(groups['level']),
    }))
    return [
      ...[...folders.keys()]
        .filter((folder) => listed.filter((entry) => entry.folder === folder).length !== 1)
        .map((folder) => `${page} must list ${folder} once`),
      ...listed.flatMap(({ folder, level }) => {
        if (!folders.has(folder)) return [`${page} lists ${folder}, which is no package`]
        const right = folders.get(folder)
        return level === right ? [] : [`${page} puts ${folder} on L${level}, the house on L${right}`]
      }),
    ]
  })
}
