/**
 * `npm pack` of a package that brings one of the programs: puts its C sources into the package, so that anyone can build
 * the same file again, and the notices of what the Windows files hold besides them. Run there as `node ../../native/copy-sources.mjs host` or `… nationec`; with `--remove` they go
 * again: a checkout must not be built from a copy that has grown old.
 */
import { cpSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import process from 'node:process'
import { nativeFolder } from './build/sources.mjs'

const [program = ''] = process.argv.slice(2)
const to = resolve('native/source')
const notices = 'THIRD-PARTY-NOTICES.txt'

rmSync(to, { recursive: true, force: true })
rmSync(notices, { force: true })
const remove = process.argv.includes('--remove')
if (!remove) cpSync(join(nativeFolder, notices), notices)
const parts = remove ? [] : ['build.mjs', 'build', program, 'hashes.json', 'README.md']
for (const part of parts) cpSync(join(nativeFolder, part), join(to, part), { recursive: true })
