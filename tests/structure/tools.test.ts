import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { run } from '../../scripts/run.mjs'
import { root, tool, toolEnvironment } from '../../scripts/tools.mjs'
import { makeTree } from './temporary-tree.ts'

const knip = (...options: string[]) => start('knip', ['--config', `${root}/knip.jsonc`, '--no-progress', ...options])
const sherif = (top: string) => start('sherif', [top])

describe('this repository', () => {
  it('holds no file, export or dependency that nothing uses (knip)', async () => {
    const { code, output } = await knip('--treat-config-hints-as-errors')
    assert.equal(code, 0, output)
  })

  it('has package.json files that fit each other (sherif)', async () => {
    const { code, output } = await sherif(root)
    assert.equal(code, 0, output)
  })
})

describe('the tools on a bad tree', () => {
  const manifest = (name: string, dependencies: object) => ({
    name: `@nationec/${name}`,
    type: 'module',
    exports: { '.': { '@nationec/source': './src/index.ts', import: './dist/index.js' } },
    dependencies,
  })
  const files = {
    'package.json': {
      name: 'tree',
      private: true,
      packageManager: 'npm@11.19.1',
      workspaces: ['packages/*', 'apps/*'],
    },
    'packages/errors/package.json': manifest('errors', { zod: '1.0.0', hono: '1.0.0' }),
    'packages/errors/src/index.ts': `import 'zod'\nexport * from './used.ts'`,
    'packages/errors/src/used.ts': 'export const used = 1',
    'packages/errors/src/part.ts': 'export const tested = 1\nexport const forgotten = 2',
    'packages/errors/src/part.test.ts': `import { tested } from './part.ts'\nimport 'pino'\nconsole.log(tested)`,
    'packages/errors/src/lonely.ts': '',
    'packages/client/package.json': manifest('client', { zod: '2.0.0' }),
    'packages/client/src/index.ts': `import 'zod'`,
  }

  it('are told of what nothing uses, and not of what only a test uses', async () => {
    const tree = makeTree(files)
    try {
      const { code, output } = await knip('--directory', tree.top, '--no-config-hints')
      assert.equal(code, 1, output)
      for (const finding of [
        /Unused files \(1\)\npackages\/errors\/src\/lonely\.ts/,
        /Unused dependencies \(1\)\nhono +packages\/errors\/package\.json/,
        /Unlisted dependencies \(1\)\npino +packages\/errors\/src\/part\.test\.ts/,
        /Unused exports \(1\)\nforgotten +packages\/errors\/src\/part\.ts/,
      ]) {
        assert.match(output, finding)
      }
    } finally {
      tree.remove()
    }
  })

  it('are told of two versions of one library, and of disorder', async () => {
    const tree = makeTree(files)
    try {
      const { code, output } = await sherif(tree.top)
      assert.equal(code, 1, output)
      assert.match(output, /multiple-dependency-versions/)
      assert.match(output, /unordered-dependencies/)
    } finally {
      tree.remove()
    }
  })
})

async function start(name: string, options: readonly string[]) {
  const { command, args } = tool(name)
  return run(command, [...args, ...options], {
    cwd: root,
    env: toolEnvironment({ NO_COLOR: '1', FORCE_COLOR: undefined }),
  })
}
