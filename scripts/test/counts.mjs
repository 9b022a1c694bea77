/**
 * How many tests ran, from what each runtime says at its end.
 *
 * @typedef {{ passed: number, failed: number, skipped: number }} Counts
 */

/**
 * Node's test runner: the totals that our reporter prints as its last line.
 *
 * @param {string} output
 * @returns {Counts | undefined}
 */
export function countsOfNode(output) {
  const line = /^counts (\{.*\})$/m.exec(output)?.[1]
  if (line === undefined) return undefined
  const { pass = 0, fail = 0, cancelled = 0, skipped = 0, todo = 0 } = JSON.parse(line)
  return { passed: pass, failed: fail + cancelled, skipped: skipped + todo }
}

/**
 * `bun test`: its closing lines (` 12 pass`). A file that does not load is one of ` 1 fail` there, and missing in its JUnit report.
 *
 * @param {string} output
 * @returns {Counts | undefined}
 */
export function countsOfBun(output) {
  const closing = output.slice(output.search(/^ *\d+ pass$/m))
  if (!/^Ran \d+ tests?/m.test(closing)) return undefined
  const count = (/** @type {string} */ word) => Number(new RegExp(`^ *(\\d+) ${word}$`, 'm').exec(closing)?.[1] ?? 0)
  return { passed: count('pass'), failed: count('fail'), skipped: count('skip') + count('todo') }
}

/**
 * `deno test`: its JUnit report, where a suite is a test case like any other, and a step is named `suite > step`. Counted
 * are the cases without steps of their own, so that the number is that of the other runtimes.
 *
 * @param {string} report
 * @returns {Counts | undefined}
 */
export function countsOfDeno(report) {
  const cases = [...report.matchAll(/<testcase name="([^"]*)"[^>]*>([\s\S]*?)<\/testcase>/g)]
  if (cases.length === 0) return undefined
  const parents = new Set()
  for (const [, name = ''] of cases) {
    for (let at = name.lastIndexOf(' &gt; '); at > 0; at = name.lastIndexOf(' &gt; ', at - 1))
      parents.add(name.slice(0, at))
  }
  const counts = { passed: 0, failed: 0, skipped: 0 }
  for (const [, name, body = ''] of cases) {
    if (parents.has(name)) continue
    counts[body.includes('<failure') ? 'failed' : body.includes('<skipped') ? 'skipped' : 'passed'] += 1
  }
  return counts
}

/**
 * What a run counts for. A run that ended badly without a failed test, or that should have had tests and tells of none,
 * is one failure: silence is never a success.
 *
 * @param {number} code the exit code
 * @param {Counts | undefined} counts
 * @returns {Counts}
 */
export function judge(code, counts) {
  const { passed, failed, skipped } = counts ?? { passed: 0, failed: 0, skipped: 0 }
  const silent = passed + failed + skipped === 0
  return { passed, failed: (code !== 0 || silent) && failed === 0 ? 1 : failed, skipped }
}
