import { posix } from 'node:path'

/**
 * A page as VitePress wrote it, without scripts of its own, with paths that are right wherever the folder lies: a browser that
 * opens a file has no root to begin a path at.
 *
 * @param place of the page, from the top of the site: `en/start.html`
 * @param styles the style sheet, from the top of the site
 */
export function relativePage(html: string, place: string, styles: string): string {
  const up = posix.relative(posix.dirname(place), '.') || '.'
  return (
    html
      .replaceAll(/<script\b[^>]*>[\s\S]*?<\/script>/g, '')
      .replaceAll(/<link\b[^>]*>/g, '')
      .replaceAll(/<meta name="(?:generator|description)"[^>]*>/g, '')
      .replaceAll(/(<[^>]*?\s(?:href|src)=")\/(?!\/)/g, `$1${up}/`)
      // A corner of a table heads nothing.
      .replaceAll(/<th( [^>]*)?><\/th>/g, '<td$1></td>')
      // A folder that was opened as a file shows its list of files.
      .replaceAll(/(<a\b[^>]*?\shref="(?!\w+:)[^"#]*\/)(?=[#"])/g, '$1index.html')
      .replace(
        '</head>',
        `<link rel="icon" href="data:,"><link rel="stylesheet" href="${up}/${styles}"><script src="${up}/assets/site.js" data-top="${up}/" defer></script></head>`,
      )
      .replaceAll(/\n\s*\n/g, '\n')
  )
}
