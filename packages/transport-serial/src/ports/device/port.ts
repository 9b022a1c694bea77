/** What an open port tells its owner. */
export interface PortListener {
  /** Bytes as they come, in pieces of any size. They may be reused after the call. */
  onData(bytes: Uint8Array): void
  /** The port is gone by itself: unplugged, or the driver failed. Called at most once, never after `close`. */
  onClose(cause?: unknown): void
}

/** A port in use. */
export interface OpenPort {
  /** Bits per second; `Infinity` for a pipe or a pseudo-terminal. */
  readonly baud: number
  /** Writes all of it, in order. Never throws: a port that cannot write is gone, and says so by `onClose`. */
  write(bytes: Uint8Array): void
  /** Changes the rate, where the port can. */
  setBaud?(baud: number): Promise<void>
  /** Lets the device go once what was written has left. Idempotent; nothing is told to the listener after it. */
  close(): Promise<void>
}

/**
 * A port as a value: nothing is opened before `open`, and it may be opened again after it was closed.
 *
 * Another source of bytes (a library, a socket, a test) implements these few members.
 */
export interface PortLike {
  /** The path or another name, for messages. */
  readonly name: string
  /** Opens the device and flushes what an earlier owner left. Rejects, holding nothing, if that fails. */
  open(listener: PortListener, signal?: AbortSignal): Promise<OpenPort>
}
