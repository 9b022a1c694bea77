import assert from 'node:assert/strict'
import { join, relative } from 'node:path'
import { describe, it } from 'node:test'
import { run } from '../../scripts/run.mjs'
import { deal } from '../../scripts/test/deal.mjs'
import { root, tool } from '../../scripts/tools.mjs'
import { ENDED } from './in-one-process.ts'
import { allExamples, PROJECTS, type Program, writePrograms } from './programs.ts'

const folder = join(root, 'tests/readme/.cache')
const programs = writePrograms(folder, allExamples(root))

/** Output that names the files made here by the pages they come from. */
const readable = (output: string): string =>
  output.replaceAll(`${relative(root, folder)}/`, '').replaceAll(`${folder}/`, '')

const inOne = join(import.meta.dirname, 'in-one-process.ts')
const inAPage = join(import.meta.dirname, 'in-a-page.ts')
const isOfAPage = (file: string): boolean => file.startsWith('packages/browser/')
const start = (words: readonly string[], limit: number) => run(process.execPath, [...words], { cwd: folder, limit })

/** Programs that share a process; a page needs one of its own. */
const batches = deal(
  programs.filter(({ file, notRun }) => notRun === undefined && !isOfAPage(file)),
  4,
).map((batch) => ({ batch, ended: undefined as Promise<boolean> | undefined }))

/** Whether a program has run well among others. */
async function ranAmongOthers({ path }: Program): Promise<boolean> {
  const shared = batches.find(({ batch }) => batch.some((program) => program.path === path))
  if (shared === undefined) return false
  shared.ended ??= start([inOne, ...shared.batch.map((program) => program.path)], 60_000).then(
    ({ code, output }) => code === 0 && output.includes(ENDED),
  )
  return await shared.ended
}

describe('the code that readers are shown', { concurrency: 2 }, () => {
  it('has correct types', { skip: programs.length === 0 && 'no examples yet' }, async () => {
    const { command, args } = tool('tsc')
    for (const project of PROJECTS) {
      const { code, output } = await run(command, [...args, '-p', join(folder, project)], { cwd: root })
      assert.equal(code, 0, readable(output))
    }
  })

  for (const program of programs) {
    const { file, line, path, notRun } = program
    it(`runs: ${file}:${line}`, { skip: notRun ?? false }, async () => {
      if (await ranAmongOthers(program)) return
      // Alone, it fails under its own name.
      const { code, output } = await start(isOfAPage(file) ? [inAPage, path] : [path], 20_000)
      assert.equal(code, 0, readable(output))
    })
  }
})
