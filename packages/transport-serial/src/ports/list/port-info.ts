/** A serial port of this machine. What the system does not know is missing. */
export interface PortInfo {
  /** What to open. */
  readonly path: string
  /** A path that stays the same when the adapter is plugged in again, even elsewhere; better to write into a setting. */
  readonly stablePath?: string | undefined
  readonly manufacturer?: string | undefined
  readonly product?: string | undefined
  readonly serialNumber?: string | undefined
  /** Four hexadecimal digits each. */
  readonly vendorId?: string | undefined
  readonly productId?: string | undefined
}
