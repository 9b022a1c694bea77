import process from 'node:process'
import { isPseudoTerminal } from '../device/check-port.ts'
import type { OpenPort, PortListener } from '../device/port.ts'
import { portError, portGone } from '../device/port-error.ts'
import type { NativePort, SerialPortModule } from './serialport-module.ts'
import { watchDevice } from './watch-device.ts'

/** Two seconds, as long as the other binding waits: a line that takes nothing must not hold a program up. */
const LAST_WORDS = 2_000

/** Opens a port with the package `serialport`: locked, its lines left alone when it is closed. */
export async function openNativePort(
  module: SerialPortModule,
  path: string,
  rate: number,
  listener: PortListener,
  signal?: AbortSignal,
): Promise<OpenPort> {
  const port = new module.SerialPort({ path, baudRate: rate, autoOpen: false, lock: true, hupcl: false })
  const baud = (await isPseudoTerminal(path)) ? Number.POSITIVE_INFINITY : rate
  let isClosed = false
  let failed: Error | undefined
  let stopWatching = (): void => {}
  port.on('error', (error) => {
    failed = error ?? undefined
    // A port that cannot write or read is of no use, plugged in or not.
    if (port.isOpen) port.close(() => {})
  })
  port.on('close', (error) => {
    stopWatching()
    if (isClosed) return
    isClosed = true
    listener.onClose(portGone(path, error ?? failed))
  })
  await told((done) => port.open(done))
  if (signal?.aborted) {
    isClosed = true
    await told((done) => port.close(done))
    throw signal.reason
  }
  await told((done) => port.flush(done)).catch(() => {})
  if (process.platform !== 'win32') stopWatching = await watchDevice(path, pulled)
  port.on('data', (bytes) => {
    if (!isClosed) listener.onData(bytes)
  })
  return {
    baud,
    write(bytes) {
      if (!isClosed) port.write(bytes.slice())
    },
    setBaud: (wanted) =>
      told((done) => port.update({ baudRate: wanted }, done)).catch((failure: unknown) => {
        throw portError('PORT_RATE_UNSUPPORTED', path, failure)
      }),
    async close() {
      if (isClosed) return
      isClosed = true
      stopWatching()
      await lastWords(port)
      if (port.isOpen) await told((done) => port.close(done))
    },
  }

  function pulled(): void {
    failed = new Error('the device is gone')
    if (!isClosed && port.isOpen) port.close(() => {})
  }
}

/** What cannot leave in time is left behind. */
async function lastWords(port: NativePort): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const limit = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, LAST_WORDS)
  })
  // It may go away meanwhile.
  const drained = told((done) => port.drain(done)).catch(() => {})
  await Promise.race([drained, limit])
  clearTimeout(timer)
}

function told(work: (done: (error: Error | null | undefined) => void) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    work((error) => (error === null || error === undefined ? resolve() : reject(error)))
  })
}
