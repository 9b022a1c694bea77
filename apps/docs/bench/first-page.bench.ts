import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import process from 'node:process'
import { report } from '../../../scripts/bench-kit.ts'
import { buildSite } from '../src/build.ts'

/** What a browser loads for the first page, compressed as the agent gives it: the page, its style and its script. */
const home = resolve(import.meta.dirname, '..')
process.chdir(home)
await buildSite(resolve(home, '../..'))
const files = ['index.html', 'assets/site.css', 'assets/site.js']
report('docs.first_kb', files.reduce((sum, file) => sum + statSync(`${home}/dist/${file}.gz`).size, 0) / 1024)
