import type { Profile } from '@nationec/protocol'
import type { Transport } from '@nationec/transport'
import type { TerminalLink } from './terminal-link.ts'

/** What a transport tells besides its answers, as a line of a log: no person and no request is in it. */
export interface TerminalNotice {
  /** For example `late-outcome`, `keys-readable-by-others`, `idempotency-key`, or a type of the transport's own notices. */
  readonly type: string
}

/** What a simulated terminal is made with. */
export interface SimulationOptions {
  readonly seed: number
  readonly profile: Profile
  readonly settings: Readonly<Record<string, unknown>>
}

/** The handler of a simulated terminal, as `createSimulator` gives it. */
export interface SimulatedTerminal {
  handle(text: string, context: { readonly signal: AbortSignal }): Promise<string> | string
}

/** What a program adds to its settings. */
export interface TerminalSurroundings {
  /** Takes what is worth a line in a log. Default: it is dropped. */
  readonly onNotice?: ((notice: TerminalNotice) => void) | undefined
  /** `agent`: the key of the requests that move money. Default: made from the order's own number, else random. */
  readonly idempotencyKey?: string | undefined
  /** The folder for the journal of the serial link, where `serialJournal` names none. Default: that of the keys. */
  readonly journalFolder?: string | undefined
  /** Makes the simulated terminal. Default: `createSimulator` of `@nationec/simulator`. Give it to keep hold of one. */
  readonly simulate?: ((options: SimulationOptions) => SimulatedTerminal) | undefined
}

/** A transport that was made, and what belongs to it. */
export interface MadeTransport {
  readonly transport: Transport
  /** What the transport notices besides its answers; only the serial link has it. */
  readonly terminalLink?: TerminalLink | undefined
  readonly release?: (() => void) | undefined
}
