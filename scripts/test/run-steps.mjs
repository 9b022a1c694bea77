/**
 * @typedef {import('./steps.mjs').Step} Step
 * @typedef {import('./summary.mjs').Row} Row
 * @typedef {Row & Pick<import('./runtimes.mjs').Result, 'output' | 'again'>} Ended
 */

/** A step with more failed tests than these is broken, not unlucky. */
const UNSTEADY_AT_MOST = 5

/** So many steps at a time: most wait for a line, a timer or a program for half of their time. */
const AT_ONCE = 2

/**
 * Runs steps in their order, two at a time. None is left out when another one fails. When all have ended, the tests of a
 * step that failed in few are run once more, alone: those that pass then count as passed and are told as unsteady.
 *
 * @param {readonly Step[]} steps
 * @param {{ onStart: (step: Step, index: number) => void, onEnd: (step: Step, index: number, ended: Ended) => void, onAgain: (step: Step, index: number, ended: Ended) => void }} listener
 * @returns {Promise<Row[]>} one for each step, in the order of the steps
 */
export async function runSteps(steps, { onStart, onEnd, onAgain }) {
  /** @type {Set<Promise<void>>} */
  const running = new Set()
  /** @type {Ended[]} */
  const rows = []

  for (const [index, step] of steps.entries()) {
    if (running.size === AT_ONCE) await Promise.race(running)
    onStart(step, index)
    const ending = runStep(step).then((ended) => {
      rows[index] = ended
      running.delete(ending)
      onEnd(step, index, ended)
    })
    running.add(ending)
  }
  await Promise.all(running)
  for (const [index, step] of steps.entries()) {
    const first = rows[index]
    if (first?.again === undefined || first.counts.failed === 0 || first.counts.failed > UNSTEADY_AT_MOST) continue
    rows[index] = await runAgain(step, first, first.again)
    onAgain(step, index, rows[index])
  }
  return rows
}

/** @param {Step} step @param {Ended} first @param {NonNullable<Ended['again']>} again @returns {Promise<Ended>} */
async function runAgain(step, first, again) {
  const { again: _, ...second } = await runStep({ ...step, work: again })
  const milliseconds = first.milliseconds + second.milliseconds
  if (second.counts.failed > 0) return { ...second, milliseconds }
  return { ...second, milliseconds, unsteady: first.counts.failed }
}

/** @param {Step} step @returns {Promise<Ended>} */
async function runStep({ title, files = [], absent, work }) {
  const started = performance.now()
  /** @type {import('./runtimes.mjs').Result} */
  const nothing = { passed: 0, failed: 0, skipped: 0, output: '' }
  const { output, again, ...counts } =
    absent === undefined
      ? await work(files).catch((error) => ({ ...nothing, failed: 1, output: textOf(error) }))
      : nothing
  const milliseconds = performance.now() - started
  return { title, counts, milliseconds, output, ...(again && { again }), ...(absent !== undefined && { absent }) }
}

/** @param {unknown} error */
const textOf = (error) => (error instanceof Error ? (error.stack ?? error.message) : String(error))
