import { viewOf } from './frames.ts'

/** How the library broke its process; the numbers are those of native/host/PROTOCOL.md. */
export interface Fault {
  readonly cause: number
  /** Windows: exception code; elsewhere: signal number. */
  readonly code: number
  readonly access: number
  readonly place: number
  readonly phase: number
  readonly distance: number
}

const FAULT_BYTES = 48
export const faultCause = { exception: 1, exit: 2 } as const
export const faultPhase = { loading: 0, between: 1, inside: 2, reading: 3 } as const
export const faultPlace = { behindOut: 1, beforeOut: 2, nearZero: 7, endOfStack: 8 } as const

/** Reads the payload of `FAULT`; `undefined` if it is too short. Later protocols may append. */
export function readFault(payload: Uint8Array): Fault | undefined {
  if (payload.length < FAULT_BYTES) return undefined
  const view = viewOf(payload)
  const number = (at: number): number => view.getUint32(at, true)
  return {
    cause: number(0),
    code: number(4),
    access: number(8),
    place: number(12),
    phase: number(16),
    distance: number(40),
  }
}

/** The payload of `FAULT`, for a host that is written here. */
export function writeFault({ cause, code, access, place, phase, distance }: Fault): Uint8Array {
  const payload = new Uint8Array(FAULT_BYTES)
  const view = viewOf(payload)
  const numbers = [cause, code, access, place, phase]
  for (const [index, number] of numbers.entries()) view.setUint32(index * 4, number, true)
  view.setUint32(20, 1, true)
  view.setUint32(40, distance, true)
  return payload
}
