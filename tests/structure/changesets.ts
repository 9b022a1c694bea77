import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { filesBelow, workspaces } from '../../scripts/workspaces.mjs'

/** A line of a changelog that is read, not studied. */
const MOST_LETTERS = 200

/** What is wrong with the changesets: each describes one package in one short line. */
export function wrongChangesets(top: string): string[] {
  const names = workspaces(top).map(({ manifest }) => manifest.name)
  const files = filesBelow(top, '.changeset', (file) => file.endsWith('.md') && !file.endsWith('/README.md'))
  return files.flatMap((file) => {
    const [, head, text = ''] = /^---\n(.*?)\n---\n(.*)$/s.exec(readFileSync(join(top, file), 'utf8')) ?? []
    if (head === undefined) return [`${file} has no front matter`]
    const [entry, ...others] = head.split('\n').filter((line) => line.trim() !== '')
    const [, name = '', bump] = /^["'](.+)["']: (major|minor|patch)$/.exec(entry ?? '') ?? []
    const [line = '', ...rest] = text.trim().split('\n')
    return [
      ...(others.length === 0 && bump !== undefined ? [] : ['must name one package and its bump']),
      ...(bump === undefined || names.includes(name) ? [] : [`names ${name}, which is no package here`]),
      ...(line !== '' && rest.length === 0 ? [] : ['must have a text of one line']),
      ...(line.length <= MOST_LETTERS ? [] : [`has a line of ${line.length} characters, more than ${MOST_LETTERS}`]),
    ].map((reason) => `${file} ${reason}`)
  })
}
