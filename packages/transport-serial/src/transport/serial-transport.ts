import { defineTransport, systemTimers, type Transport } from '@nationec/transport'
import { TRANSPORT_NAME } from '../catalogue/serial-error.ts'
import { serialErrors } from '../catalogue/serial-errors.ts'
import { peerIdOf } from '../channel/credential.ts'
import { mslChannel } from '../channel/msl-channel.ts'
import { memoryJournal } from '../journal/memory-journal.ts'
import { closingAtInstitution, forgetOld } from '../journal/retention.ts'
import { createLink } from '../link/create-link.ts'
import { mslCodec } from '../message/msl-codec.ts'
import { checkKeys, checkParts } from '../options/check-options.ts'
import { type ClientCore, createClientCore } from './client-core.ts'
import { createDesk } from './desk.ts'
import { openInstitution } from './open-institution.ts'
import { type SerialTransportOptions, serialTransportOptions } from './serial-options.ts'

/**
 * Makes a transport over a secure serial link to a terminal that speaks MSL/1.
 *
 * MSL/1 IS THIS PROJECT'S OWN FORMAT. The vendors' wire format is not public and this is not it; the far end is
 * `serialTerminal`, or a vendor's own link put into the three seams `link`, `channel` and `codec`.
 *
 * A request is sent at most once in its life. When the line, the terminal or the time fails, the terminal is asked what
 * became of it; a terminal that never saw it writes that down and refuses every late copy, and only then the caller is
 * told `not-sent`. Outcomes that become known later go to `onOutcome`.
 *
 * @throws `TransportError` `OPTION_INVALID` if an option is wrong
 * @example
 * ```ts
 * import { generateSm2KeyPair } from '@nationec/crypto/sm2'
 * import { memoryJournal, memoryPorts, serialTerminal, serialTransport } from '@nationec/transport-serial'
 *
 * const pairs = { link: generateSm2KeyPair(), signing: generateSm2KeyPair() }
 * const far = { link: generateSm2KeyPair(), signing: generateSm2KeyPair() }
 * const ports = memoryPorts()
 * const terminal = serialTerminal({
 *   port: ports.terminal,
 *   keys: {
 *     link: far.link.privateKey,
 *     signing: far.signing.privateKey,
 *     institutions: [{ link: pairs.link.publicKey, signing: pairs.signing.publicKey }],
 *   },
 *   journal: memoryJournal(),
 *   handle: () => '{"code":0,"message":"成功"}',
 * })
 * const transport = serialTransport({
 *   port: ports.institution,
 *   keys: {
 *     link: pairs.link.privateKey,
 *     signing: pairs.signing.privateKey,
 *     terminal: { link: far.link.publicKey, signing: far.signing.publicKey },
 *   },
 * })
 * const connection = transport.connect()
 * console.log(await connection.exchange({ text: '{"transType":"ec.query"}' }))
 * await connection.close()
 * await terminal.close()
 * ```
 */
export function serialTransport(options: SerialTransportOptions): Transport {
  checkParts(options, serialTransportOptions, ['port', 'keys'])
  checkKeys(options.keys, options.keys.terminal === undefined ? [] : [options.keys.terminal])
  const { keys, url, limits, deadline, timers = systemTimers } = options
  const journal = options.journal ?? memoryJournal()
  const link = options.link ?? (() => createLink({ hunt: (options.bauds ?? []).length > 0 }))
  const channel = options.channel ?? mslChannel({ role: 'institution', own: keys.link, terminal: keys.terminal.link })
  const terminalSigning = keys.terminal.signing.prepare()
  const clock = (): number => Math.floor(Date.now() / 1_000)
  const desk = createDesk(options)
  let core: ClientCore | undefined

  return defineTransport({
    specVersion: 1,
    name: TRANSPORT_NAME,
    supports: { cancel: true, disconnectEvents: true },
    url,
    limits,
    deadline,
    errors: serialErrors,
    open: async (context) => {
      core ??= createCore()
      const codec = options.codec ?? mslCodec
      return openInstitution({ options, core, desk, clock, timers, link: link(), channel, codec }, context)
    },
  })

  function createCore(): ClientCore {
    forgetOld(journal, clock(), closingAtInstitution)
    const created = createClientCore(
      {
        journal,
        clock,
        sign: (bytes) => keys.signing.sign(bytes),
        verify: (bytes, signature) => terminalSigning.verify(bytes, signature),
        own: peerIdOf(keys.link.publicKey),
        peer: peerIdOf(keys.terminal.link),
      },
      () => options.onOutcome !== undefined,
    )
    for (const requestId of created.elsewhere) desk.notify({ type: 'sent-elsewhere', requestId })
    return created
  }
}
