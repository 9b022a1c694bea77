/**
 * Why received bytes are no message. A header that is wrong ends the session, because the next message cannot be found; a body that
 * is wrong is refused alone.
 */
export type MessageFaultReason =
  | 'MESSAGE_HEADER_INVALID'
  | 'MESSAGE_TOO_LARGE'
  | 'MESSAGE_MISPLACED'
  | 'MESSAGE_BODY_INVALID'
  | 'MESSAGE_NOT_TEXT'

/** Thrown inside a message decoder. It holds the reason and nothing of the message. */
export class MessageFault extends Error {
  readonly reason: MessageFaultReason

  constructor(reason: MessageFaultReason) {
    super(reason)
    this.name = 'MessageFault'
    this.reason = reason
  }
}
