// @everyday node
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { mslChannel } from './channel/msl-channel.ts'
import { testKeys } from './fixtures/test-keys.ts'
import { lines } from './fixtures/world/lines.ts'
import { playWorld } from './fixtures/world/world.ts'

describe('exactly once', () => {
  it('holds on a good line without crashes, and then every act happens', () => {
    const { told, effects } = playWorld({ seed: 1, acts: 10, crashes: 0 })
    assert.ok(effects > 0 && (told['answered'] ?? 0) >= effects)
  })

  it('does not hang on the clocks: a terminal that begins to remember today carries out every act', () => {
    for (const terminalAhead of [-300, 2, 300, 28_800]) {
      const { told } = playWorld({ seed: 1, acts: 10, crashes: 0, terminalAhead })
      assert.equal(told['refused'], undefined, `the terminal's clock is ${terminalAhead} s ahead`)
    }
  })

  for (const [name, faults] of Object.entries(lines)) {
    it(`holds through crashes of both sides at any step on ${name}`, () => {
      for (let seed = 0; seed < 30; seed += 1) playWorld({ seed, acts: 6, faults, crashes: (seed % 4) / 2 })
    })
  }

  for (const [title, keyLife] of [
    ['the secure channel', {}],
    ['the secure channel and a new key after every record', { records: 1 }],
  ] as const) {
    it(`holds with ${title}, on a noisy line`, () => {
      const { institution, terminal } = testKeys()
      const own = { role: 'institution', own: institution.link, terminal: institution.terminal.link } as const
      const institutions = terminal.institutions.map(({ link }) => link)
      const channels = {
        institutionChannel: mslChannel(own, { keyLife }),
        terminalChannel: mslChannel({ role: 'terminal', own: terminal.link, institutions }, { keyLife }),
      }
      playWorld({ seed: 3, acts: 3, faults: { bitErrors: 1e-4, losses: 1e-3 }, crashes: 0.5, ...channels })
    })
  }
})

describe('the campaign finds designs that are known to be broken', () => {
  for (const sabotage of ['terminal-forgets', 'institution-forgets', 'runs-again-after-restart'] as const) {
    it(sabotage, () => {
      assert.throws(
        () => {
          for (let seed = 0; seed < 60; seed += 1) playWorld({ seed, acts: 6, crashes: 1, sabotage })
        },
        { name: 'AssertionError' },
      )
    })
  }
})
