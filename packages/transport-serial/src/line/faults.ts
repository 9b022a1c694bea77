/** What a line does to bytes; every chance is one for each byte unless it says otherwise. */
export interface Faults {
  /** Bit error rate: the chance for each of the ten bits of a byte, start and stop bit included. */
  readonly bitErrors?: number
  /** A byte is lost. */
  readonly losses?: number
  /** Up to sixteen bytes in a row are lost: the receiver's buffer ran over. */
  readonly overruns?: number
  /** A byte comes twice. */
  readonly doubles?: number
  /** A byte comes that nobody sent. */
  readonly insertions?: number
  /** Up to forty random bytes come: a plug is moved, a motor starts. */
  readonly bursts?: number
  /** The chance for each frame that garbage comes before it. */
  readonly garbageBeforeFrame?: number
  /** The chance for each frame that its end is lost. */
  readonly truncations?: number
}
