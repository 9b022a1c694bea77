import assert from 'node:assert/strict'
import { describe, it } from 'node:test'

/** The two functions of a test runner that a kit uses; those of node:test, vitest, jest and mocha fit. */
export interface TestRunner {
  readonly describe: (name: string, body: () => void) => unknown
  readonly it: ((title: string, body: () => Promise<void>) => unknown) & {
    readonly skip: (title: string, body: () => Promise<void>) => unknown
  }
}

/** What every kit lets its user set. */
export interface DeclareOptions {
  /** Titles that do not apply, each with the reason. They stay visible as skipped. */
  readonly skip?: Readonly<Record<string, string>> | undefined
  /** Default: node:test, which Bun and Deno run too. */
  readonly runner?: TestRunner | undefined
}

/** The title under which a skip list is checked; it cannot be skipped. */
const SKIP_LIST = 'the skip list names known titles and gives reasons'

/**
 * Declares the cases of a kit as tests, and one more that fails for a skip list with an unknown title or without a reason.
 *
 * @param name appears in the report
 * @param cases each with the title that a skip list names
 * @param options `skip` with reasons, another `runner`
 * @example
 * ```ts
 * import { declareCases } from '@nationec/transport/conformance'
 *
 * declareCases('my kit: fast store', [{ title: 'keeps what it was given', run: async () => {} }])
 * ```
 */
export function declareCases(
  name: string,
  cases: readonly { readonly title: string; readonly run: () => Promise<void> }[],
  { skip = {}, runner = { describe, it } }: DeclareOptions = {},
): void {
  runner.describe(name, () => {
    runner.it(SKIP_LIST, async () => checkSkips(skip, new Set(cases.map(({ title }) => title))))
    for (const { title, run } of cases) {
      const reason = Object.hasOwn(skip, title) ? skip[title] : undefined
      if (reason === undefined) runner.it(title, run)
      else runner.it.skip(`${title} (skipped: ${reason})`, run)
    }
  })
}

function checkSkips(skip: Readonly<Record<string, string>>, titles: ReadonlySet<string>): void {
  for (const [title, reason] of Object.entries(skip)) {
    assert.ok(titles.has(title), `there is no case "${title}"`)
    assert.ok(typeof reason === 'string' && reason.trim() !== '', `"${title}" is skipped without a reason`)
  }
}
