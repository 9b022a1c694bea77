import type { BilingualText, Delivery } from '@nationec/errors'
import type { TransportError } from '@nationec/transport'
import { dllError } from '../catalogue/dll-error.ts'
import { faultName } from './crash-names.ts'
import { type Fault, faultCause, faultPhase, faultPlace } from './fault.ts'
import type { Hello } from './hello.ts'
import type { ProcessEnd } from './host-process.ts'

/** What is thrown when a host has ended under a call, or while the library was loaded. */
export function crashError(
  fault: Fault | undefined,
  end: ProcessEnd,
  hello: Pick<Hello, 'platform'> | undefined,
  delivery: Delivery,
): TransportError<'HOST_CRASHED' | 'OUT_DATA_OVERRUN'> {
  if (fault === undefined) return dllError('HOST_CRASHED', { delivery, details: [aboutEnd(end)] })
  const { place, distance } = fault
  if (place === faultPlace.behindOut || place === faultPlace.beforeOut) {
    return dllError('OUT_DATA_OVERRUN', { delivery, details: [aboutDistance(place, distance)] })
  }
  const windows = hello === undefined ? process.platform === 'win32' : hello.platform === 'windows'
  return dllError('HOST_CRASHED', { delivery, details: [aboutFault(fault, windows), ...aboutPlace(fault)] })
}

/** Exit codes with the highest bit set are exceptions on Windows; no other system has codes as high. */
const LOWEST_EXCEPTION = 0x8000_0000

function aboutEnd({ exitCode, signal }: ProcessEnd): BilingualText {
  if (signal !== null) return { en: `The process was ended by ${signal}.`, zh: `进程被 ${signal} 终止。` }
  // A host that tells no fault of its own, as one on koffi: Windows makes the exception its exit code.
  if (exitCode !== null && exitCode >= LOWEST_EXCEPTION) {
    const name = faultName(exitCode, true)
    return { en: `The process ended by ${name}.`, zh: `进程因异常终止：${name}。` }
  }
  return { en: `The process ended with code ${exitCode}.`, zh: `进程退出码为 ${exitCode}。` }
}

function aboutFault({ cause, code, phase }: Fault, windows: boolean): BilingualText {
  const when = PHASES[phase] ?? INSIDE
  if (cause === faultCause.exit) return { en: `It called exit ${when.en}.`, zh: `其${when.zh}主动退出了进程。` }
  const name = faultName(code, windows)
  return { en: `It failed with ${name} ${when.en}.`, zh: `其${when.zh}发生异常：${name}。` }
}

const INSIDE: BilingualText = { en: 'inside the call', zh: '在调用过程中' }
const PHASES: Readonly<Record<number, BilingualText>> = {
  [faultPhase.loading]: { en: 'while it was loaded', zh: '在加载时' },
  [faultPhase.between]: { en: 'between two calls', zh: '在两次调用之间' },
  [faultPhase.inside]: INSIDE,
  [faultPhase.reading]: { en: 'after the call, in what it gave back', zh: '在调用返回后读取结果时' },
}

function aboutPlace({ place }: Fault): BilingualText[] {
  if (place === faultPlace.nearZero) return [{ en: 'It used a null pointer.', zh: '其使用了空指针。' }]
  if (place === faultPlace.endOfStack) return [{ en: 'Its stack was full.', zh: '其栈空间已耗尽。' }]
  return []
}

function aboutDistance(place: number, distance: number): BilingualText {
  return place === faultPlace.behindOut
    ? { en: `It wrote ${distance + 1} bytes past the end or further.`, zh: `写到末尾之后至少 ${distance + 1} 字节处。` }
    : { en: `It wrote ${distance} bytes before the start.`, zh: `写到起始之前 ${distance} 字节处。` }
}
