import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { defineTransport } from '@nationec/transport'
import { conformanceCases, runConformanceCase, type TestRunner, testTransport } from '@nationec/transport/conformance'
import { createWire, goodSpec } from './fixtures/wire.ts'

const timing = { patience: 100, quiet: 5, deadline: 10 }

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

function wireSubject() {
  const wire = createWire()
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
