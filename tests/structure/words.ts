import { isTestFile, textOf, trackedFiles } from './tracked-files.ts'

/** Ornaments that hide who does what, and what to write in their place. */
const WORDS = /\b(nobody|whoever|whatever|whichever|somebody)\b/i

/** Chinese words that readers took for something else, and what to write instead. */
const CHINESE: readonly (readonly [word: string, instead: string])[] = [
  ['替身', '模拟'],
  ['支付流水', '资金操作日志'],
  ['记忆库', '去重存储'],
  ['再问一次', '重新提交'],
  ['操作台', '控制台'],
  ['假定', '假设'],
  ['请按上述字段', '请按 issues 中列出的字段'],
  ['传输的定义', '传输层的定义'],
  ['录制带', '录制文件'],
]

/** Where sources, scripts and documents use such a word, one sentence each. Titles of tests are free. */
export function ornaments(top: string): string[] {
  return trackedFiles(top)
    .filter((file) => !isTestFile(file) && !file.includes('/generated/') && !EXEMPT.has(file))
    .flatMap((file) =>
      (textOf(top, file)?.split('\n') ?? []).flatMap((line, index) => {
        const word = WORDS.exec(line.replaceAll(NAMES, ''))?.[1]
        const hidden =
          word === undefined ? [] : [`${file}:${index + 1}: "${word}" hides who does it: name the part that does`]
        const misread = CHINESE.filter(([wrong]) => line.includes(wrong))
        return [...hidden, ...misread.map(([wrong, right]) => `${file}:${index + 1}: "${wrong}": write ${right}`)]
      }),
    )
}

/** These pages name the words that are not used. */
const STYLE_PAGES = ['docs/style.md', 'docs/style.zh-CN.md']

/** A lock file is not ours to word. */
const EXEMPT: ReadonlySet<string> = new Set(['package-lock.json', 'tests/structure/words.ts', ...STYLE_PAGES])

/** Names that others gave: the user of a system that owns nothing. */
const NAMES = /`nobody`/g
