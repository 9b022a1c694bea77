import type { Memory, Store } from '@nationec/ledger'
import type { Profile } from '@nationec/protocol'
import type { TerminalLink } from '@nationec/terminal'
import type { Transport } from '@nationec/transport'
import type { Logger } from './logs/logger.ts'
import type { PendingPairing } from './pairing/pairings.ts'
import type { PushReceiver } from './pushes/push-receiver.ts'
import type { SupportFacts } from './routes/bundle-route.ts'
import type { PluggedSimulator } from './simulator/plugged-simulator.ts'
import type { WebhookOptions } from './webhooks/webhook-options.ts'

/** A till: a terminal, and who may use it. */
export interface TillOptions {
  /** The way to the terminal. The agent has it to itself. */
  readonly transport: Transport
  /** The simulator behind that transport, when it is one: then pages may play the patient (`@nationec/demo-server`). */
  readonly simulator?: PluggedSimulator | undefined
  /** What that transport knows and tells besides its answers. Default: nothing but the answers is known. */
  readonly terminalLink?: TerminalLink | undefined
  /**
   * Looks whether what the transport needs is there (`checkTerminal` of `@nationec/terminal`); what it throws stands in
   * `GET /readyz`. Default: nothing is looked at.
   */
  readonly checkTerminal?: (() => Promise<void>) | undefined
  /** The pages that may use the till, as origins: `https://his.example`. Default: none but the agent's own. */
  readonly origins?: readonly string[] | undefined
}

/** What an agent is made of besides its tills. */
export interface SharedOptions {
  /** The institution's code, as for a client. */
  readonly orgId: string
  /** Regional differences. Default: `defaultProfile`. */
  readonly profile?: Profile | undefined
  /**
   * Where the ledger of money operations and the pairings are kept. Without it they end with the process: right for
   * the simulator, whose orders do too, and for nothing else.
   */
  readonly dataFolder?: string | undefined
  /** The store of the ledger, for several agents over one database. Default: a file in `dataFolder`. */
  readonly store?: Store | undefined
  /** Who may remember what became of a request besides the terminals: asked before the centre. Default: none. */
  readonly memories?: readonly Memory[] | undefined
  /**
   * Days that the ledger keeps what is settled. Default 200: half a year, as network logs are kept, and a fortnight for
   * late questions. What is not settled is kept for ever.
   */
  readonly keepDays?: number | undefined
  /** False: the agent asks what became of an unknown outcome only when a caller does. Default true. */
  readonly askByItself?: boolean | undefined
  /**
   * Names besides 127.0.0.1, localhost and [::1] under which it may be addressed, behind a reverse proxy or as a part of
   * another server: `his.example` behind any port, `his.example:8443` behind that one.
   */
  readonly hosts?: readonly string[] | undefined
  /**
   * Whether people sign on with number and PIN before they move money or decide. Default: yes, except at a simulated
   * terminal.
   */
  readonly signOn?: boolean | undefined
  /** Yuan, as `500.00`: refunds of an order that come to more need a second person. Default: none do. */
  readonly refundLimit?: string | undefined
  /** Days that a pairing lasts. Default 30. */
  readonly pairingDays?: number | undefined
  /** What `/metrics` asks for as a bearer token. Default: none, and only this machine reads them. */
  readonly metricsToken?: string | undefined
  /** Throws why the settings are not those that they should be; it stands in `GET /readyz`. Default: nothing is looked at. */
  readonly checkSettings?: (() => Promise<void>) | undefined
  /** Servers that are told of operations, orders and exceptions. Default: none. */
  readonly webhooks?: readonly WebhookOptions[] | undefined
  /** Where the built web console lies. Default: a plain page. */
  readonly consoleFolder?: string | undefined
  /** Where the built documents lie. Default: `/docs/` shows the HTTP interface only. */
  readonly docsFolder?: string | undefined
  /** Where the scripts for old pages lie. */
  readonly sdkFolder?: string | undefined
  /** JSON lines, masked. Default: none are written. */
  readonly logger?: Logger | undefined
  /** What the program around the agent tells of itself in `GET /v1/bundle`. Default: nothing. */
  readonly support?: SupportFacts | undefined
  /** Milliseconds since 1970. Default `Date.now`. */
  readonly clock?: (() => number) | undefined
  /** Called with the id and the kind of each operation whose outcome has just become unknown. */
  readonly onUnknown?: ((operation: { readonly id: string; readonly kind: string }) => void) | undefined
  /** Shows pairing codes to the person at the agent. */
  readonly onPairing?: ((pending: readonly PendingPairing[]) => void) | undefined
  /**
   * Receives payment pushes at `POST /push`: verifies the sender, answers the centre, and hands each push on.
   * Default: that path does not exist.
   */
  readonly receivePush?: PushReceiver | undefined
}

/** An agent with one till, whose address is the agent's own. */
export interface AgentOptions extends SharedOptions, TillOptions {}

/** An agent with several tills, each below `/tills/<name>/`: it has tokens, pairings, limits and events of its own. */
export interface TillsOptions extends SharedOptions {
  /** By name: 1 to 32 letters, digits, `-` and `_`. */
  readonly tills: Readonly<Record<string, TillOptions>>
}

/** Where an agent listens. */
export interface ListenOptions {
  /** Default: the first free one of 33910 to 33914. 0 lets the system choose. */
  readonly port?: number | undefined
  /** Default 127.0.0.1. Anything that is not of this machine alone needs `allowRemote`. */
  readonly host?: string | undefined
  /** Lets the agent listen where other machines reach it. Default false: every machine that reaches it can try to pair. */
  readonly allowRemote?: boolean | undefined
}
