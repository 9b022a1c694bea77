import { execFile } from 'node:child_process'
import process from 'node:process'
import { isPseudoTerminal } from '../device/check-port.ts'
import type { OpenPort, PortListener } from '../device/port.ts'
import { type PortErrorCode, portError, portGone } from '../device/port-error.ts'
import { portFailure } from '../device/port-failure.ts'
import { PortProcessEnded, startPortProcess } from './port-process.ts'
import { deviceFlag, FAILED } from './port-script.ts'
import { systemPath } from './system-path.ts'

/** Ten seconds: setting a port takes milliseconds, a driver that hangs takes for ever. */
const OPEN_LIMIT = 10_000

/** Failures that the script names itself; the others are read from what the system's tools said. */
const NAMED: Readonly<Record<string, PortErrorCode>> = { busy: 'PORT_BUSY', rate: 'PORT_RATE_UNSUPPORTED' }

/** Opens a port with the system's `stty` and `cat`, on Linux and macOS: no native code, no thread of the runtime held. */
export async function openSttyPort(
  path: string,
  rate: number,
  listener: PortListener,
  signal?: AbortSignal,
): Promise<OpenPort> {
  const baud = (await isPseudoTerminal(path)) ? Number.POSITIVE_INFINITY : rate
  signal?.throwIfAborted()
  let isClosed = false
  const holder = startPortProcess(path, rate, {
    onData: (bytes) => listener.onData(bytes),
    onGone(said) {
      if (isClosed) return
      isClosed = true
      listener.onClose(portGone(path, new PortProcessEnded(said)))
    },
  })
  try {
    await within(holder.ready, path, signal)
  } catch (failure) {
    isClosed = true
    await holder.end()
    throw failure instanceof PortProcessEnded ? scriptFailure(failure, path) : failure
  }
  return {
    baud,
    write: (bytes) => holder.write(bytes),
    setBaud: (wanted) => setRate(path, wanted),
    async close() {
      isClosed = true
      await holder.end()
    },
  }
}

function within(ready: Promise<void>, path: string, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(portError('PORT_UNRESPONSIVE', path)), OPEN_LIMIT)
    const onAbort = (): void => reject(signal?.reason)
    signal?.addEventListener('abort', onAbort, { once: true })
    ready.then(resolve, reject).finally(() => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', onAbort)
    })
  })
}

function scriptFailure(failure: PortProcessEnded, path: string): Error {
  const code = NAMED[FAILED.exec(failure.message)?.[1] ?? '']
  return code === undefined ? portFailure(failure, path) : portError(code, path, failure)
}

function setRate(path: string, rate: number): Promise<void> {
  return new Promise((resolve, reject) => {
    execFile('stty', [deviceFlag(process.platform), path, String(rate)], { env: systemPath() }, (failure) => {
      if (failure === null) resolve()
      else reject(portError('PORT_RATE_UNSUPPORTED', path, failure))
    })
  })
}
