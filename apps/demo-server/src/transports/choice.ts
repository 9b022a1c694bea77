import type { Profile } from '@nationec/protocol'
import type { Simulator } from '@nationec/simulator'
import type { Transport } from '@nationec/transport'

/** Which way to the terminal, as settings say it. */
export type TransportChoice =
  | { readonly kind: 'simulator'; readonly seed: number; readonly settings: Readonly<Record<string, unknown>> }
  | {
      readonly kind: 'dll'
      readonly library: string
      readonly url: string | undefined
      readonly more: Readonly<Record<string, unknown>>
    }
  | { readonly kind: 'serial'; readonly more: Readonly<Record<string, unknown>> }

/** A way to the terminal that was made; nothing is open yet. */
export interface ChosenTransport {
  readonly transport: Transport
  readonly simulator?: Simulator | undefined
}

export interface TransportSurroundings {
  readonly profile: Profile
  readonly clock: () => number
  /** Takes what is worth a line in the log. */
  readonly notice: (notice: unknown) => void
}
