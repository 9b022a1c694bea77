/** What is inside the host's frames. */
import assert from 'node:assert/strict'
import { type Frame, KIND } from './frames.ts'

const RESULT_FLAGS = {
  RETURN_NULL: 0x001,
  RETURN_UNREADABLE: 0x002,
  RETURN_TRUNCATED: 0x004,
  RETURN_IS_OUT: 0x008,
  OUT_UNCHANGED: 0x010,
  OUT_EMPTY: 0x020,
  OUT_UNTERMINATED: 0x040,
  OUT_APPENDED: 0x080,
  BEFORE_OUT_CHANGED: 0x100,
  IN_CHANGED: 0x200,
  URL_CHANGED: 0x400,
}

export interface Result {
  readonly flags: readonly string[]
  readonly returned: Buffer
  readonly returnValue: bigint
  readonly out: Buffer
  readonly microseconds: number
}

export function resultOf({ kind, payload }: Frame): Result {
  assert.equal(kind, KIND.RESULT)
  const flags = payload.readUInt32LE(0)
  const returnLength = payload.readUInt32LE(16)
  const outLength = payload.readUInt32LE(20)
  assert.equal(payload.length, 24 + returnLength + outLength)
  return {
    flags: Object.entries(RESULT_FLAGS).flatMap(([name, bit]) => ((flags & bit) === 0 ? [] : [name])),
    microseconds: payload.readUInt32LE(4),
    returnValue: payload.readBigUInt64LE(8),
    returned: payload.subarray(24, 24 + returnLength),
    out: payload.subarray(24 + returnLength),
  }
}

const CAUSES = ['none', 'exception', 'exit']
const PHASES = ['loading', 'between', 'inside', 'reading']
const PLACES = [
  ...['elsewhere', 'after-out', 'before-out', 'after-in', 'before-in'],
  ...['after-url', 'before-url', 'null', 'stack-end'],
]

export interface Fault {
  readonly cause: string | undefined
  readonly code: number
  readonly access: number
  readonly place: string | undefined
  readonly phase: string | undefined
  readonly callingThread: boolean
  readonly address: bigint
  readonly instruction: bigint
  readonly distance: number
}

export function faultOf({ kind, payload }: Frame): Fault {
  assert.equal(kind, KIND.FAULT)
  assert.equal(payload.length, 48)
  return {
    cause: CAUSES[payload.readUInt32LE(0)],
    code: payload.readUInt32LE(4),
    access: payload.readUInt32LE(8),
    place: PLACES[payload.readUInt32LE(12)],
    phase: PHASES[payload.readUInt32LE(16)],
    callingThread: payload.readUInt32LE(20) === 1,
    address: payload.readBigUInt64LE(24),
    instruction: payload.readBigUInt64LE(32),
    distance: payload.readUInt32LE(40),
  }
}

export function refusalOf({ kind, payload }: Frame): number {
  assert.equal(kind, KIND.REFUSED)
  assert.equal(payload.length, 4)
  return payload.readUInt32LE(0)
}

export interface Hello {
  readonly protocol: number
  readonly version: string
  readonly pid: number
  readonly platform: string
  readonly machine: string
  readonly bits: number
  readonly library: string
  readonly urlBytes: number
  readonly inBytes: number
  readonly outBytes: number
  readonly loadMilliseconds: number
  readonly loaded: boolean
  readonly export?: string
  readonly error?: { readonly kind: string; readonly code: number; readonly text: string }
  readonly image?: { readonly format: string; readonly bits: number; readonly machine: string }
}

export function helloOf({ kind, payload }: Frame): Hello {
  assert.equal(kind, KIND.HELLO)
  return JSON.parse(payload.toString('utf8'))
}
