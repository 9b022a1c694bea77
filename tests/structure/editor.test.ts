import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { parse } from 'yaml'
import { root, toolEnvironment } from '../../scripts/tools.mjs'
import { filesBelow } from '../../scripts/workspaces.mjs'

const read = (file: string): string => readFileSync(join(root, file), 'utf8')

interface Launch {
  readonly name: string
  readonly runtimeExecutable: string
  readonly runtimeArgs: readonly string[]
  readonly program: string
}

describe('the settings of the editor', () => {
  const { configurations }: { configurations: readonly Launch[] } = JSON.parse(read('.vscode/launch.json'))
  const inside = (path: string): string => path.replace(`$${'{workspaceFolder}'}`, root)

  it('start programs that there are', () => {
    for (const { name, program } of configurations)
      assert.ok(program.endsWith('{file}') || existsSync(inside(program)), `${name}: ${program}`)
  })

  it('debug a test of the sources', () => {
    const { runtimeExecutable, runtimeArgs } = configurations.find(({ name }) => name === 'debug this test') ?? fail()
    const { status, stdout } = spawnSync(
      inside(runtimeExecutable),
      [...runtimeArgs, join(root, 'packages/errors/src/nation-ec-error.test.ts')],
      // A test inside a test would report to this one.
      { cwd: root, encoding: 'utf8', env: toolEnvironment({ NODE_TEST_CONTEXT: undefined }) },
    )
    assert.equal(status, 0, stdout)
    assert.match(stdout, /pass [1-9]/)
  })

  it('know the condition that leads to the sources', () => {
    const settings: Record<string, unknown> = JSON.parse(read('.vscode/settings.json'))
    assert.deepEqual(settings['nodejs-testing.extraParameters'], ['--conditions=@nationec/source'])
  })
})

describe('the forms for issues', () => {
  const files = filesBelow(
    root,
    '.github/ISSUE_TEMPLATE',
    (file) => file.endsWith('.yml') && !file.endsWith('config.yml'),
  )

  it('ask in Chinese and English', () => {
    assert.ok(files.length > 0)
    for (const file of files) {
      const form = parse(read(file))
      const labels = form.body.flatMap((field: { attributes: { label?: string } }) => field.attributes.label ?? [])
      for (const text of [form.name, form.description, ...labels]) assert.match(text, /[a-z].*[\u4e00-\u9fff]/i, file)
    }
  })
})

function fail(): never {
  throw new Error('no such configuration')
}
