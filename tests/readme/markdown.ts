import type { Example } from './example.ts'

const FENCE = /^```(\w*)\s*$/
const NOT_RUN = /^<!-- not run: (.+) -->$/

/**
 * The `ts` blocks of a page, and its `js` blocks, which are whole CommonJS programs. The line before a fence may say `<!-- not run: reason -->`, for what needs a device, or
 * `<!-- continues -->`, for a block that goes on where the one before it ended.
 */
export function examplesInMarkdown(file: string, text: string): Example[] {
  const lines = text.split('\n')
  const examples: Example[] = []
  for (let start = 0; start < lines.length; start += 1) {
    const language = FENCE.exec(lines[start] ?? '')?.[1]
    if (language === undefined) continue
    const length = lines.slice(start + 1).findIndex((line) => line.startsWith('```'))
    const end = length < 0 ? lines.length : start + 1 + length
    const example = { file, line: start + 2, code: lines.slice(start + 1, end).join('\n') }
    if (language === 'ts') add(examples, example, lines[start - 1])
    if (language === 'js') examples.push({ ...example, commonJs: true })
    start = end
  }
  return examples
}

function add(examples: Example[], example: Example, lineBefore = ''): void {
  const reason = NOT_RUN.exec(lineBefore)?.[1]
  const previous = examples.findLast(({ commonJs }) => commonJs !== true)
  if (lineBefore === '<!-- continues -->' && previous !== undefined) {
    examples[examples.indexOf(previous)] = joined(previous, example)
  } else {
    examples.push(reason === undefined ? example : { ...example, notRun: reason })
  }
}

/** Keeps the second block at its own line, so that an error names the right one. */
function joined(first: Example, second: Example): Example {
  const used = first.line + first.code.split('\n').length
  return { ...first, code: `${first.code}${'\n'.repeat(second.line - used + 1)}${second.code}` }
}
