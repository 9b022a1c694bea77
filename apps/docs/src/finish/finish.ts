import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { LANGUAGES } from '../pages.ts'
import type { Site } from '../stage/stage.ts'
import { llmsText } from './llms.ts'
import { relativePage } from './relative.ts'
import { searchTexts } from './search-texts.ts'

export interface Finishing {
  /** What VitePress wrote. */
  readonly from: string
  readonly to: string
  /** The program that every page runs. */
  readonly reader: string
  readonly site: Site
}

/** Makes the folder that is shipped of the one that VitePress wrote. */
export async function finish({ from, to, reader, site }: Finishing): Promise<void> {
  rmSync(to, { recursive: true, force: true })
  const write = (file: string, text: string): void => {
    mkdirSync(dirname(join(to, file)), { recursive: true })
    writeFileSync(join(to, file), text)
  }
  const [styles = ''] = readdirSync(join(from, 'assets')).filter((file) => /^style\..*\.css$/.test(file))
  cpSync(join(from, 'assets', styles), join(to, 'assets/site.css'))
  for (const { place, text } of site.pages) {
    const file = place.replace(/\.md$/, '.html')
    write(file, relativePage(readFileSync(join(from, file), 'utf8'), file, 'assets/site.css'))
    write(place, text)
  }
  write('llms.txt', llmsText(site))
  // A script and no JSON: a page that was opened as a file may not fetch one.
  for (const language of LANGUAGES)
    write(`assets/search-${language}.js`, `nationecSearch(${JSON.stringify(searchTexts(site, language))})\n`)
  await build({
    entryPoints: [reader],
    outfile: join(to, 'assets/site.js'),
    bundle: true,
    minify: true,
    // The agent packs it, where no source of the site lies: the map holds their text.
    sourcemap: true,
    target: 'es2017',
    format: 'iife',
    logLevel: 'error',
  })
  compress(to)
}

/** The agent gives the compressed file to every browser that takes it. */
function compress(folder: string): void {
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
    if (/\.(html|css|js|md|txt)$/.test(name))
      writeFileSync(join(folder, `${name}.gz`), gzipSync(readFileSync(join(folder, name)), { level: 9 }))
}
