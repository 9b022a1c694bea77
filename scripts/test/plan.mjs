import { choose } from './choose.mjs'
import { describeUnable, hasProgram } from './needs.mjs'
import { stepsFor } from './steps.mjs'

/**
 * @typedef {import('./steps.mjs').Step} Step
 * @typedef {import('./test-files.mjs').TestFile} TestFile
 * @typedef {import('./impact.mjs').Impact} Impact
 * @typedef {import('./options.mjs').Options} Options
 *
 * @typedef {object} Plan
 * @property {readonly Step[]} steps
 * @property {readonly string[]} leftOut what is not run and why, a line each
 * @property {number} unable test files that need a program which this machine lacks
 */

/** Steps that plain `npm test` leaves to `npm run test:all`. */
const RARE_STEPS = ['packaging']

/**
 * What to run. Nothing is left out in silence: each reason gives a line.
 *
 * @param {readonly TestFile[]} files
 * @param {Options} options
 * @param {Pick<Impact, 'hasPassed' | 'touchesMachine'>} impact
 * @param {(program: string) => boolean} [has]
 * @returns {Plan}
 */
export function plan(files, { words, all, fresh }, impact, has = hasProgram) {
  const isAble = (/** @type {TestFile} */ { needs }) => needs.every(has)
  const chosen = choose(words, stepsFor(files))
  const everything = words.length === 0
  const [rare, unchanged, unable] = [new Set(), new Set(), new Set()]

  const steps = chosen.flatMap((step) => {
    if (step.files === undefined) return [step]
    const isRare = everything && !all && RARE_STEPS.includes(step.name)
    const wanted = step.files.filter((file) => {
      const away =
        everything && !all && (isRare || !isEveryday(step, file, impact))
          ? rare
          : !isAble(file)
            ? unable
            : everything && !fresh && impact.hasPassed(step.name, file)
              ? unchanged
              : undefined
      away?.add(`${step.name} ${file.file}`)
      return away === undefined
    })
    return wanted.length === 0 ? [] : [{ ...step, files: wanted }]
  })

  const lines = [
    rare.size === 0
      ? ''
      : `not run here: ${rare.size} test files, a runtime each, of npm run test:all 仅在 test:all 中运行`,
    unchanged.size === 0
      ? ''
      : `not run again: ${unchanged.size} test files, a runtime each, passed with the same code (--fresh runs them) 代码未变且已通过`,
    unable.size === 0
      ? ''
      : describeUnable(
          files.filter((file) => !isAble(file)).flatMap(({ needs }) => needs),
          has,
          unable.size,
        ),
  ]
  return { steps, leftOut: lines.filter((line) => line !== ''), unable: unable.size }
}

/**
 * What touches nothing of the machine needs only the language, and seldom differs between engines: every day it runs on
 * Node, on the others in the run of all tests.
 *
 * @param {Step} step
 * @param {TestFile} file
 * @param {Pick<Impact, 'touchesMachine'>} impact
 */
function isEveryday({ name }, file, impact) {
  if (file.step !== 'suites') return file.everyday.length > 0
  if (name !== 'node' && file.everyday.includes('node') && !impact.touchesMachine(file)) return false
  return file.everyday.some((runtime) => runtime === name)
}
