import assert from 'node:assert/strict'
import { join, relative } from 'node:path'
import { describe, it } from 'node:test'
import { run } from '../../scripts/run.mjs'
import { root, tool } from '../../scripts/tools.mjs'
import { allExamples, PROJECTS, writePrograms } from './programs.ts'

const folder = join(root, 'tests/readme/.cache')
const programs = writePrograms(folder, allExamples(root))

/** Output that names the files made here by the pages they come from. */
const readable = (output: string): string =>
  output.replaceAll(`${relative(root, folder)}/`, '').replaceAll(`${folder}/`, '')

/** What runs a program in place of Node itself. */
const runnerOf = (file: string): string[] =>
  file.startsWith('packages/browser/') ? [join(import.meta.dirname, 'in-a-page.ts')] : []

describe('the code that readers are shown', { concurrency: 2 }, () => {
  it('has correct types', { skip: programs.length === 0 && 'no examples yet' }, async () => {
    const { command, args } = tool('tsc')
    for (const project of PROJECTS) {
      const { code, output } = await run(command, [...args, '-p', join(folder, project)], { cwd: root })
      assert.equal(code, 0, readable(output))
    }
  })

  for (const { file, line, path, notRun } of programs) {
    it(`runs: ${file}:${line}`, { skip: notRun ?? false }, async () => {
      const { code, output } = await run(process.execPath, [...runnerOf(file), path], { cwd: folder, limit: 20_000 })
      assert.equal(code, 0, readable(output))
    })
  }
})
