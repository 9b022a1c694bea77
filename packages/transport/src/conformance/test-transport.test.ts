import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { defineTransport, type Transport } from '@nationec/transport'
import { conformanceCases, runConformanceCase, type TestRunner, testTransport } from '@nationec/transport/conformance'
import { createWire, goodSpec } from './fixtures/wire.ts'

const timing = { patience: 100, quiet: 5, deadline: 10, longest: 5 }

describe('testTransport', () => {
  it('registers every case under its title, in a runner of your choice', () => {
    const { runner, registered, groups } = createRunner()
    testTransport('wire', wireSubject, { runner })
    assert.deepEqual(groups, ['transport contract: wire'])
    assert.deepEqual(
      registered.map(({ title }) => title).slice(1),
      conformanceCases.map(({ title }) => title),
    )
    assert.ok(registered.every(({ skipped }) => !skipped))
  })

  it('keeps a skipped case visible with its reason', async () => {
    const { runner, registered } = createRunner()
    const title = 'carries astral characters unchanged'
    testTransport('wire', wireSubject, { runner, skip: { [title]: 'the terminal speaks GBK' } })
    const skipped = registered.filter((test) => test.skipped)
    assert.deepEqual(
      skipped.map((test) => test.title),
      [`${title} (skipped: the terminal speaks GBK)`],
    )
    await registered[0]?.body()
  })

  it('fails a skip list with an unknown title', async () => {
    const { runner, registered } = createRunner()
    testTransport('wire', wireSubject, { runner, skip: { 'carries astral letters': 'a typing error' } })
    await assert.rejects(async () => registered[0]?.body(), /there is no case "carries astral letters"/)
  })

  it('fails a skip list without a reason', async () => {
    const { runner, registered } = createRunner()
    testTransport('wire', wireSubject, { runner, skip: { 'carries ASCII unchanged': ' ' } })
    await assert.rejects(async () => registered[0]?.body(), /skipped without a reason/)
  })

  it('does not take a name of the language for a skipped title', () => {
    const { runner, registered } = createRunner()
    testTransport('wire', wireSubject, { runner, skip: {} })
    assert.equal(registered.filter(({ skipped }) => skipped).length, 0)
  })
})

describe('a run over a transport that hangs', () => {
  it('ends with the first close that hangs', async () => {
    const outcomes = await runAll((transport) => ({
      ...transport,
      connect: (options) => ({ ...transport.connect(options), close: () => new Promise(() => {}) }),
    }))
    assert.deepEqual([...outcomes.keys()].slice(0, 3), [
      'describes itself: name, supports, limits within the specification, deadline',
      'opens nothing before the first exchange',
      'carries ASCII unchanged',
    ])
    const [described, first, ...others] = outcomes.values()
    assert.equal(described, 'passed')
    assert.equal(first, 'waited in vain for close')
    assert.equal(others.length, conformanceCases.length - 2)
    for (const outcome of others) {
      assert.match(
        outcome,
        /^not run: the run ended when "opens nothing .+" waited in vain for close; mend that first$/,
      )
    }
  })

  it('ends with the third case that waited in vain', async () => {
    const outcomes = await runAll((transport) => ({
      ...transport,
      connect: (options) => ({ ...transport.connect(options), exchange: () => new Promise(() => {}) }),
    }))
    const all = [...outcomes.values()]
    assert.equal(all.filter((outcome) => outcome.startsWith('waited in vain for')).length, 3)
    assert.equal(all.filter((outcome) => outcome.startsWith('not run')).length, conformanceCases.length - 5)
  })

  /** What became of each case, by title, when they run one after another as a runner does it. */
  async function runAll(spoil: (transport: Transport) => Transport): Promise<ReadonlyMap<string, string>> {
    const { runner, registered } = createRunner()
    const makeSubject = () => {
      const subject = wireSubject()
      return { ...subject, transport: spoil(subject.transport) }
    }
    testTransport('wire', makeSubject, { runner, timing })
    const outcomes = new Map<string, string>()
    for (const { title, body } of registered.slice(1)) {
      const outcome = await body().then(
        () => 'passed',
        (error: Error) => error.message,
      )
      outcomes.set(title, outcome)
    }
    return outcomes
  }
})

