import assert from 'node:assert/strict'
import { type DeclareOptions, declareCases, within } from '@nationec/transport/conformance'
import type { OpenStore } from '../contract.ts'
import type { AbleSubject, StoreCase } from './case.ts'
import { storeCases } from './cases.ts'
import { START } from './sample-rows.ts'
import type { MakeStoreSubject, StoreSubject } from './subject.ts'

/** Settings of {@link testStore}. */
export interface TestStoreOptions extends DeclareOptions {
  /** Milliseconds that one case may take; default 60,000. */
  readonly patience?: number | undefined
}

/**
 * Tests a store against the contract of a ledger's stores: every rule, each on a fresh and empty subject.
 *
 * @param name appears in the report
 * @param makeSubject makes a place, the stores over it, and what can be done to it from outside
 * @param options `skip` with reasons, `patience`, another `runner`
 * @example
 * ```ts
 * import { memoryStore } from '@nationec/ledger'
 * import { testStore } from '@nationec/ledger/store-kit'
 *
 * const rest = 'nothing lies at rest'
 * testStore(
 *   'memory',
 *   () => ({ store: memoryStore, dispose: () => {} }),
 *   {
 *     skip: {
 *       'what was committed is there after a sudden end': rest,
 *       'durability tells what is set now': rest,
 *       'no answer lies at rest in clear': rest,
 *       'tells damage: row-changed': rest,
 *       'tells damage: row-removed': rest,
 *       'tells damage: event-changed': rest,
 *       'tells damage: event-removed': rest,
 *       'tells damage: events-swapped': rest,
 *     },
 *   },
 * )
 * ```
 */
export function testStore(name: string, makeSubject: MakeStoreSubject, options: TestStoreOptions = {}): void {
  const cases = storeCases.map((storeCase) => ({
    title: storeCase.title,
    run: () => runStoreCase(storeCase, makeSubject, options),
  }))
  declareCases(`store contract: ${name}`, cases, options)
}

/** Runs one case on a fresh subject. Resolves if the rule is kept, rejects with the reason if not. */
export async function runStoreCase(
  storeCase: StoreCase,
  makeSubject: MakeStoreSubject,
  { patience = 60_000 }: TestStoreOptions = {},
): Promise<void> {
  const subject = await makeSubject()
  const opened: OpenStore[] = []
  let failure: { readonly reason: unknown } | undefined
  try {
    await within(
      patience,
      storeCase.title,
      storeCase.run({ subject: able(storeCase, subject), open: opening(subject, opened) }),
    )
  } catch (reason) {
    failure = { reason }
  }
  // How a store closes is the matter of cases: here it only must not hold the place.
  for (const store of opened) await within(patience, 'close', store.close()).catch(() => {})
  await subject.dispose()
  if (failure !== undefined) throw failure.reason
}

function opening(subject: StoreSubject, opened: OpenStore[]) {
  let instances = 0
  return async (store = subject.store()): Promise<OpenStore> => {
    instances += 1
    const open = await store.open({ clock: () => START, instance: `instance-${instances}` })
    opened.push(open)
    return open
  }
}

function able({ needs = [] }: StoreCase, subject: StoreSubject): AbleSubject {
  for (const need of needs) {
    assert.ok(
      typeof subject[need] === 'function',
      `the subject cannot \`${need}\`: give it that ability, or skip this title with a reason`,
    )
  }
  return subject as AbleSubject
}
