// @everyday node
import assert from 'node:assert/strict'
import { EventEmitter } from 'node:events'
import { describe, it } from 'node:test'
import { passSignalsOn } from './pass-signals-on.ts'

describe('what the agent is told when nationec serve is', () => {
  for (const [inConsole, passed] of [
    [true, ['SIGTERM']],
    [false, ['SIGINT', 'SIGHUP', 'SIGTERM']],
  ] as const) {
    it(`is ${passed.join(' and ')} ${inConsole ? 'in' : 'outside of'} a console`, () => {
      const sent: string[] = []
      // Not this process: the test runner would end at its own SIGINT.
      const told = new EventEmitter()
      const stop = passSignalsOn({ kill: (signal) => sent.push(signal) }, { inConsole, told })
      for (const signal of ['SIGINT', 'SIGHUP', 'SIGTERM'] as const) told.emit(signal, signal)
      stop()
      assert.deepEqual(sent, passed)
    })
  }
})
