import type { TransportNames } from '../../apps/cli/src/commands/new/template/names.ts'

/** The pages that list every transport, each with the row of a new one. */
export function rowsOf({ medium }: TransportNames): readonly { readonly page: string; readonly row: string }[] {
  const name = `\`@nationec/transport-${medium}\``
  const folder = `packages/transport-${medium}`
  return [
    { page: 'CONTRIBUTING.md', row: `${folder.padEnd(36)} L2   a transport over ${medium}` },
    { page: 'README.md', row: `| [${name}](${folder}) | a transport over ${medium} | L2 |` },
    { page: 'README.zh-CN.md', row: `| [${name}](${folder}) | 基于 ${medium} 的传输层 | L2 |` },
    {
      page: 'docs/transports.md',
      row: `| [${name}](../${folder}) | ${medium} | with a terminal that is reached over it |`,
    },
  ]
}

/** Puts a row behind the last transport of a page's list. Throws if the page has no such list any more. */
export function withRow(page: string, text: string, row: string): string {
  const lines = text.split('\n')
  const last = lines.findLastIndex((line) => /^(?:\| \[?`@nationec\/|packages\/)transport-[\w-]+/.test(line))
  if (last < 0) throw new Error(`${page} has no list of transports: add the row by hand\n${row}`)
  return lines.toSpliced(last + 1, 0, row).join('\n')
}
