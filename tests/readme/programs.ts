import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { filesBelow, workspaces } from '../../scripts/workspaces.mjs'
import { sourcesOf } from '../structure/tracked-files.ts'
import { examplesInDocstrings } from './docstrings.ts'
import type { Example } from './example.ts'
import { examplesInMarkdown } from './markdown.ts'

/** Every example of the repository that a reader may copy. */
export function allExamples(top: string): Example[] {
  const folders = workspaces(top).map(({ folder }) => folder)
  const isPage = (file: string): boolean => file.endsWith('.md')
  const pages = [
    ...filesBelow(top, '', isPage).filter((file) => /^README(\.[\w-]+)?\.md$/.test(file)),
    ...folders.flatMap((folder) =>
      filesBelow(top, folder, (file) => /^README(\.[\w-]+)?\.md$/.test(file.slice(folder.length + 1))),
    ),
    ...filesBelow(top, 'docs', isPage),
  ]
  const read = (file: string): string => readFileSync(join(top, file), 'utf8')
  return [
    ...pages.flatMap((file) => examplesInMarkdown(file, read(file))),
    ...folders.flatMap((folder) => sourcesOf(top, folder)).flatMap((file) => examplesInDocstrings(file, read(file))),
  ]
}

export interface Program extends Example {
  /** The file made of it, absolute. */
  readonly path: string
}

/** Writes each example into a file of its own, at the line where the reader sees it, so that errors point there. */
export function writePrograms(folder: string, examples: readonly Example[]): Program[] {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(SETTINGS))
  return examples.map((example) => {
    const path = join(folder, `${example.file.replaceAll('/', '.')}.${example.line}.ts`)
    writeFileSync(path, `${'\n'.repeat(example.line - 1)}${example.code}\nexport {}\n`)
    return { ...example, path }
  })
}

/** What a careful reader has in a new project. */
const SETTINGS = {
  compilerOptions: {
    target: 'ES2022',
    lib: ['ES2023', 'ESNext.Disposable', 'DOM'],
    module: 'NodeNext',
    types: ['node'],
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    erasableSyntaxOnly: true,
    verbatimModuleSyntax: true,
  },
  include: ['*.ts'],
}
