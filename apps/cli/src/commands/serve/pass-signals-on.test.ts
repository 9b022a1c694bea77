import assert from 'node:assert/strict'
import process from 'node:process'
import { describe, it } from 'node:test'
import { passSignalsOn } from './pass-signals-on.ts'

describe('what the agent is told when nationec serve is', () => {
  for (const [inConsole, passed] of [
    [true, ['SIGTERM']],
    [false, ['SIGINT', 'SIGTERM']],
  ] as const) {
    it(`is ${passed.join(' and ')} ${inConsole ? 'in' : 'outside of'} a console`, () => {
      const sent: string[] = []
      const stop = passSignalsOn({ kill: (signal) => sent.push(signal) }, { inConsole })
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.emit(signal, signal)
      stop()
      assert.deepEqual(sent, passed)
    })
  }
})