describe('runConformanceCase', () => {
  it('demands an ability of the far end, or a skip', async () => {
    const { disconnect: _, ...peer } = createWire().peer
    const needing = conformanceCases.filter(({ needs }) => needs?.includes('disconnect'))
    assert.ok(needing.length > 0)
    for (const conformanceCase of needing) {
      await assert.rejects(
        runConformanceCase(conformanceCase, () => ({ ...wireSubject(), peer }), { timing }),
        /cannot `disconnect`/,
      )
    }
  })

  it('demands that the far end plays a cut answer and plain bytes, or a skip', async () => {
    const { plays: _, ...peer } = createWire().peer
    const needing = conformanceCases.filter(({ needs }) => needs?.some((need) => need === 'cut' || need === 'bytes'))
    assert.equal(needing.length, 2)
    for (const conformanceCase of needing) {
      await assert.rejects(
        runConformanceCase(conformanceCase, () => ({ ...wireSubject(), peer }), { timing }),
        /cannot `(?:cut|bytes)`/,
      )
    }
  })

  it('demands that the far end tells the address and the time left, or a skip', async () => {
    for (const [title, missing] of [
      ['carries the address of each exchange unchanged', /got no `url`/],
      ['tells the far end the time that is left, without what was spent waiting', /got no `remaining`/],
    ] as const) {
      const asking = conformanceCases.find((conformanceCase) => conformanceCase.title === title)
      assert.ok(asking)
      const makeSubject = () => {
        const wire = createWire()
        const texts = async () => (await wire.peer.received()).map(({ text }) => ({ text }))
        return { ...wireSubject(wire), peer: { ...wire.peer, received: texts } }
      }
      // The queued exchange has its `patience` alone.
      await assert.rejects(
        runConformanceCase(asking, makeSubject, { timing: { ...timing, patience: 10_000 } }),
        missing,
      )
    }
  })

  it('ends although the transport never does', async () => {
    const deaf = defineTransport({
      ...goodSpec(createWire()),
      open: () => new Promise(() => {}),
    })
    const carrying = conformanceCases.find(({ title }) => title === 'carries ASCII unchanged')
    assert.ok(carrying)
    await assert.rejects(
      runConformanceCase(carrying, () => ({ ...wireSubject(), transport: deaf }), { timing }),
      /waited in vain for an answer/,
    )
  })

  it('ends although the factory never does', async () => {
    const [first] = conformanceCases
    assert.ok(first)
    await assert.rejects(
      runConformanceCase(first, () => new Promise(() => {}), { timing }),
      /waited in vain/,
    )
  })

  it('disposes of the subject, and reports a disposal that fails', async () => {
    const [first] = conformanceCases
    assert.ok(first)
    const dispose = () => Promise.reject(new Error('still busy'))
    await assert.rejects(
      runConformanceCase(first, () => ({ ...wireSubject(), dispose }), { timing }),
      /still busy/,
    )
  })
})

function wireSubject(wire = createWire()) {
  return { transport: defineTransport(goodSpec(wire)), peer: wire.peer, dispose: () => {} }
}

interface Registered {
  readonly title: string
  readonly skipped: boolean
  readonly body: () => Promise<void>
}

function createRunner(): { runner: TestRunner; registered: Registered[]; groups: string[] } {
  const registered: Registered[] = []
  const groups: string[] = []
  const register = (skipped: boolean) => (title: string, body: () => Promise<void>) => {
    registered.push({ title, skipped, body })
  }
  const runner: TestRunner = {
    describe: (name, body) => {
      groups.push(name)
      body()
    },
    it: Object.assign(register(false), { skip: register(true) }),
  }
  return { runner, registered, groups }
}
