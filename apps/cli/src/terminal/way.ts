import type { Transport } from '@nationec/transport'

/** A way to the terminal, and what must be let go behind it. */
export interface Way {
  readonly transport: Transport
  readonly release?: () => void
}
