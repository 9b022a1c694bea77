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
    ...withoutCopies(pages.flatMap((file) => examplesInMarkdown(file, read(file)))),
    ...folders.flatMap((folder) => sourcesOf(top, folder)).flatMap((file) => examplesInDocstrings(file, read(file))),
  ]
}

/** A Chinese page mostly shows the programs of the English one, to the letter: each is run once. */
function withoutCopies(examples: readonly Example[]): Example[] {
  const english = new Set(
    examples.filter(({ file }) => !file.endsWith(CHINESE)).map(({ file, code }) => `${file} ${code}`),
  )
  return examples.filter(
    ({ file, code }) => !(file.endsWith(CHINESE) && english.has(`${file.replace(CHINESE, '.md')} ${code}`)),
  )
}

const CHINESE = '.zh-CN.md'

export interface Program extends Example {
  /** The file made of it, absolute. */
  readonly path: string
}

/** Writes each example into a file of its own, at the line where the reader sees it, so that errors point there. */
export function writePrograms(folder: string, examples: readonly Example[]): Program[] {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  writeProjects(folder)
  return examples.map((example) => {
    const ending = example.commonJs ? 'cjs' : 'ts'
    const path = join(folder, `${example.file.replaceAll('/', '.')}.${example.line}.${ending}`)
    const rest = example.commonJs ? '' : 'export {}\n'
    writeFileSync(path, `${'\n'.repeat(example.line - 1)}${example.code}\n${rest}`)
    return { ...example, path }
  })
}

/** The projects to check the types of: programs, and pages, which have a document and no Node. */
export const PROJECTS = ['tsconfig.json', 'tsconfig.page.json']

/** What a careful reader has in a new project, over the sources, as everything here that is no proof of the build. */
const OPTIONS = {
  target: 'ES2022',
  lib: ['ES2023', 'ES2024.String', 'ESNext.Disposable'],
  module: 'NodeNext',
  customConditions: ['@nationec/source'],
  allowImportingTsExtensions: true,
  types: ['node'],
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  erasableSyntaxOnly: true,
  verbatimModuleSyntax: true,
}
const OF_PAGES = 'packages.browser.*.ts'

function writeProjects(folder: string): void {
  const write = (name: string, settings: object): void => writeFileSync(join(folder, name), JSON.stringify(settings))
  // What a source declares of a library without types of its own.
  const declarations = '../../../packages/*/src/**/*.d.ts'
  write('tsconfig.json', { compilerOptions: OPTIONS, include: ['*.ts', declarations], exclude: [OF_PAGES] })
  const lib = [...OPTIONS.lib, 'DOM', 'DOM.Iterable']
  write('tsconfig.page.json', { compilerOptions: { ...OPTIONS, lib, types: [] }, include: [OF_PAGES] })
}
