import { type TransportError, transportError } from '@nationec/transport'
import { dllError } from '../catalogue/dll-error.ts'
import type { OnNotice } from '../options/notice.ts'
import { crashError } from './crash-error.ts'
import { type Fault, readFault } from './fault.ts'
import { exitCode as codes, type Frame, frameKind } from './frames.ts'
import { type Hello, readHello } from './hello.ts'
import { createHost, type Host } from './host.ts'
import type { HostCommand } from './host-command.ts'
import { type HostProcess, type ProcessEnd, startHostProcess } from './host-process.ts'
import { loadFailure } from './load-failure.ts'

/** The edition of PROTOCOL.md that is spoken here. */
const PROTOCOL = 1

/** What decides how a host is started. */
export interface StartSettings {
  readonly command: HostCommand
  /** Milliseconds from the start to the greeting. */
  readonly limit: number
  readonly notify: OnNotice
}

/** Starts a host and waits until its library is loaded. Throws `not-sent`, and then nothing is left of it. */
export async function startHost({ command, limit, notify }: StartSettings, signal: AbortSignal): Promise<Host> {
  const startedAt = performance.now()
  let host: Host | undefined
  let fault: Fault | undefined
  let onHello: (hello: Hello | undefined) => void = () => {}
  const greeting = new Promise<Hello | undefined>((resolve) => {
    onHello = resolve
  })
  const process = startHostProcess(command, {
    onFrame(frame: Frame) {
      if (host !== undefined) host.onFrame(frame)
      else if (frame.kind === frameKind.hello) {
        const hello = readHello(frame.payload)
        if (hello !== undefined && usable(hello)) host = createHost(hello, process)
        onHello(hello)
      } else if (frame.kind === frameKind.fault) fault = readFault(frame.payload)
    },
    onNoise: (bytes) => notify({ type: 'noise', bytes }),
  })
  try {
    const outcome = await firstOf(process, greeting, limit, signal)
    if (host === undefined) throw await startFailure(outcome, process, fault)
    process.hush()
    const { pid, bits } = host.hello
    const milliseconds = performance.now() - startedAt
    notify({ type: 'host-started', kind: command.kind, pid, bits, export: host.hello.export ?? '', milliseconds })
    return host
  } catch (error) {
    process.kill()
    await process.ended
    throw error
  }
}

function usable({ protocol, loaded }: Hello): boolean {
  return protocol === PROTOCOL && loaded
}

type Outcome = { hello: Hello | undefined } | { end: ProcessEnd } | 'late' | 'aborted'

async function firstOf(
  { ended }: HostProcess,
  greeting: Promise<Hello | undefined>,
  limit: number,
  signal: AbortSignal,
): Promise<Outcome> {
  let timer: ReturnType<typeof setTimeout> | undefined
  let onAbort = (): void => {}
  const late = new Promise<Outcome>((resolve) => {
    timer = setTimeout(() => resolve('late'), limit)
    onAbort = () => resolve('aborted')
    if (signal.aborted) onAbort()
    signal.addEventListener('abort', onAbort, { once: true })
  })
  try {
    return await Promise.race([greeting.then((hello) => ({ hello })), ended.then((end) => ({ end })), late])
  } finally {
    clearTimeout(timer)
    signal.removeEventListener('abort', onAbort)
  }
}

async function startFailure(
  outcome: Outcome,
  { complaint }: HostProcess,
  fault: Fault | undefined,
): Promise<TransportError<string>> {
  if (outcome === 'aborted') return transportError('dll', 'ABORTED', { delivery: 'not-sent' })
  if (outcome === 'late') return dllError('HOST_TIMEOUT')
  if ('end' in outcome) return endedEarly(outcome.end, complaint, fault)
  const { hello } = outcome
  if (hello?.protocol === PROTOCOL) return loadFailure(hello.error)
  const spoken = hello?.protocol ?? 0
  return dllError('HOST_PROTOCOL', {
    delivery: 'not-sent',
    details: [
      {
        en: `The host speaks protocol ${spoken}, not ${PROTOCOL}.`,
        zh: `宿主的协议版本为 ${spoken}，应为 ${PROTOCOL}。`,
      },
    ],
  })
}

/** Those that mean the host itself, not the library. */
const OWN_EXITS = new Set<number>([codes.wrongOptions, codes.brokenFrame, codes.hostFailed])

function endedEarly(end: ProcessEnd, complaint: string, fault: Fault | undefined): TransportError<string> {
  const { spawnError, exitCode } = end
  if (spawnError !== undefined) return dllError('HOST_START_FAILED', { cause: spawnError })
  const scriptFailed = exitCode === codes.scriptFailed && complaint !== ''
  if (fault === undefined && (scriptFailed || (exitCode !== null && OWN_EXITS.has(exitCode)))) {
    const details = [{ en: `It ended with code ${exitCode}.`, zh: `其退出码为 ${exitCode}。` }]
    return dllError('HOST_START_FAILED', { cause: new Error(complaint), details })
  }
  return crashError(fault, end, undefined, 'not-sent')
}
