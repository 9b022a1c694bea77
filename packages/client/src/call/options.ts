import type { OptionNames } from '@nationec/errors'
import type { Extension, Profile } from '@nationec/protocol'
import type { Timers, Transport } from '@nationec/transport'

/** Which bodies the five interfaces have: `centre` are 6201…6401, `hos` the older `hos.*` bodies. */
export type Generation = Profile['generation']

/** What a client is made of. */
export interface ClientOptions<ChosenGeneration extends Generation = Generation> {
  /** The institution's code, `H` (hospital) or `P` (pharmacy) and eleven digits in most regions; at most 40 characters. */
  readonly orgId: string
  /** The way to the terminal: one of the `@nationec/transport-*` packages. Nothing opens before the first call. */
  readonly transport: Transport
  /** Regional differences. Default: `defaultProfile`, what most public sources do. */
  readonly profile?: (Profile & { readonly generation: ChosenGeneration }) | undefined
  /** Milliseconds since 1970, for wire times and serial numbers. Default `Date.now`. */
  readonly clock?: (() => number) | undefined
  /** Fills bytes with randomness, for serial numbers. Default `crypto.getRandomValues`. */
  readonly random?: ((bytes: Uint8Array) => void) | undefined
  /** Clock and timers of the deadlines. Default: the runtime's own, on the monotonic clock. */
  readonly timers?: Timers | undefined
}

/** Settings of one call. */
export interface CallOptions {
  /** Gives the call up: `not-sent` while it waits its turn, `unknown` once the terminal may have acted. */
  readonly signal?: AbortSignal | undefined
  /**
   * Milliseconds from the call on, waiting included. Default: the transport's own (120,000), because the patient may be
   * looking for the phone or typing a password. Lower it only for queries.
   */
  readonly deadline?: number | undefined
  /** The business address (`strUrl`) when it differs from the transport's. */
  readonly url?: string | undefined
  /** The envelope's extension field. Default: left out. */
  readonly extData?: Extension | undefined
}

/** Settings of a text that goes out as it is: those of a call, without the extension field that only an envelope has. */
export type TextOptions = Omit<CallOptions, 'extData'>

/** Every option that a client takes. */
export const clientOptions: OptionNames<ClientOptions> = {
  orgId: true,
  transport: true,
  profile: true,
  clock: true,
  random: true,
  timers: true,
}

/** Every option that a call takes. */
export const callOptions: OptionNames<CallOptions> = { signal: true, deadline: true, url: true, extData: true }
