/** What a page loads: the whole package as a bundler would put it into a page, compressed. */
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { report } from '../../../scripts/bench-kit.ts'

const { outputFiles } = await build({
  entryPoints: [fileURLToPath(new URL('../dist/index.js', import.meta.url))],
  bundle: true,
  minify: true,
  format: 'esm',
  target: 'es2017',
  write: false,
})
const [file] = outputFiles
if (file === undefined) throw new Error('the bundler wrote nothing')
report('browser.gzip_kb', gzipSync(file.contents).length / 1024)
