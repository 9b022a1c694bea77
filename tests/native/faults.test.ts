// @runtimes node
// @needs cc
import assert from 'node:assert/strict'
import { constants } from 'node:os'
import { describe, it } from 'node:test'
import { ownTarget, unableToRun } from '../../native/build.mjs'
import { KIND } from './frames.ts'
import { type Ending, startHost } from './host-process.ts'
import { type Fault, faultOf } from './payloads.ts'

const { SIGSEGV, SIGBUS, SIGABRT } = constants.signals
const linux = process.platform === 'linux'
const INPUT = '{"姓名":"张三"}'

interface Broken {
  readonly fault: Fault
  readonly ending: Ending
}

/** Makes one call that breaks the host: the frame it leaves and how it ends. */
async function breakHost(mode: string, options: { args?: readonly string[]; target?: string } = {}): Promise<Broken> {
  await using host = await startHost({ mode: `echo,${mode}`, ...options })
  const fault = faultOf(await host.answer(INPUT))
  assert.equal(await host.next(), undefined)
  const ending = await host.ending
  assert.equal(host.stderr, '')
  return { fault, ending }
}

/** A bad address is one signal or the other, by the system. */
function assertMemoryFault({ fault, ending }: Broken): void {
  assert.ok([SIGSEGV, SIGBUS].includes(fault.code), String(fault.code))
  assert.deepEqual([fault.cause, ending.code], ['exception', 128 + fault.code])
}

describe('a library that breaks its process', () => {
  for (const target of new Set([ownTarget, 'linux-ia32'])) {
    const skip = target === ownTarget || ownTarget === 'linux-x64' ? unableToRun(target) : 'only from linux-x64'

    it(`writes where nothing is (${target})`, { skip }, async () => {
      const broken = await breakHost('crash', { target })
      assertMemoryFault(broken)
      const { place, phase, address, callingThread, access, instruction } = broken.fault
      assert.deepEqual([place, phase, address, callingThread], ['null', 'inside', 0n, true])
      if (linux && !process.arch.startsWith('arm')) assert.deepEqual([access, instruction > 0n], [1, true])
    })

    it(`writes one byte behind OutData (${target})`, { skip }, async () => {
      const broken = await breakHost('overrun-1', { target })
      assertMemoryFault(broken)
      assert.deepEqual([broken.fault.place, broken.fault.distance], ['after-out', 0])
    })

    it(`overflows its stack (${target})`, { skip }, async () => {
      const broken = await breakHost('stack-overflow', { target })
      assertMemoryFault(broken)
      assert.equal(broken.fault.place, 'stack-end')
    })
  }

  it('writes a page behind OutData, or before it', async () => {
    const page = await breakHost('overrun-page')
    assert.deepEqual([page.fault.place, page.fault.distance], ['after-out', 0])
    const before = await breakHost('underrun')
    assert.deepEqual([before.fault.place, before.fault.distance], ['before-out', 1])
  })

  it('writes one byte behind an OutData of any size', async () => {
    const { fault } = await breakHost('overrun-1', { args: ['--out-bytes', '921599'] })
    assert.deepEqual([fault.place, fault.distance], ['after-out', 0])
  })

  it('breaks on a thread of its own', async () => {
    const { fault } = await breakHost('crash-thread')
    assert.deepEqual([fault.place, fault.callingThread, fault.phase], ['null', false, 'inside'])
  })

  it('aborts', async () => {
    const { fault, ending } = await breakHost('abort')
    assert.deepEqual([fault.cause, fault.code, fault.place], ['exception', SIGABRT, 'elsewhere'])
    assert.equal(ending.code, 128 + SIGABRT)
  })

  it('calls exit', async () => {
    const { fault, ending } = await breakHost('exit')
    assert.deepEqual([fault.cause, fault.code, fault.phase], ['exit', 0, 'inside'])
    assert.equal(ending.code, 77)
  })

  it('leaves without a word', async () => {
    await using host = await startHost({ mode: 'exit-now' })
    await host.begin(INPUT)
    assert.equal(await host.next(), undefined)
    assert.deepEqual(await host.ending, { code: 78, signal: null })
  })

  it('breaks after the work was done: the frames say that the call had begun', async () => {
    const { fault } = await breakHost('crash-after')
    assert.equal(fault.phase, 'inside')
  })

  it('breaks in a later call, and only there', async () => {
    await using host = await startHost({ mode: 'echo,crash@3' })
    assert.equal((await host.answer(INPUT)).kind, KIND.RESULT)
    assert.equal((await host.answer(INPUT)).kind, KIND.RESULT)
    const broken = await host.answer(INPUT)
    assert.deepEqual([broken.kind, broken.id], [KIND.FAULT, 3])
  })

  it('tells nothing of the request', async () => {
    await using host = await startHost({ mode: 'crash' })
    const { payload } = await host.answer('SECRET-SECRET-SECRET')
    assert.equal(payload.length, 48)
    assert.ok(!payload.includes('SECRET'))
  })
})

describe('a library that only looks broken', () => {
  it('prints into every stream, frames and all', async () => {
    await using host = await startHost({ mode: 'echo,print' })
    for (let call = 1; call <= 20; call += 1) assert.equal((await host.answer(INPUT)).kind, KIND.RESULT)
    assert.deepEqual(await host.close(), { code: 0, signal: null })
    assert.deepEqual([host.skipped, host.stderr], [0, ''])
  })

  it('prints where it can be seen, if asked', async () => {
    await using host = await startHost({ mode: 'echo,print', args: ['--show-prints'] })
    await host.call(INPUT)
    await host.close()
    assert.equal(host.skipped, 0)
    // Two by the C runtime, two past it.
    assert.equal(host.stderr.match(/NationECCode: printing/g)?.length, 4)
  })
})
