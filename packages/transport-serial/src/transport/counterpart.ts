import type { Sm2PublicKey } from '@nationec/crypto/sm2'
import { sm3 } from '@nationec/crypto/sm3'
import { credentialOf } from '../channel/credential.ts'
import type { RequestId } from '../message/message.ts'
import { ID_LENGTH, idFromBytes } from '../message/request-id.ts'

/** What stands for a terminal in the journal: the beginning of SM3 over the credential of its link key. */
export function counterpartOf(link: Sm2PublicKey): RequestId {
  return idFromBytes(sm3(credentialOf(link).bytes).subarray(0, ID_LENGTH))
}
