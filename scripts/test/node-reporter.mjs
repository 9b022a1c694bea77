/**
 * A reporter for `node --test`: prints what failed, what the tests printed, and the totals in one line for
 * {@link import('./counts.mjs').countsOfNode}.
 */
import { relative } from 'node:path'
import { inspect } from 'node:util'

/**
 * @param {AsyncIterable<import('node:test/reporters').TestEvent>} events
 * @returns {AsyncGenerator<string, void>}
 */
export default async function* report(events) {
  /** @type {Record<string, number>} */
  const counts = {}
  for await (const { type, data } of events) {
    if (type === 'test:fail' && data.details.type !== 'suite' && !isPlanned(data)) {
      const { name, file, line, details } = data
      const place =
        file === undefined ? '' : ` (${relative(process.cwd(), file)}${line === undefined ? '' : `:${line}`})`
      yield `\nFAILED ${name}${place}\n${inspect(details.error.cause ?? details.error)}\n`
    }
    if (type === 'test:stdout' || type === 'test:stderr') yield data.message
    if (type === 'test:diagnostic') {
      const total = /^(tests|pass|fail|cancelled|skipped|todo) (\d+)$/.exec(data.message)
      if (total?.[1] !== undefined && data.nesting === 0) counts[total[1]] = Number(total[2])
    }
  }
  yield `counts ${JSON.stringify(counts)}\n`
}

/** A test marked `todo` or `skip` reports its failure, but does not fail the run. @param {{ todo?: unknown, skip?: unknown }} data */
const isPlanned = ({ todo, skip }) => todo !== undefined || skip !== undefined
