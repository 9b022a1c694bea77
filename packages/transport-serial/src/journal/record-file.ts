/**
 * The file under a journal, in the few words of a disk. What `write` and `truncate` have done may be lost, wholly or in
 * parts, until `sync` has returned; each of them may throw after a part of its work.
 */
export interface RecordFile {
  /** Its length now. */
  readonly size: number
  /** Gives fewer bytes at the end of the file. */
  read(position: number, length: number): Uint8Array
  write(bytes: Uint8Array, position: number): void
  truncate(size: number): void
  sync(): void
  /** Puts other content in the place of all, durably, at once or not at all: this file is then the new one. */
  replace(pieces: Iterable<Uint8Array>): void
  close(): void
}
