/** @typedef {import('./steps.mjs').Step} Step */

/**
 * Which steps to run for the words after `npm test --`. A word that names a step chooses it; any other word chooses test
 * files by a part of their path. Without words, everything.
 *
 * @param {readonly string[]} words
 * @param {readonly string[]} stepNames
 * @returns {{ wantsStep: (name: string) => boolean, wantsFile: (file: string) => boolean }}
 */
export function choose(words, stepNames) {
  const steps = words.filter((word) => stepNames.includes(word))
  const parts = words.filter((word) => !stepNames.includes(word)).map((part) => part.replace(/^\.\//, ''))
  return {
    wantsStep: (name) => steps.length === 0 || steps.includes(name),
    wantsFile: (file) => parts.length === 0 || parts.some((part) => file.includes(part)),
  }
}
