import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { chooseBinding, type PortBinding } from './choose-binding.ts'
import type { Runtime } from './device/runtime.ts'
import type { SerialPortModule } from './serialport/serialport-module.ts'

const module = {} as SerialPortModule
const node = (major: number, minor: number, platform: string): Runtime => ({
  name: 'node',
  version: [major, minor],
  platform,
})

async function choice(wanted: PortBinding, runtime: Runtime, isInstalled = true): Promise<string> {
  let loads = 0
  const load = async () => {
    loads += 1
    return isInstalled ? module : undefined
  }
  try {
    const { type } = await chooseBinding(wanted, '/dev/x', runtime, load)
    assert.equal(loads, type === 'serialport' ? 1 : 0, 'what is not used is not loaded')
    return type
  } catch (error) {
    if (runtime.name !== 'node') assert.equal(loads, 0, 'it would end the process')
    return (error as { readonly code: string }).code
  }
}

describe('the way to ports', () => {
  it('is the system’s own where there is one, else the library where it works', async () => {
    for (const platform of ['linux', 'darwin']) {
      assert.equal(await choice('auto', node(24, 0, platform)), 'stty')
      assert.equal(await choice('auto', { name: 'bun', version: [26, 3], platform }), 'stty')
      assert.equal(await choice('auto', { name: 'deno', version: [26, 3], platform }), 'stty')
    }
    assert.equal(await choice('auto', node(24, 0, 'win32')), 'serialport')
    assert.equal(await choice('auto', node(24, 0, 'win32'), false), 'PORT_BINDING_MISSING')
  })

  it('is the library only where it works, and is never loaded elsewhere', async () => {
    assert.equal(await choice('serialport', node(20, 0, 'linux')), 'serialport')
    assert.equal(await choice('serialport', node(26, 3, 'linux')), 'serialport')
    assert.equal(await choice('serialport', node(26, 4, 'linux')), 'PORT_BINDING_MISSING')
    assert.equal(await choice('serialport', node(27, 0, 'win32')), 'PORT_BINDING_MISSING')
    assert.equal(await choice('serialport', node(24, 0, 'linux'), false), 'PORT_BINDING_MISSING')
    for (const name of ['bun', 'deno'] as const) {
      for (const platform of ['linux', 'win32']) {
        assert.equal(await choice('serialport', { name, version: [24, 0], platform }), 'PORT_BINDING_MISSING')
      }
    }
    assert.equal(await choice('stty', node(24, 0, 'win32')), 'PORT_BINDING_MISSING')
  })
})
