import type { CryptoProvider } from '../../provider/provider.ts'
import { nodeCrypto } from './builtin.ts'
import { createNodeSignature } from './sm2.ts'
import { createNodeSm3 } from './sm3.ts'
import { createNodeSm4 } from './sm4.ts'

/** OpenSSL through the runtime's `node:crypto`: what it really has is found by the known answers. It has no points. */
export const nodeProvider: CryptoProvider = {
  name: 'node',
  get sm3() {
    return parts()?.sm3
  },
  get sm4() {
    return parts()?.sm4
  },
  get sm2Signature() {
    return parts()?.sm2Signature
  },
}

let made: Pick<CryptoProvider, 'sm3' | 'sm4' | 'sm2Signature'> | undefined

function parts(): typeof made {
  const crypto = made === undefined ? nodeCrypto() : undefined
  if (crypto !== undefined) {
    made = { sm3: createNodeSm3(crypto), sm4: createNodeSm4(crypto), sm2Signature: createNodeSignature(crypto) }
  }
  return made
}
