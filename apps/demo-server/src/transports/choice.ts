import type { Profile } from '@nationec/protocol'
import type { Simulator } from '@nationec/simulator'
import type { Transport } from '@nationec/transport'
import type { TerminalLink } from '../terminal/terminal-link.ts'
import type { SerialMore } from './serial-settings.ts'

/** Which way to the terminal, as settings say it. */
export type TransportChoice =
  | { readonly kind: 'simulator'; readonly seed: number; readonly settings: Readonly<Record<string, unknown>> }
  | {
      readonly kind: 'dll'
      readonly library: string
      readonly url: string | undefined
      readonly more: Readonly<Record<string, unknown>>
    }
  | {
      readonly kind: 'serial'
      readonly port: string
      readonly baud: number
      /** The folder of the keys. */
      readonly keys: string
      readonly url: string | undefined
      readonly more: SerialMore
    }

/** A way to the terminal that was made; nothing is open yet. */
export interface ChosenTransport {
  readonly transport: Transport
  readonly simulator?: Simulator | undefined
  readonly terminalLink?: TerminalLink | undefined
  /** Lets go of what lies behind the transport; called once the agent has ended. */
  readonly release?: (() => void) | undefined
}

export interface TransportSurroundings {
  readonly profile: Profile
  readonly clock: () => number
  /** The agent's own folder, where it has one. */
  readonly dataFolder: string | undefined
  /** Takes what is worth a line in the log. */
  readonly notice: (notice: unknown) => void
}
