/**
 * `it` for the long campaigns (`*.deep.ts`): a piece of a campaign is one test with a seed of its own in its name. Under
 * `npm run test:deep` a piece writes down that it has passed, is not repeated with the same seed, and does not begin after
 * the time is over. Without it (`node --test FILE`) every piece runs.
 */
import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import process from 'node:process'
import { it as test } from 'node:test'

const journal = process.env['NATIONEC_DEEP_JOURNAL']
const until = Number(process.env['NATIONEC_DEEP_UNTIL'] ?? Number.POSITIVE_INFINITY)
const passed = new Set(
  journal !== undefined && existsSync(journal)
    ? readFileSync(journal, 'utf8')
        .split('\n')
        .filter((line) => line.startsWith('passed '))
        .map((line) => line.slice(line.indexOf(' ', 'passed '.length) + 1))
    : [],
)

type Work = () => void | Promise<void>
interface Options {
  readonly skip?: boolean | string
}

/** Declares a piece. Its name tells what it runs and with which seed: it is the same piece when the name is. */
export function it(name: string, work: Work): void
export function it(name: string, options: Options, work: Work): void
export function it(name: string, first: Options | Work, second?: Work): void {
  const { skip = false }: Options = typeof first === 'function' ? {} : first
  const work = typeof first === 'function' ? first : second
  if (skip !== false || work === undefined) {
    test(name, { skip }, () => {})
    return
  }
  if (journal !== undefined) appendFileSync(journal, `planned ${name}\n`)
  test(name, async () => {
    if (passed.has(name) || Date.now() > until) return
    const started = performance.now()
    await work()
    if (journal !== undefined) appendFileSync(journal, `passed ${Math.round(performance.now() - started)} ${name}\n`)
  })
}
