import type { EncodedCall } from '../host/call-frame.ts'
import { EXPORT_NAMES } from '../library/inspect-library.ts'
import type { KoffiFunction, KoffiLibrary, KoffiModule } from '../options/koffi-module.ts'
import { type LibraryResult, RETURN_TEXT_MOST, resultFlag } from '../result/library-result.ts'
import { createOutBuffer } from './out-buffer.ts'

/** A library loaded by koffi, and its one function. */
export interface BoundLibrary {
  /** The name under which it was found. */
  readonly exportName: string
  /** Calls at once and returns when the library does. */
  call(call: EncodedCall): KoffiResult
  /** Calls on a thread of koffi's. Never twice at a time. */
  callLater(call: EncodedCall): Promise<KoffiResult>
}

/** A result, and how far the library wrote behind OutData. */
export interface KoffiResult extends LibraryResult {
  readonly overrun: number
}

/** What kept the library from being used; `kind` as in PROTOCOL.md. */
export class BindingFailed extends Error {
  readonly kind: string
  constructor(kind: string, cause: unknown) {
    super(cause instanceof Error ? cause.message : kind)
    this.name = 'BindingFailed'
    this.kind = kind
  }
}

/** Loads a library. Throws {@link BindingFailed}. `path` is absolute. */
export function bindLibrary(koffi: KoffiModule, path: string, functionName: string | undefined): BoundLibrary {
  const library = load(koffi, path)
  const [exportName, trans] = find(library, functionName === undefined ? EXPORT_NAMES : [functionName])
  const out = createOutBuffer()

  return {
    exportName,
    call(call) {
      const [url, text] = [withNul(call.url), withNul(call.text)]
      out.prepare()
      const start = performance.now()
      const pointer = trans(url, text, out.bytes)
      return read(pointer, performance.now() - start)
    },
    callLater(call) {
      // These three are named by the callback, which keeps them alive: koffi does not, and the library still writes to them.
      const [url, text, room] = [withNul(call.url), withNul(call.text), out.bytes]
      out.prepare()
      const start = performance.now()
      return new Promise((resolve, reject) => {
        trans.async(url, text, room, (error: unknown, pointer: unknown) => {
          if (error) reject(error)
          else resolve(read(pointer, performance.now() - start))
          url.fill(0)
          text.fill(0)
        })
      })
    },
  }

  function read(pointer: unknown, milliseconds: number): KoffiResult {
    const returned = readReturned(koffi, pointer, out.bytes)
    const { text, flags, overrun } = out.take()
    return {
      ...{ ...returned, flags: returned.flags | flags, out: text, overrun },
      microseconds: Math.round(milliseconds * 1_000),
    }
  }
}

function load(koffi: KoffiModule, path: string): KoffiLibrary {
  try {
    return koffi.load(path)
  } catch (cause) {
    throw new BindingFailed(kindOf(cause instanceof Error ? cause.message : ''), cause)
  }
}

/** koffi gives no code and the system's own words. */
function kindOf(message: string): string {
  if (/Cannot load '.*' DLL in|wrong ELF class/.test(message)) return 'wrong-bitness'
  if (/invalid ELF header|End of file|file too short/.test(message)) return 'not-a-library'
  if (/undefined symbol|symbol not found/i.test(message)) return 'dependency-mismatch'
  if (/cannot open shared object|Module not found|Library not loaded/.test(message)) return 'dependency-missing'
  return 'load-failed'
}

function find(library: KoffiLibrary, names: readonly string[]): [name: string, trans: KoffiFunction] {
  let failure: unknown
  for (const name of names) {
    try {
      return [name, library.func('__stdcall', name, 'void *', ['void *', 'void *', 'void *'])]
    } catch (cause) {
      failure ??= cause
    }
  }
  throw new BindingFailed('export-missing', failure)
}

function withNul(bytes: Uint8Array): Uint8Array {
  const text = new Uint8Array(bytes.length + 1)
  text.set(bytes)
  return text
}

/** Addresses below are never memory: a library that returns a number returns a small one. */
const LOWEST_ADDRESS = 65_536n

function readReturned(
  koffi: KoffiModule,
  pointer: unknown,
  room: Uint8Array,
): Pick<LibraryResult, 'flags' | 'returnValue' | 'returned'> {
  const returnValue = pointer === null || pointer === undefined ? 0n : koffi.address(pointer)
  const nothing = new Uint8Array(0)
  if (returnValue === 0n) return { flags: resultFlag.returnNull, returnValue, returned: nothing }
  if (returnValue < LOWEST_ADDRESS) return { flags: resultFlag.returnUnreadable, returnValue, returned: nothing }
  const start = koffi.address(room)
  const isOut = returnValue >= start && returnValue < start + BigInt(room.length)
  const bytes: number[] = []
  while (bytes.length < RETURN_TEXT_MOST) {
    const byte = Number(koffi.decode(pointer, bytes.length, 'uint8'))
    if (byte === 0) return { flags: isOut ? resultFlag.returnIsOut : 0, returnValue, returned: Uint8Array.from(bytes) }
    bytes.push(byte)
  }
  const flags = resultFlag.returnTruncated | (isOut ? resultFlag.returnIsOut : 0)
  return { flags, returnValue, returned: Uint8Array.from(bytes) }
}
