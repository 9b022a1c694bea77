// @everyday none
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { documentOf } from '../../fixtures/published-schema.ts'
import { nationec } from '../../fixtures/run-nationec.ts'
import { temporaryFolder } from '../../fixtures/temporary-folder.ts'
import { namesOf } from './template/names.ts'

describe('nationec new transport', () => {
  it('writes a package that asks for the transport package of this edition, and overwrites nothing', async () => {
    using folder = temporaryFolder()
    const target = folder.in('deep/usb-hid')
    const command = ['new', 'transport', 'usb-hid', '--folder', target, '--json']
    const { files } = documentOf('new-transport', (await nationec(...command)).stdout)
    for (const file of files) assert.ok(existsSync(`${target}/${file}`), file)
    const own = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'))
    const made = JSON.parse(readFileSync(`${target}/package.json`, 'utf8'))
    assert.equal(made.name, 'nationec-transport-usb-hid')
    assert.deepEqual(made.dependencies, { '@nationec/transport': own.dependencies['@nationec/transport'] })
    assert.match(readFileSync(`${target}/src/usb-hid-transport.ts`, 'utf8'), /export function usbHidTransport\(/)

    const again = await nationec(...command)
    assert.equal(again.code, 5)
    assert.ok(existsSync(`${target}/package.json`), 'what was there stays')
  })

  it('asks for the TypeScript and the types of Node that this repository uses', async () => {
    using folder = temporaryFolder()
    await nationec('new', 'transport', 'tcp', '--folder', folder.in('tcp'))
    const { devDependencies } = JSON.parse(readFileSync(folder.in('tcp/package.json'), 'utf8'))
    const ours = JSON.parse(readFileSync(new URL('../../../../../package.json', import.meta.url), 'utf8'))
    const majorOf = (range: string): string | undefined => /\d+/.exec(range)?.[0]
    for (const [name, range] of Object.entries<string>(devDependencies)) {
      assert.equal(majorOf(range), majorOf(ours.devDependencies[name]), name)
    }
  })

  it('refuses what is no name of a medium', async () => {
    using folder = temporaryFolder()
    for (const medium of ['USB', '../tcp', '2wire', 'tcp-', 'a'.repeat(41)]) {
      const { code } = await nationec('new', 'transport', medium, '--folder', folder.in('x'))
      assert.equal(code, 2, medium)
    }
    assert.equal(existsSync(folder.in('x')), false)
  })

  it('names the parts after the medium', () => {
    assert.deepEqual(namesOf('usb-hid'), {
      medium: 'usb-hid',
      factory: 'usbHidTransport',
      options: 'UsbHidTransportOptions',
      file: 'usb-hid-transport',
    })
  })
})
