// @runtimes node
// @needs build
// @everyday none
/** The oldest TypeScript that is promised reads the declarations of every package as they are published. */
import assert from 'node:assert/strict'
import { cpSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { before, describe, it } from 'node:test'
import { run } from '../../scripts/run.mjs'
import { build } from '../../scripts/setup/build.mjs'
import { buildFolder } from '../../scripts/setup/build-folder.mjs'
import { root, toolNode } from '../../scripts/tools.mjs'
import { workspaces } from '../../scripts/workspaces.mjs'
import { temporaryFolder } from '../temporary-folder.ts'

/** The declarations of the NATS client need TypeScript 5.7. */
const NEWER = /^@nationec\/(transport-nats|gateway)(\/|$)/

const folder = temporaryFolder()

describe('TypeScript 5.4', () => {
  before(async () => {
    await build()
    symlinkSync(join(buildFolder, 'node_modules'), join(folder, 'node_modules'), 'junction')
    writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }')
    for (const file of ['flow.ts', 'flow.cts']) cpSync(join(import.meta.dirname, 'consumers', file), join(folder, file))
    const entries = workspaces()
      .filter(({ manifest }) => manifest.private !== true)
      .flatMap(({ manifest }) => Object.keys(manifest.exports ?? {}).map((path) => `${manifest.name}${path.slice(1)}`))
      .filter((entry) => !entry.endsWith('/package.json') && !NEWER.test(entry))
    const imports = entries.map((entry, index) => `import * as entry${index} from '${entry}'\nvoid entry${index}`)
    writeFileSync(join(folder, 'entries.ts'), imports.join('\n'))
  })

  for (const resolution of ['node16', 'nodenext', 'bundler'])
    it(`reads every entry, with the libraries' own types, by ${resolution}`, async () => {
      const options = {
        ...{ target: 'es2022', lib: ['es2023', 'esnext.disposable', 'dom'], moduleResolution: resolution },
        ...{ module: resolution === 'bundler' ? 'esnext' : resolution, strict: true, exactOptionalPropertyTypes: true },
        ...{ noEmit: true, types: ['node'], typeRoots: [join(root, 'node_modules/@types')] },
      }
      // CommonJS sources have no meaning for a bundler's ES modules.
      const files = ['flow.ts', 'entries.ts', ...(resolution === 'bundler' ? [] : ['flow.cts'])]
      writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions: options, files }))
      const compiler = join(root, 'node_modules/typescript54/bin/tsc')
      const { code, output } = await run(toolNode().path, [compiler, '-p', folder], { cwd: folder, limit: 300_000 })
      // The declarations of Node 24 are newer than this compiler; a user has those of an older Node.
      const ours = output.split('\n').filter((line) => line.includes('error TS') && !line.includes('@types/node/'))
      assert.deepEqual(ours, [])
      assert.ok(code === 0 || output.includes('@types/node/'), output)
    })
})
