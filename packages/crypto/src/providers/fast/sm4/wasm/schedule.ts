import type { Sm4Schedule } from '../../../../provider/provider.ts'
import type { Sm4Core } from './core.ts'
import { createGcm } from './gcm.ts'
import { crypt } from './pieces.ts'

/** The modes over an instance of the WebAssembly module. The round keys stay here and go into the module for a call. */
export function createWasmSchedule(core: Sm4Core, key: Uint8Array): Sm4Schedule {
  const { run } = core
  const encryption = expand(core, key)
  const decryption = encryption.slice().reverse()
  return {
    encryptEcb: (blocks) => crypt(core, encryption, run.ecb, blocks),
    decryptEcb: (blocks) => crypt(core, decryption, run.ecb, blocks),
    encryptCbc: (blocks, iv) => crypt(core, encryption, run.cbcEncrypt, blocks, iv),
    decryptCbc: (blocks, iv) => crypt(core, decryption, run.cbcDecrypt, blocks, iv),
    ctr: (bytes, counter) => crypt(core, encryption, run.ctr, bytes, counter),
    gcm: createGcm(core, encryption),
    wipe() {
      encryption.fill(0)
      decryption.fill(0)
    },
  }
}

function expand(core: Sm4Core, key: Uint8Array): Uint32Array {
  core.block.set(key)
  core.run.expandKey()
  const keys = core.keys.slice()
  core.wipe(0)
  return keys
}
