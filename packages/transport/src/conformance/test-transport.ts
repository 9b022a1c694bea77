import assert from 'node:assert/strict'
import { conformanceCases } from './cases.ts'
import { type DeclareOptions, declareCases } from './declare-cases.ts'
import type { MakeSubject } from './peer.ts'
import { type CaseOptions, runConformanceCase } from './run-case.ts'
import { WaitedInVain } from './waiting.ts'

/** Settings of {@link testTransport}. */
export interface TestTransportOptions extends CaseOptions, DeclareOptions {}

/**
 * Runs the conformance kit: every rule of the transport contract, each on a fresh transport.
 *
 * @param name appears in the report
 * @param makeSubject makes a transport and its far end; called once for each rule
 * @param options `skip` with reasons, `timing` and `largeText` for slow media, another `runner`
 * @example
 * ```ts
 * import { scriptPeer, testTransport } from '@nationec/transport/conformance'
 * import { mockLink, mockTransport } from '@nationec/transport-mock'
 *
 * const noBytes = 'a handler gives a text or fails; there are no bytes between them'
 * const skip = {
 *   'an answer that breaks off is not handed on and is unknown': noBytes,
 *   'an answer that is no text is not handed on and is unknown': noBytes,
 * }
 * testTransport('mock', makeSubject, { skip })
 *
 * function makeSubject() {
 *   const link = mockLink()
 *   const { peer, answer } = scriptPeer({
 *     sessions: () => link.sessions,
 *     disconnect: () => link.disconnect(),
 *     failNextOpen: () => link.failNextOpen(),
 *   })
 *   return { transport: mockTransport(answer, { link }), peer, dispose: () => {} }
 * }
 * ```
 */
export function testTransport(name: string, makeSubject: MakeSubject, options: TestTransportOptions = {}): void {
  const bounded = boundRun()
  const cases = conformanceCases.map((conformanceCase) => ({
    title: conformanceCase.title,
    run: () => bounded(conformanceCase.title, () => runConformanceCase(conformanceCase, makeSubject, options)),
  }))
  declareCases(`transport contract: ${name}`, cases, options)
}

/** So many cases may wait in vain before the rest is not run any more; of a `close` that hangs, one is enough. */
const MOST_HANGS = 3

/** Keeps a run from taking the whole patience for each case: a transport that hangs in a few hangs in most. */
function boundRun(): (title: string, run: () => Promise<void>) => Promise<void> {
  let hangs = 0
  let ended: string | undefined
  return async (title, run) => {
    assert.ok(ended === undefined, `not run: ${ended}; mend that first`)
    try {
      await run()
    } catch (error) {
      if (error instanceof WaitedInVain) {
        hangs += error.what === 'close' ? MOST_HANGS : 1
        if (hangs >= MOST_HANGS) ended = `the run ended when "${title}" ${error.message}`
      }
      throw error
    }
  }
}
