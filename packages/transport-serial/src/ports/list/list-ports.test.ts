import assert from 'node:assert/strict'
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, it } from 'node:test'
import { listPorts } from '@nationec/transport-serial'
import { inFolder } from '../../fixtures/temporary-folder.ts'
import { linuxPorts } from './linux-ports.ts'

describe('the ports of a Linux machine', () => {
  it('are those with a chip, with what the kernel knows of their adapter', () =>
    inFolder(async (folder) => {
      const at = (path: string): string => join(folder, path)
      const write = (path: string, text = ''): void => {
        mkdirSync(dirname(at(path)), { recursive: true })
        writeFileSync(at(path), text)
      }
      const link = (path: string, target: string): void => {
        mkdirSync(dirname(at(path)), { recursive: true })
        symlinkSync(at(target), at(path))
      }
      const usb = 'bus/usb1/1-2'
      for (const [file, text] of [
        ['idVendor', '0403'],
        ['idProduct', '6001'],
        ['manufacturer', 'FTDI'],
        ['product', 'FT232R USB UART'],
        ['serial', 'A50285BI'],
      ] as const) {
        write(`${usb}/${file}`, `${text}\n`)
      }
      for (const name of ['ttyUSB10', 'ttyUSB2']) {
        mkdirSync(at(`${usb}/1-2:1.0/${name}`), { recursive: true })
        link(`class/${name}/device`, `${usb}/1-2:1.0/${name}`)
        write(`dev/${name}`)
      }
      link('dev/serial/by-id/usb-FTDI_A50285BI-if00-port0', 'dev/ttyUSB2')
      mkdirSync(at('bus/serial8250'), { recursive: true })
      for (const [name, type] of [
        ['ttyS0', '4'],
        ['ttyS1', '0'],
      ] as const) {
        link(`class/${name}/device`, 'bus/serial8250')
        write(`class/${name}/type`, `${type}\n`)
        write(`dev/${name}`)
      }
      write('class/tty1/dev', '4:1') // the screen
      link('class/ttyACM0/device', 'bus/serial8250') // not in this container

      const places = { devices: at('dev'), classes: at('class') }
      const facts = {
        ...{ vendorId: '0403', productId: '6001', manufacturer: 'FTDI' },
        ...{ product: 'FT232R USB UART', serialNumber: 'A50285BI' },
      }
      assert.deepEqual(await linuxPorts(places), [
        { path: at('dev/ttyS0'), stablePath: undefined },
        { path: at('dev/ttyUSB2'), stablePath: at('dev/serial/by-id/usb-FTDI_A50285BI-if00-port0'), ...facts },
        { path: at('dev/ttyUSB10'), stablePath: undefined, ...facts },
      ])
    }))

  it('are none where nothing is told', async () => {
    assert.deepEqual(await linuxPorts({ devices: '/nowhere', classes: '/nowhere' }), [])
  })
})

it('lists the ports of this machine, whatever they are', async () => {
  for (const { path } of await listPorts()) assert.equal(typeof path, 'string')
})
