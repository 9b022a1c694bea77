// @everyday none
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import {
  type ConformanceCase,
  type ConformanceTiming,
  conformanceCases,
  runConformanceCase,
} from '@nationec/transport/conformance'
import { badAuthors } from './fixtures/bad-authors.ts'
import { badConnections } from './fixtures/bad-connections.ts'
import type { BadTransport } from './fixtures/bad-transport.ts'
import { createWire } from './fixtures/wire.ts'

const badTransports = [...badAuthors, ...badConnections]

describe('the kit catches a transport that', () => {
  for (const bad of badTransports) {
    it(bad.sin, async () => {
      try {
        assert.deepEqual(await titlesBroken(bad), [...bad.caughtBy].sort())
      } finally {
        bad.dispose?.()
      }
    })
  }
})

describe('the kit', () => {
  it('has no case that no bad transport breaks', () => {
    const caught = new Set(badTransports.flatMap(({ caughtBy }) => caughtBy))
    assert.deepEqual(
      conformanceCases.map(({ title }) => title).filter((title) => !caught.has(title)),
      [],
    )
  })

  it('has no two cases of one title', () => {
    assert.equal(new Set(conformanceCases.map(({ title }) => title)).size, conformanceCases.length)
  })
})

/**
 * Every case runs on a wire of its own, so all can run at once, but for the one that looks at the whole process. With so
 * little patience a busy machine may break a case that the sin does not, or be so slow that a sin of milliseconds does not
 * show: a verdict that is not expected counts only when a patient second run says the same.
 */
async function titlesBroken(bad: BadTransport): Promise<string[]> {
  const timing = { patience: 400, quiet: 10, deadline: 40, longest: 220 }
  const patient = { ...timing, patience: 5_000, quiet: 300 }
  const judge = async (conformanceCase: ConformanceCase): Promise<string[]> => {
    const expected = bad.caughtBy.includes(conformanceCase.title)
    const first = await isBroken(bad, conformanceCase, timing)
    const broken = first === expected ? first : await isBroken(bad, conformanceCase, patient)
    return broken ? [conformanceCase.title] : []
  }
  const [alone, together] = [true, false].map((looks) =>
    conformanceCases.filter(({ title }) => (title === 'leaves no timer and no handle behind') === looks),
  )
  const ofAlone = await Promise.all((alone ?? []).map(judge))
  return [...ofAlone, ...(await Promise.all((together ?? []).map(judge)))].flat().sort()
}

async function isBroken(
  bad: BadTransport,
  conformanceCase: ConformanceCase,
  timing: ConformanceTiming,
): Promise<boolean> {
  const makeSubject = () => {
    const wire = createWire()
    return { transport: bad.make(wire), peer: wire.peer, dispose: () => {} }
  }
  try {
    await runConformanceCase(conformanceCase, makeSubject, { timing, largeText: 70_000 })
    return false
  } catch (error) {
    assert.ok(error instanceof Error)
    return true
  }
}
