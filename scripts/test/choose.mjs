/**
 * @typedef {import('./steps.mjs').Step} Step
 * @typedef {import('./test-files.mjs').TestFile} TestFile
 */

/** The steps that run the test files of the packages, one for each runtime. */
const RUNTIMES = ['node', 'bun', 'deno']

/**
 * What to run for the words after `npm test --`. A word that names a step chooses it; any other word chooses test files by
 * a part of their path, on the runtimes that are named or on all. Without words, everything.
 *
 * @param {readonly string[]} words
 * @param {readonly Step[]} steps
 * @returns {readonly Step[]}
 * @throws {UnknownWord} for a word that chooses nothing: silence would look like success
 */
export function choose(words, steps) {
  const isStep = (/** @type {string} */ word) => steps.some(({ name }) => name === word)
  const named = words.filter(isStep)
  const paths = words.filter((word) => !isStep(word)).map((word) => word.replace(/^\.\//, ''))
  const runtimes = named.filter((name) => RUNTIMES.includes(name))
  const matched = new Set()

  const chosen = steps.flatMap((step) => {
    if (words.length === 0) return [step]
    const isNamed = named.includes(step.name)
    const mayRun = isNamed || (RUNTIMES.includes(step.name) ? runtimes.length === 0 : true)
    const files = (step.files ?? []).filter(({ file }) => {
      const path = paths.find((part) => file.includes(part))
      if (path !== undefined && mayRun) matched.add(path)
      return path !== undefined
    })
    if (mayRun && files.length > 0) return [{ ...step, files }]
    // Named without a file of its own among the paths: a check, or a step that the paths do not speak of.
    return isNamed && (paths.length === 0 || !RUNTIMES.includes(step.name)) ? [step] : []
  })

  const unknown = paths.filter((path) => !matched.has(path))
  if (unknown.length > 0) throw new UnknownWord(unknown, steps)
  return chosen
}

/** Words that name no step and no test file of the chosen runtimes. */
export class UnknownWord extends Error {
  /** @param {readonly string[]} words @param {readonly Step[]} steps */
  constructor(words, steps) {
    const names = steps.map(({ name }) => name).join(', ')
    super(
      `no step and no test file is called ${words.join(', ')}; steps: ${names}\n` +
        `没有名为 ${words.join('、')} 的步骤或测试文件；可用步骤：${names}`,
    )
    this.name = 'UnknownWord'
  }
}
