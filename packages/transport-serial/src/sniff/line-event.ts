/** The kinds of frames by the names that the specification gives them. */
export type FrameKind = 'SYNC' | 'SYNC_ACK' | 'DATA' | 'ACK' | 'PING' | 'PONG' | 'RESET'

/** What a recording of one direction of an MSL/1 line shows, without a byte of what the frames carry. */
export type LineEvent = LineFrame | LineMessage | LineNoise

/** One frame with a right check. */
export interface LineFrame {
  readonly type: 'frame'
  /** Where it begins in the recording, in bytes. */
  readonly at: number
  /** How many bytes it takes on the line, with the delimiter behind it. */
  readonly bytes: number
  readonly kind: FrameKind
  readonly stream: 'data' | 'control'
  /** The side that speaks: 1 has the greater link id. 0 in SYNC and SYNC_ACK. */
  readonly side: 0 | 1
  /** 1 to 255; 0 in SYNC and SYNC_ACK. */
  readonly epoch: number
  /** As on the line, modulo 2^32: of the first byte, the next byte wanted, or a token. */
  readonly offset: number
  /** Length of the payload in bytes. */
  readonly length: number
  /** DATA: how many bytes of it were in the recording before. */
  readonly resent?: number
  /** ACK, if its payload is right. */
  readonly acknowledged?: LineAcknowledgement
  /** SYNC and SYNC_ACK, if the payload is long enough. */
  readonly sync?: LineSync
}

/** What an ACK says; its `offset` is the next byte wanted. */
export interface LineAcknowledgement {
  /** How many bytes from `offset` on there is room for. */
  readonly credit: number
  /** What has arrived beyond `offset`: first byte and the one behind the last, which may exceed 2^32 here. */
  readonly ranges: readonly (readonly [start: number, end: number])[]
}

/** What SYNC and SYNC_ACK say. Of every id the first four bytes, in hexadecimal: enough to tell two of them apart. */
export interface LineSync {
  readonly versions: readonly [lowest: number, highest: number]
  readonly from: string
  /** `null`: the sender knows no peer. */
  readonly to: string | null
  readonly boot: string
  /** Next byte wanted, of the data stream and of the control stream. */
  readonly next: readonly [data: number, control: number]
  readonly windows: readonly [data: number, control: number]
  readonly maxFrame: number
  readonly maxMessage: number
}

/** What a whole message of a stream is, by its length and the bytes that the channel leaves in clear. */
export type MessageContent = 'M1' | 'M2' | 'M3' | 'M4' | 'refusal' | 'data record' | 'close record' | 'other'

/** The frames before it completed a message of a stream; told only for streams that are recorded from their first byte. */
export interface LineMessage {
  readonly type: 'message'
  /** Where the frame that completed it ends in the recording. */
  readonly at: number
  readonly stream: 'data' | 'control'
  readonly side: 0 | 1
  /** Without the length in front. */
  readonly length: number
  readonly content: MessageContent
}

/** Bytes between two frames, or at an end of the recording, that are no frame. */
export interface LineNoise {
  readonly type: 'noise'
  readonly at: number
  /** Without delimiters. */
  readonly bytes: number
  /** How many pieces between delimiters they are. */
  readonly pieces: number
  /** Pieces of these that have the form of a frame and a wrong check: most likely damaged frames. */
  readonly checkWrong: number
  /** Pieces of these with a right check that no frame of this version is. */
  readonly unknown: number
}
