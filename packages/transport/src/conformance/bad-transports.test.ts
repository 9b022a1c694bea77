import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { conformanceCases, runConformanceCase } from '@nationec/transport/conformance'
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

/** Every case runs on a wire of its own, so all can run at once. */
async function titlesBroken(bad: BadTransport): Promise<string[]> {
  const timing = { patience: 1_000, quiet: 10, deadline: 40 }
  const runs = conformanceCases.map(async (conformanceCase) => {
    const makeSubject = () => {
      const wire = createWire()
      return { transport: bad.make(wire), peer: wire.peer, dispose: () => {} }
    }
    try {
      await runConformanceCase(conformanceCase, makeSubject, { timing, largeText: 20_000 })
      return []
    } catch (error) {
      assert.ok(error instanceof Error)
      return [conformanceCase.title]
    }
  })
  return (await Promise.all(runs)).flat().sort()
}
