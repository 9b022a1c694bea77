import { writeFile } from 'node:fs/promises'
import { oldScript } from '../../scripts/package/old-script.mjs'
import { packageBuild } from '../../tsup.base.ts'

/** For a script tag in a page that has no bundler, and maybe no browser of this decade. */
async function writeOldScript(): Promise<void> {
  await writeFile('dist/nation-ec-trans.js', await oldScript('src/nation-ec-trans.ts'))
}

// Hospital browsers are old: the syntax is that of 2017.
export default packageBuild(
  { index: 'src/index.ts' },
  { target: 'es2017', minifySyntax: true, onSuccess: writeOldScript },
)
