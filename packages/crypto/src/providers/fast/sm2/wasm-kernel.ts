import { copyBytes } from '../../../bytes/copy.ts'
import { secretCopy } from '../../../bytes/secret.ts'
import type { WasmMemory } from '../wasm/instantiate.ts'
import type { Sm2Kernel } from './kernel.ts'

/** What assembly/sm2/sm2.ts exports. */
export interface Sm2Exports {
  readonly memory: WasmMemory
  start(): void
  wipe(): void
  io(): number
  keyTable(): number
  multiplyBase(): void
  multiply(): void
  multiplyBoth(): void
  add(): number
  prepareSigner(): void
  sign(): number
  verify(): number
  verifyPrepared(): number
  prepareKey(): void
}

/** The places of assembly/sm2/layout.ts, counted from `io`. */
const HASH = 0
const SCALAR = 32
const SIGNATURE = 64
const POINT = 128
const OTHER_POINT = 192
const SIGNER_KEY = 256
const SIGNER_KEY_LENGTH = 36
const OUT = 320
const KEY_TABLE_LENGTH = 58_824

/** SM2 in WebAssembly. The module's memory has one place for each value: no call overlaps another. */
export function createWasmKernel(wasm: Sm2Exports): Sm2Kernel {
  wasm.start()
  const { bytes, put, take, view, secretly } = memoryOf(wasm)
  const tables = keyTables(wasm, bytes)

  return {
    name: 'webassembly',
    multiplyBase(scalar) {
      return secretly(() => {
        put(SCALAR, scalar)
        wasm.multiplyBase()
        return take(OUT, 64)
      })
    },
    multiply(point, scalar) {
      return secretly(() => {
        put(POINT, point)
        put(SCALAR, scalar)
        wasm.multiply()
        return take(OUT, 64)
      })
    },
    prepared(point) {
      const table = tables.of(point)
      return (scalar) =>
        secretly(() => {
          tables.use(table)
          put(SCALAR, scalar)
          wasm.multiplyBoth()
          return { base: take(OUT, 64), multiple: take(OTHER_POINT, 64) }
        })
    },
    add(left, right) {
      return secretly(() => {
        put(POINT, left)
        put(OTHER_POINT, right)
        return wasm.add() === 0 ? undefined : take(OUT, 64)
      })
    },
    signer(privateKey) {
      const key = secretly(() => {
        put(SCALAR, privateKey)
        wasm.prepareSigner()
        return secretCopy(view(SIGNER_KEY, SIGNER_KEY_LENGTH))
      })
      return {
        sign(e, nonce) {
          return secretly(() => {
            put(HASH, e)
            put(SCALAR, nonce)
            put(SIGNER_KEY, key)
            return wasm.sign() === 0 ? undefined : take(OUT, 64)
          })
        },
        wipe() {
          key.fill(0)
        },
      }
    },
    verifier(publicKey, prepare) {
      const key = copyBytes(publicKey)
      let table: Uint8Array | undefined
      return (e, signature) => {
        if (prepare) table ??= tables.of(key)
        put(HASH, e)
        put(SIGNATURE, signature)
        if (table === undefined) {
          put(POINT, key)
          return wasm.verify() !== 0
        }
        tables.use(table)
        return wasm.verifyPrepared() !== 0
      }
    },
  }
}

/** The places of the module's memory through which values go in and out. */
function memoryOf(wasm: Sm2Exports) {
  const bytes = new Uint8Array(wasm.memory.buffer)
  const io = wasm.io()
  return {
    bytes,
    put: (place: number, value: Uint8Array): void => bytes.set(value, io + place),
    take: (place: number, length: number): Uint8Array => bytes.slice(io + place, io + place + length),
    view: (place: number, length: number): Uint8Array => bytes.subarray(io + place, io + place + length),
    /** Runs a calculation with secrets and leaves none of them in the module's memory. */
    secretly<Result>(calculate: () => Result): Result {
      try {
        return calculate()
      } finally {
        wasm.wipe()
      }
    },
  }
}

/** The tables of prepared keys: the module's memory has room for one. */
function keyTables(wasm: Sm2Exports, bytes: Uint8Array) {
  const place = wasm.keyTable()
  /** The one that lies there. */
  let present: Uint8Array | undefined
  return {
    of(publicKey: Uint8Array): Uint8Array {
      bytes.set(publicKey, wasm.io() + POINT)
      wasm.prepareKey()
      present = bytes.slice(place, place + KEY_TABLE_LENGTH)
      return present
    },
    use(table: Uint8Array): void {
      if (present !== table) bytes.set(table, place)
      present = table
    },
  }
}
