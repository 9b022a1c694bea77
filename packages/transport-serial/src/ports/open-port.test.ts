// @needs cc
// @everyday none
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { chmodSync, realpathSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { describe, it } from 'node:test'
import { isTransportError } from '@nationec/transport'
import { openPort } from '@nationec/transport-serial'
import { seeded } from '../fixtures/line/seeded.ts'
import { bindings } from '../fixtures/pty/bindings.ts'
import { listenAt } from '../fixtures/pty/port-ear.ts'
import { ptyLine } from '../fixtures/pty/pty-line.ts'
import { inFolder } from '../fixtures/temporary-folder.ts'

const isRoot = process.getuid?.() === 0
const nobody = { onData: () => {}, onClose: () => {} }

for (const binding of bindings) {
  const at = (path: string, baudRate = 115_200) => openPort({ path, baudRate, binding })

  describe(`a port opened with ${binding}`, () => {
    // The library loses its wake-up now and then when both ways are busy: see docs/decisions/0015.
    const isDuplex = binding === 'stty'

    it(`carries a mebibyte of any bytes each way, ${isDuplex ? 'both ways at once' : 'in turn'}`, async () => {
      await using line = await ptyLine()
      await using a = await listenAt(at(line.a))
      await using b = await listenAt(at(line.b))
      const [there, back] = [seeded(1).bytes(1 << 20), seeded(2).bytes(1 << 20)]
      for (let from = 0; from < there.length; from += 5_000) a.port.write(there.subarray(from, from + 5_000))
      if (!isDuplex) await b.until(there.length)
      for (let from = 0; from < back.length; from += 5_000) b.port.write(back.subarray(from, from + 5_000))
      await Promise.all([a.until(back.length), b.until(there.length)])
      assert.ok(Buffer.from(b.heard).equals(there))
      assert.ok(Buffer.from(a.heard).equals(back))
      assert.equal(a.port.baud, Number.POSITIVE_INFINITY, 'a pseudo-terminal has no rate of its own')
    })

    it('keeps what is written when the bytes are used again', async () => {
      await using line = await ptyLine()
      await using a = await listenAt(at(line.a))
      await using b = await listenAt(at(line.b))
      const bytes = Uint8Array.of(1, 2, 3)
      a.port.write(bytes)
      bytes.fill(9)
      await b.until(3)
      assert.deepEqual([...b.heard], [1, 2, 3])
    })

    it('is used by one at a time, and free at once when it is closed', async () => {
      await using line = await ptyLine()
      for (const other of bindings) {
        const first = await at(line.a).open(nobody)
        await rejectsWith(openPort({ path: line.a, binding: other }).open(nobody), 'PORT_BUSY', line.a)
        await first.close()
        await first.close()
      }
    })

    it('is told gone once when it is unplugged, and may be closed then', async () => {
      await using line = await ptyLine()
      const ear = await listenAt(at(line.a))
      await line.unplug()
      await ear.ended()
      ear.port.write(Uint8Array.of(1))
      await ear.port.close()
      assert.equal(ear.ends.length, 1)
      assert.ok(isTransportError(ear.ends[0], 'PORT_UNPLUGGED'))
      await rejectsWith(at(line.a).open(nobody), 'PORT_MISSING', line.a)
      await line.plug()
      await using again = await listenAt(at(line.a))
      await using b = await listenAt(at(line.b))
      b.port.write(Uint8Array.of(7))
      await again.until(1)
      assert.deepEqual([...again.heard], [7])
    })

    it('tells nothing after it was closed, and what was written before has left', async () => {
      await using line = await ptyLine()
      const a = await listenAt(at(line.a))
      await using b = await listenAt(at(line.b))
      a.port.write(new Uint8Array(20_000).fill(5))
      await a.port.close()
      await b.until(20_000)
      await line.unplug()
      await b.ended()
      assert.deepEqual([b.heard.length, a.ends.length], [20_000, 0])
    })

    it('does not give what lay there before it was opened', async () => {
      await using line = await ptyLine()
      await using b = await listenAt(at(line.b))
      b.port.write(new Uint8Array(300).fill(1))
      await (await listenAt(at(line.a))).port.close() // passes time until the bytes are there
      b.port.write(new Uint8Array(300).fill(1))
      await new Promise((resolve) => setTimeout(resolve, 20))
      await using a = await listenAt(at(line.a))
      b.port.write(Uint8Array.of(2))
      await a.until(1)
      assert.deepEqual([...a.heard], [2])
    })

    it('closes although the line takes nothing', async () => {
      await using line = await ptyLine()
      const a = await at(line.a).open(nobody)
      await line.stall()
      a.write(new Uint8Array(1 << 20))
      await new Promise((resolve) => setTimeout(resolve, 20))
      await a.close()
      await (await at(line.a).open(nobody)).close()
    })

    it('changes its rate', async () => {
      await using line = await ptyLine({ sameRate: true })
      await using a = await listenAt(at(line.a, 9600))
      await using b = await listenAt(at(line.b, 115_200))
      a.port.write(Uint8Array.of(1, 2, 3))
      await b.until(3)
      assert.notDeepEqual([...b.heard], [1, 2, 3])
      await a.port.setBaud?.(115_200)
      a.port.write(Uint8Array.of(4, 5, 6))
      await b.until(6)
      assert.deepEqual([...b.heard.subarray(3)], [4, 5, 6])
    })

    it('opens nothing once it was given up', async () => {
      await using line = await ptyLine()
      await assert.rejects(at(line.a).open(nobody, AbortSignal.abort(new Error('given up'))), /given up/)
      const controller = new AbortController()
      const opening = at(line.a).open(nobody, controller.signal)
      setTimeout(() => controller.abort(new Error('given up')), 3)
      await opening.then(
        (port) => port.close(),
        (error: Error) => assert.match(error.message, /given up/),
      )
      await (await at(line.a).open(nobody)).close()
    })
  })

  describe(`a port that cannot be opened with ${binding}`, () => {
    it('is missing', () => rejectsWith(at('/dev/nationec-none').open(nobody), 'PORT_MISSING', '/dev/nationec-none'))

    it('is no serial port', () =>
      inFolder(async (folder) => {
        const file = join(folder, 'file')
        writeFileSync(file, '')
        for (const path of [file, folder, '/dev/null'])
          await rejectsWith(at(path).open(nobody), 'PORT_NOT_SERIAL', path)
      }))

    it('is forbidden', { skip: isRoot && 'nothing is forbidden to root' }, async () => {
      await using line = await ptyLine()
      chmodSync(realpathSync(line.a), 0o000)
      await rejectsWith(at(line.a).open(nobody), 'PORT_FORBIDDEN', line.a)
    })
  })
}

it('refuses a rate that the system does not have, and leaves nothing open', async (t) => {
  await using line = await ptyLine()
  const odd = 123_457
  if (spawnSync('stty', ['-F', line.a, String(odd)]).status === 0) return t.skip('this system takes any rate')
  await rejectsWith(openPort({ path: line.a, baudRate: odd, binding: 'stty' }).open(nobody), 'PORT_RATE_UNSUPPORTED')
  const port = await openPort({ path: line.a, binding: 'stty' }).open(nobody)
  await rejectsWith(port.setBaud?.(odd) ?? Promise.resolve(), 'PORT_RATE_UNSUPPORTED')
  await port.close()
})

describe('openPort', () => {
  it('refuses settings that cannot be meant, before anything is opened', () => {
    const wrong = [
      { path: '' },
      { path: 'a\0b' },
      { path: '/dev/x', baudRate: 0 },
      { path: '/dev/x', baudRate: 9600.5 },
      { path: '/dev/x', binding: 'socat' as 'stty' },
    ]
    for (const options of wrong) assert.throws(() => openPort(options), { code: 'OPTION_INVALID' })
  })
})

async function rejectsWith(work: Promise<unknown>, code: string, path = ''): Promise<void> {
  await assert.rejects(work, (error) => {
    assert.ok(isTransportError(error), String(error))
    assert.equal(error.code, code, `${error.code}: ${error.cause}`)
    assert.equal(error.delivery, 'not-sent')
    assert.ok(error.message.includes(path))
    return true
  })
}
