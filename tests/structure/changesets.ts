import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { filesBelow, workspaces } from '../../scripts/workspaces.mjs'

/** As much as a reader of a changelog takes in at once. */
const LONGEST = 240

/** What is wrong with the changesets, one sentence each: a line goes into the changelog of its package as it stands. */
export function wrongChangesets(top: string): string[] {
  const ours = new Set(workspaces(top).map(({ manifest }) => manifest.name))
  const files = filesBelow(top, '.changeset', (file) => file.endsWith('.md') && !file.endsWith('README.md'))
  return files.flatMap((file) =>
    reasons(readFileSync(join(top, file), 'utf8'), ours).map((reason) => `${file}: ${reason}`),
  )
}

function reasons(text: string, ours: ReadonlySet<string>): string[] {
  const [, header = '', body = ''] = /^---\n(.*?)---\n(.*)$/s.exec(text) ?? []
  const names = Object.keys(parse(header) ?? {})
  const line = body.trim()
  // `changeset add --empty` says that a change needs no release: it names no package and has no text.
  if (names.length === 0 && line === '') return []
  return [
    ...(names.length === 1 ? [] : [`names ${names.length} packages: give each a file with what its users notice`]),
    ...names.filter((name) => !ours.has(name)).map((name) => `there is no package ${name}`),
    ...(line !== '' && !line.includes('\n') ? [] : ['its text is not one line']),
    ...(line.length <= LONGEST ? [] : [`its text has ${line.length} characters, more than ${LONGEST}`]),
  ]
}
