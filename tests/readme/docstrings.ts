import type { Example } from './example.ts'
import { examplesInMarkdown } from './markdown.ts'

/**
 * The `@example` blocks of the docstrings of a source file. A title `not run: reason` behind the tag keeps an example
 * from being run.
 */
export function examplesInDocstrings(file: string, source: string): Example[] {
  return [...source.matchAll(/\/\*\*[\s\S]*?\*\//g)].flatMap(({ 0: comment, index }) => {
    const firstLine = source.slice(0, index).split('\n').length
    const page = comment
      .split('\n')
      .map((line) => line.replace(/^\s*(\/\*)?\*+ ?/, ''))
      .map((line) => line.replace(/^@example\s+(not run: .+)$/, '<!-- $1 -->'))
    return examplesInMarkdown(file, page.join('\n')).map((example) => ({
      ...example,
      line: example.line + firstLine - 1,
    }))
  })
}
