import type { TransportError } from '@nationec/transport'
import { dllError } from '../catalogue/dll-error.ts'
import type { LibraryResult } from '../result/library-result.ts'
import { type EncodedCall, encodeCall } from './call-frame.ts'
import { crashError } from './crash-error.ts'
import { type Fault, readFault } from './fault.ts'
import { type Frame, frameKind, viewOf } from './frames.ts'
import type { Hello } from './hello.ts'
import type { HostProcess, ProcessEnd } from './host-process.ts'
import { readResult } from './result-frame.ts'

/** A host whose library is loaded: one call at a time. */
export interface Host {
  readonly hello: Hello
  readonly process: HostProcess
  /** How many calls it was given. */
  readonly calls: number
  readonly busy: boolean
  /** Whether it ended under a call that was still waited for. */
  readonly crashed: boolean
  /** Whether the process is gone, or about to go. */
  readonly over: boolean
  /** Throws a `TransportError` that knows whether the library was entered. Never called twice at a time. */
  call(call: EncodedCall): Promise<LibraryResult>
  onFrame(frame: Frame): void
}

interface CallUnderWay {
  readonly id: number
  begun: boolean
  readonly resolve: (result: LibraryResult) => void
  readonly reject: (error: TransportError<string>) => void
}

export function createHost(hello: Hello, process: HostProcess): Host {
  let underWay: CallUnderWay | undefined
  let fault: Fault | undefined
  let calls = 0
  let over = false
  let ended: ProcessEnd | undefined
  let crashed = false

  void process.ended.then((end) => {
    over = true
    ended = end
    crashed = underWay !== undefined
    settle((call) => call.reject(crashError(fault, end, hello, deliveryOf(call, end))))
  })

  return {
    hello,
    process,
    get calls() {
      return calls
    },
    get busy() {
      return underWay !== undefined
    },
    get crashed() {
      return crashed
    },
    get over() {
      return over
    },
    call(call) {
      if (ended !== undefined) return Promise.reject(crashError(fault, ended, hello, 'not-sent'))
      calls += 1
      return new Promise((resolve, reject) => {
        underWay = { id: calls, begun: false, resolve, reject }
        process.write(encodeCall(calls, call))
      })
    },
    onFrame,
  }

  function settle(tell: (call: CallUnderWay) => void): void {
    const call = underWay
    underWay = undefined
    if (call !== undefined) tell(call)
  }

  function onFrame({ id, kind, payload }: Frame): void {
    if (kind === frameKind.fault) {
      fault = readFault(payload)
      over = true
      return
    }
    if (underWay === undefined || id !== underWay.id) return
    if (kind === frameKind.begun) underWay.begun = true
    else if (kind === frameKind.result) finish(readResult(payload))
    else if (kind === frameKind.refused) refuse(payload)
  }

  function finish(result: LibraryResult | undefined): void {
    if (result === undefined) distrust('The result frame is malformed.', '结果帧格式错误。')
    else settle((call) => call.resolve(result))
  }

  function refuse(payload: Uint8Array): void {
    const reason = payload.length >= 4 ? viewOf(payload).getUint32(0, true) : 0
    const details = [{ en: `The host refused the call, reason ${reason}.`, zh: `宿主拒绝了调用，原因代码 ${reason}。` }]
    settle((call) => call.reject(dllError('HOST_PROTOCOL', { delivery: 'not-sent', details })))
  }

  function distrust(en: string, zh: string): void {
    over = true
    process.kill()
    settle((call) => call.reject(dllError('HOST_PROTOCOL', { details: [{ en, zh }] })))
  }
}

/** `BEGUN` is in the pipe before the library is entered: a pipe that ended without it says that nothing was done. */
function deliveryOf({ begun }: CallUnderWay, { readToEnd }: ProcessEnd): 'unknown' | 'not-sent' {
  return begun || !readToEnd ? 'unknown' : 'not-sent'
}
