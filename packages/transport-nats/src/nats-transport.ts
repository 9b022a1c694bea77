import { aFunction, anObject, type OptionNames, requireKnownOptions, requireOption } from '@nationec/errors'
import { defineTransport, optionErrorOf, type Transport } from '@nationec/transport'
import type { NatsConnection } from '@nats-io/transport-node'
import { natsErrors } from './errors.ts'
import type { OnAddressed } from './exchange-address.ts'
import { linkOf } from './link.ts'
import { openSession } from './open-session.ts'
import { requireConnection } from './require-connection.ts'
import { createSession } from './session.ts'
import { anEpoch, aTillName, isEpoch, isTillName } from './subjects.ts'

/** Settings of {@link natsTransport}. */
export interface NatsTransportOptions {
  /** A connection to a NATS server, of `@nats-io/transport-node`; any number of transports may share it. It is never closed here. */
  readonly connection: NatsConnection
  readonly till: string
  /** The epoch of the till's lease, or a function that reads it; asked at each opening. Default 0. */
  readonly epoch?: number | (() => number | Promise<number>) | undefined
  /** Stores where an exchange goes, before it leaves. If it fails, nothing leaves. */
  readonly onAddressed?: OnAddressed | undefined
  /** The business address (`strUrl`) for exchanges that name none. Default: the till's own. */
  readonly url?: string | undefined
  /** Milliseconds an exchange may take. Default 120,000. */
  readonly deadline?: number | undefined
}

const OPTIONS: OptionNames<NatsTransportOptions> = {
  ...{ connection: true, till: true, epoch: true, onAddressed: true, url: true, deadline: true },
}

/**
 * Makes a transport over a till that has dialled out to a NATS server and is served there by `serveTill`.
 *
 * A request is published once. Where no agent of the till is connected the server says so at once, and the exchange is
 * `not-sent`; after a time-out it is `unknown`, and almost always carried out: ask the till by `askTill`, never repeat.
 *
 * @throws `OPTION_INVALID` for an option that is wrong
 * @example not run: needs a NATS server
 * ```ts
 * import { connect } from '@nats-io/transport-node'
 * import { createClient } from '@nationec/client'
 * import { natsTransport } from '@nationec/transport-nats'
 *
 * const connection = await connect({ servers: 'tls://nats.hospital.example:4222' })
 * await using client = createClient({ orgId: 'H33010200001', transport: natsTransport({ connection, till: 'T12' }) })
 * ```
 */
export function natsTransport(options: NatsTransportOptions): Transport {
  const invalid = optionErrorOf('nats')
  requireOption(typeof options === 'object' && options !== null, 'options', anObject, invalid)
  requireKnownOptions(options, OPTIONS, invalid)
  const { connection, till, epoch = 0, onAddressed, url, deadline } = options
  requireConnection(connection)
  requireOption(isTillName(till), 'till', aTillName, invalid)
  requireOption(typeof epoch === 'function' || isEpoch(epoch), 'epoch', anEpoch, invalid)
  requireOption(onAddressed === undefined || typeof onAddressed === 'function', 'onAddressed', aFunction, invalid)
  return defineTransport({
    specVersion: 1,
    name: 'nats',
    // What runs at the till is not stopped; what still waits there is asked back for and not begun.
    supports: { cancel: false, disconnectEvents: true },
    errors: natsErrors,
    url,
    deadline,
    async open({ signal, onDisconnect }) {
      const link = linkOf(connection)
      const address = { till, epoch: typeof epoch === 'function' ? await epoch() : epoch }
      const opened = await openSession(link, address, signal)
      return createSession({ link, connection, ...address, ...opened, onAddressed, onDisconnect })
    },
  })
}
