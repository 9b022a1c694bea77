import { defineTransport, type Transport, type TransportSession } from '@nationec/transport'
import { TRANSPORT_NAME } from './catalogue/dll-error.ts'
import { dllErrors } from './catalogue/dll-errors.ts'
import { createRequestEncoder } from './encoding/request-encoder.ts'
import { openHosted } from './host/open-hosted.ts'
import { openInProcess } from './koffi/open-in-process.ts'
import type { DllTransportOptions } from './options/dll-options.ts'
import { readOptions } from './options/read-options.ts'

/** OutData holds 900K with the NUL at its end (clause 3.2); the texts before it may take that much without one. */
const ANSWER_MOST = 900 * 1024 - 1

/**
 * Makes a transport that calls the vendor's NationECCode library, safely: by default in a host process of its own.
 *
 * One call at a time. A call that takes too long is ended by killing the host, a crash is told with its exception code,
 * and the next exchange runs on a new host; `delivery` says whether the library had been entered. A 32-bit library works
 * from a 64-bit program. The end of an idle host is no lost link: `supports.disconnectEvents` is false, because the
 * next exchange simply starts another. Nothing runs before the first exchange.
 *
 * Windows of the library are shown, so this program must run in the user's session and not as a service.
 *
 * @throws `TransportError` `OPTION_INVALID` if an option is wrong
 * @example
 * ```ts
 * import { dllTransport } from '@nationec/transport-dll-ffi'
 *
 * const transport = dllTransport({
 *   library: 'C:/NationECCode/NationECCode.dll',
 *   url: 'http://10.0.0.8:8080/localcfc/api/hsecfc/localQrCodeQuery',
 *   onNotice: (notice) => console.log(notice),
 * })
 * console.log(transport.supports) // { cancel: true, disconnectEvents: false }
 * ```
 */
export function dllTransport(options: DllTransportOptions): Transport {
  const read = readOptions(options)
  const encoder = createRequestEncoder(read.out)
  const hosted = read.isolation === 'process'
  return defineTransport({
    specVersion: 1,
    name: TRANSPORT_NAME,
    supports: { cancel: hosted, disconnectEvents: false },
    url: options.url,
    limits: { answer: ANSWER_MOST, ...options.limits },
    deadline: options.deadline,
    measure: encoder.measure,
    errors: dllErrors,
    open: ({ signal }): Promise<TransportSession> =>
      hosted ? openHosted(read, encoder, signal) : openInProcess(read, encoder),
  })
}
