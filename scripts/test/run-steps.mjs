/**
 * @typedef {import('./steps.mjs').Step} Step
 * @typedef {import('./summary.mjs').Row} Row
 * @typedef {Row & { output: string }} Ended
 */

/** So many steps at a time: most wait for a line, a timer or a program for half of their time. */
const AT_ONCE = 2

/**
 * Runs steps in their order, two at a time. None is left out when another one fails.
 *
 * @param {readonly Step[]} steps
 * @param {{ onStart: (step: Step, index: number) => void, onEnd: (step: Step, index: number, ended: Ended) => void }} listener
 * @returns {Promise<Row[]>} one for each step, in the order of the steps
 */
export async function runSteps(steps, { onStart, onEnd }) {
  /** @type {Set<Promise<void>>} */
  const running = new Set()
  /** @type {Row[]} */
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
  return rows
}

/** @param {Step} step @returns {Promise<Ended>} */
async function runStep({ title, files = [], absent, work }) {
  const started = performance.now()
  const nothing = { passed: 0, failed: 0, skipped: 0, output: '' }
  const { output, ...counts } =
    absent === undefined
      ? await work(files).catch((error) => ({ ...nothing, failed: 1, output: textOf(error) }))
      : nothing
  const milliseconds = performance.now() - started
  return { title, counts, milliseconds, output, ...(absent !== undefined && { absent }) }
}

/** @param {unknown} error */
const textOf = (error) => (error instanceof Error ? (error.stack ?? error.message) : String(error))
