import { concatBytes, equalBytes } from '@nationec/crypto'
import { sm3 } from '@nationec/crypto/sm3'
import type { ChannelContext } from './channel.ts'
import { ChannelFault } from './channel-fault.ts'
import type { InstitutionChannelKeys } from './channel-keys.ts'
import { credentialOf } from './credential.ts'
import { createEphemeral } from './ephemeral.ts'
import type { Handshake, HandshakeResult, Random } from './handshake.ts'
import { checkProof, makeProof, withProof } from './handshake-proof.ts'
import { applicationSecrets, handshakeKeys } from './key-schedule.ts'
import { createSealing } from './seal.ts'
import { PROFILE_GCM, readAnswer, readProof, TYPE_PROOF, writeHello, writeProof } from './wire.ts'

/** The side that speaks first, and shows who it is only after the terminal has proved itself. */
export function createInstitutionHandshake(
  keys: InstitutionChannelKeys,
  { options, linkVersions }: ChannelContext,
  random: Random,
): Handshake {
  const own = { key: keys.own, credential: credentialOf(keys.own.publicKey) }
  const terminal = credentialOf(keys.terminal)
  const ephemeral = createEphemeral(random)
  const profiles = Uint8Array.of(PROFILE_GCM)
  const { fingerprint } = terminal
  const hello = writeHello({ profiles, nonce: random(16), ephemeral: ephemeral.point, options, fingerprint })

  return { start: () => hello, receive }

  function receive(bytes: Uint8Array): { reply: Uint8Array; result: HandshakeResult } {
    const { answer, clear, sealed } = readAnswer(bytes)
    if (!profiles.includes(answer.profile)) throw new ChannelFault('PROFILE_UNSUPPORTED')
    const begun = concatBytes(Uint8Array.of(...linkVersions.own, ...linkVersions.peer), hello, clear)
    const schedule = handshakeKeys(ephemeral.agree(answer.ephemeral), sm3(begun))

    const incoming = createSealing(schedule.terminal)
    const proof = readProof(incoming.open(0, sealed, clear, 'HANDSHAKE_UNREADABLE'))
    incoming.destroy()
    if (!equalBytes(proof.fingerprint, fingerprint)) throw new ChannelFault('PEER_KEY_UNKNOWN')
    checkProof('terminal', proof, terminal, begun, schedule.terminalFinished)

    const transcript = withProof(begun, terminal, proof)
    const ownProof = makeProof('institution', own, transcript, schedule.institutionFinished)
    const type = Uint8Array.of(TYPE_PROOF)
    const outgoing = createSealing(schedule.institution)
    const reply = concatBytes(type, outgoing.seal(0, writeProof(ownProof), type))
    outgoing.destroy()
    const whole = sm3(withProof(transcript, own.credential, ownProof))
    const secrets = applicationSecrets(schedule.handshakeSecret, whole)
    schedule.handshakeSecret.fill(0)
    return { reply, result: { secrets, peer: fingerprint, peerOptions: answer.options, bootId: answer.bootId } }
  }
}
