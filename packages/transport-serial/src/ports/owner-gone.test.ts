// @everyday none
// @needs cc
import assert from 'node:assert/strict'
import { realpathSync } from 'node:fs'
import process from 'node:process'
import { describe, it } from 'node:test'
import { isTransportError } from '@nationec/transport'
import { openPort } from '@nationec/transport-serial'
import { bindings } from '../fixtures/pty/bindings.ts'
import { listenAt } from '../fixtures/pty/port-ear.ts'
import { eventually, holdersOf } from '../fixtures/pty/processes.ts'
import { ptyLine } from '../fixtures/pty/pty-line.ts'
import { runProgram } from '../fixtures/pty/run-program.ts'

const isLinux = process.platform === 'linux'

for (const binding of bindings) {
  describe(`a port opened with ${binding}, whose program`, () => {
    for (const end of ['is killed', 'exit', 'throw']) {
      it(`${end === 'is killed' ? end : `ends by ${end}`}: nothing is left, and the port is free`, async () => {
        await using line = await ptyLine()
        const owner = runProgram('port-owner.mjs', [line.a, binding, end])
        await owner.lines(1)
        if (end === 'is killed') {
          assert.equal(await codeOfOpening(line.a), 'PORT_BUSY')
          await owner.kill()
        }
        await owner.ended
        await eventually(async () => (await codeOfOpening(line.a)) === 'open', 'the port is free')
        if (isLinux) await eventually(() => holdersOf(realpathSync(line.a)).length === 0, 'no process is left')
      })
    }
  })
}

describe('a port whose reader or writer is killed', { skip: !isLinux && 'needs /proc' }, () => {
  for (const helper of [0, 1]) {
    it(`is told gone, and the other is ended: ${helper}`, async () => {
      await using line = await ptyLine()
      const ear = await listenAt(openPort({ path: line.a, binding: 'stty' }))
      const device = realpathSync(line.a)
      await eventually(() => holdersOf(device).length === 2, 'a reader and a writer')
      process.kill(holdersOf(device)[helper]?.pid ?? 0, 'SIGKILL')
      await ear.ended()
      await ear.port.close()
      assert.ok(isTransportError(ear.ends[0], 'PORT_UNPLUGGED'))
      assert.equal(ear.ends.length, 1)
      await eventually(() => holdersOf(device).length === 0, 'no process is left')
      assert.equal(await codeOfOpening(line.a), 'open')
    })
  }
})

/** `open` if the port can be opened, and closed again; else why not. */
async function codeOfOpening(path: string): Promise<string> {
  try {
    const port = await openPort({ path, binding: 'stty' }).open({ onData: () => {}, onClose: () => {} })
    await port.close()
    return 'open'
  } catch (error) {
    return isTransportError(error) ? error.code : String(error)
  }
}
