/**
 * Why a secure channel ended. In no case is anything of what was being read released.
 *
 * - `HANDSHAKE_MALFORMED`, `HANDSHAKE_UNEXPECTED`: not the message of this moment
 * - `VERSION_UNSUPPORTED`, `PROFILE_UNSUPPORTED`: the two sides have no edition or no set of algorithms in common
 * - `PEER_KEY_UNKNOWN`: the other side shows, or asks for, a key that is not pinned here
 * - `EPHEMERAL_KEY_INVALID`: its one-time key is no point of the curve
 * - `HANDSHAKE_UNREADABLE`, `HANDSHAKE_SIGNATURE_WRONG`, `HANDSHAKE_FINISHED_WRONG`: it does not hold the pinned key, or
 *   something on the line changed the handshake
 * - `HANDSHAKE_TIMEOUT`: the link is up, and the handshake did not end in twenty seconds
 * - `RECORD_MALFORMED`, `RECORD_UNREADABLE`: a record was changed, lost, repeated, reordered or forged
 * - `REFUSED_BY_PEER`: the other side ended the channel and said so without proof
 * - `CLOSED_BY_PEER`: the regular end
 */
export type ChannelEnd =
  | 'HANDSHAKE_MALFORMED'
  | 'HANDSHAKE_UNEXPECTED'
  | 'VERSION_UNSUPPORTED'
  | 'PROFILE_UNSUPPORTED'
  | 'PEER_KEY_UNKNOWN'
  | 'EPHEMERAL_KEY_INVALID'
  | 'HANDSHAKE_UNREADABLE'
  | 'HANDSHAKE_SIGNATURE_WRONG'
  | 'HANDSHAKE_FINISHED_WRONG'
  | 'RECORD_MALFORMED'
  | 'RECORD_UNREADABLE'
  | 'HANDSHAKE_TIMEOUT'
  | 'REFUSED_BY_PEER'
  | 'CLOSED_BY_PEER'

/** Thrown within a channel and caught at its edge. It holds the reason and no bytes. */
export class ChannelFault extends Error {
  readonly reason: ChannelEnd

  constructor(reason: ChannelEnd) {
    super(reason)
    this.name = 'ChannelFault'
    this.reason = reason
  }
}
