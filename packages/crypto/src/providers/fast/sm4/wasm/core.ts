import type { WasmMemory } from '../../wasm/instantiate.ts'

/** What the modules built from `assembly/sm4` export; lengths are in bytes, everything happens in place in `DATA`. */
export interface Sm4Exports {
  readonly memory: WasmMemory
  readonly SECRETS: WasmAddress
  readonly KEYS: WasmAddress
  readonly BLOCK: WasmAddress
  readonly DATA: WasmAddress
  readonly DATA_LENGTH: WasmAddress
  expandKey(): void
  ecb(length: number): void
  cbcEncrypt(length: number): void
  cbcDecrypt(length: number): void
  ctr(length: number): void
  gcmStart(): void
  gcmHash(length: number): void
  gcmEncrypt(length: number): void
  gcmDecrypt(length: number): void
  gcmTag(associatedLength: number, length: number): void
}

/** An exported constant. */
interface WasmAddress {
  readonly value: number
}

/** The vector code works on so many bytes at a time and may touch all of the last piece. */
const BATCH = 256

/** One instance of a module, with views of its memory. All keys of a process share it: it holds none between calls. */
export interface Sm4Core {
  readonly run: Omit<Sm4Exports, 'memory' | 'SECRETS' | 'KEYS' | 'BLOCK' | 'DATA' | 'DATA_LENGTH'>
  /** 32 round keys. */
  readonly keys: Uint32Array
  /** 16 bytes: the user key, the chaining block, the counter, the nonce, the tag. */
  readonly block: Uint8Array
  /** The piece of a message that is worked on. */
  readonly data: Uint8Array
  /** The whole memory of the module. */
  readonly memory: Uint8Array
  /** Overwrites all that a call left behind which used so many bytes of `data`. */
  wipe(used: number): void
}

export function coreOf(run: Sm4Exports): Sm4Core {
  const { buffer } = run.memory
  const memory = new Uint8Array(buffer)
  const start = run.DATA.value
  const limit = start + run.DATA_LENGTH.value
  const secrets = run.SECRETS.value
  return {
    run,
    keys: new Uint32Array(buffer, run.KEYS.value, 32),
    block: new Uint8Array(buffer, run.BLOCK.value, 16),
    data: new Uint8Array(buffer, start, run.DATA_LENGTH.value),
    memory,
    wipe(used) {
      memory.fill(0, secrets, Math.min(limit, start + Math.ceil(used / BATCH) * BATCH))
    },
  }
}
