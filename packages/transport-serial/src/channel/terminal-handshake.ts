import { concatBytes, equalBytes } from '@nationec/crypto'
import { sm3 } from '@nationec/crypto/sm3'
import type { ChannelContext } from './channel.ts'
import { ChannelFault } from './channel-fault.ts'
import type { TerminalChannelKeys } from './channel-keys.ts'
import { credentialOf } from './credential.ts'
import { createEphemeral } from './ephemeral.ts'
import type { Handshake, HandshakeResult, Random } from './handshake.ts'
import { checkProof, makeProof, withProof } from './handshake-proof.ts'
import { applicationSecrets, type HandshakeKeys, handshakeKeys } from './key-schedule.ts'
import { createSealing } from './seal.ts'
import {
  expectType,
  PROFILE_GCM,
  readHello,
  readProof,
  TYPE_PROOF,
  TYPE_READY,
  writeAnswer,
  writeProof,
} from './wire.ts'

interface Answered {
  readonly schedule: HandshakeKeys
  readonly transcript: Uint8Array
  readonly peerOptions: Uint8Array
}

/** The side that answers. */
export function createTerminalHandshake(
  keys: TerminalChannelKeys,
  { options, bootId, linkVersions }: ChannelContext,
  random: Random,
): Handshake {
  const own = { key: keys.own, credential: credentialOf(keys.own.publicKey) }
  const institutions = keys.institutions.map(credentialOf)
  let answered: Answered | undefined

  return {
    start: () => undefined,
    receive: (bytes) => (answered === undefined ? answer(bytes) : finish(bytes, answered)),
  }

  function answer(bytes: Uint8Array): { reply: Uint8Array; result: undefined } {
    const hello = readHello(bytes)
    if (!hello.profiles.includes(PROFILE_GCM)) throw new ChannelFault('PROFILE_UNSUPPORTED')
    if (!equalBytes(hello.fingerprint, own.credential.fingerprint)) throw new ChannelFault('PEER_KEY_UNKNOWN')
    const ephemeral = createEphemeral(random)
    const nonce = random(16)
    const clear = writeAnswer({ profile: PROFILE_GCM, nonce, bootId, ephemeral: ephemeral.point, options })
    const begun = concatBytes(Uint8Array.of(...linkVersions.peer, ...linkVersions.own), bytes, clear)
    const schedule = handshakeKeys(ephemeral.agree(hello.ephemeral), sm3(begun))
    const proof = makeProof('terminal', own, begun, schedule.terminalFinished)
    const outgoing = createSealing(schedule.terminal)
    const sealed = outgoing.seal(0, writeProof(proof), clear)
    outgoing.destroy()
    answered = { schedule, transcript: withProof(begun, own.credential, proof), peerOptions: hello.options }
    return { reply: concatBytes(clear, sealed), result: undefined }
  }

  function finish(bytes: Uint8Array, begun: Answered): { reply: Uint8Array; result: HandshakeResult } {
    const { schedule, transcript, peerOptions } = begun
    expectType(bytes, TYPE_PROOF)
    const incoming = createSealing(schedule.institution)
    const proof = readProof(incoming.open(0, bytes.subarray(1), bytes.subarray(0, 1), 'HANDSHAKE_UNREADABLE'))
    incoming.destroy()
    const institution = institutions.find(({ fingerprint }) => equalBytes(fingerprint, proof.fingerprint))
    if (institution === undefined) throw new ChannelFault('PEER_KEY_UNKNOWN')
    checkProof('institution', proof, institution, transcript, schedule.institutionFinished)
    const secrets = applicationSecrets(schedule.handshakeSecret, sm3(withProof(transcript, institution, proof)))
    schedule.handshakeSecret.fill(0)
    const reply = concatBytes(Uint8Array.of(TYPE_READY), secrets.ready)
    return { reply, result: { secrets, peer: institution.fingerprint, peerOptions, bootId } }
  }
}
