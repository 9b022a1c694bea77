import type { Socket } from 'node:net'
import { HttpOnceError } from './http-once-error.ts'
import type { TlsSettings } from './tls-settings.ts'

/**
 * Makes a connection of its own for one request. Nothing of the request has left when this fails.
 *
 * A connection that is used again may be dead without either side knowing it, and some clients then send the request a
 * second time; a fresh one cannot have that fault.
 */
export async function openSocket(url: URL, tls: TlsSettings, signal: AbortSignal): Promise<Socket> {
  const secure = url.protocol === 'https:'
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const port = Number(url.port || (secure ? 443 : 80))
  const [net, nodeTls] = await Promise.all([import('node:net'), import('node:tls')])
  signal.throwIfAborted()
  const { ca, cert, key, servername } = tls
  const socket = secure
    ? nodeTls.connect({
        host,
        port,
        servername: servername ?? (net.isIP(host) === 0 ? host : undefined),
        ...(ca === undefined ? {} : { ca: typeof ca === 'string' ? ca : [...ca] }),
        ...(cert === undefined ? {} : { cert }),
        ...(key === undefined ? {} : { key }),
        ALPNProtocols: ['http/1.1'],
        rejectUnauthorized: true, // said, because otherwise an environment variable would decide
      })
    : net.connect({ host, port })
  socket.on('error', () => {}) // an error without a listener would end the program
  return new Promise((resolve, reject) => {
    const stop = (): void => fail(signal.reason)
    const fail = (cause: unknown): void => {
      release()
      socket.destroy()
      reject(cause === signal.reason ? cause : connectError(cause))
    }
    const closed = (): void => fail(new Error('the connection was closed while it was being made'))
    const ready = (): void => {
      release()
      socket.setNoDelay(true)
      resolve(socket)
    }
    const release = (): void => {
      signal.removeEventListener('abort', stop)
      socket
        .off('error', fail)
        .off('close', closed)
        .off(READY[url.protocol] ?? 'connect', ready)
    }
    signal.addEventListener('abort', stop, { once: true })
    socket
      .once('error', fail)
      .once('close', closed)
      .once(READY[url.protocol] ?? 'connect', ready)
  })
}

const READY: Readonly<Record<string, 'connect' | 'secureConnect'>> = { 'http:': 'connect', 'https:': 'secureConnect' }

/** Codes of a certificate that was not accepted, as OpenSSL, BoringSSL and rustls give them through `node:tls`. */
const CERTIFICATE =
  /CERT|SELF_SIGNED|UNABLE_TO_|HOSTNAME_MISMATCH|ISSUER|^ERR_TLS|^ERR_SSL|^EPROTO$|InvalidCertificate|UnknownIssuer/i

function connectError(cause: unknown): HttpOnceError {
  const code = codeOf(cause)
  const tls = CERTIFICATE.test(code ?? messageOf(cause))
  return new HttpOnceError(tls ? 'tls-failed' : 'unreachable', { cause, systemCode: code })
}

function codeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined
  return typeof error.code === 'string' && /^[A-Za-z_]{1,64}$/.test(error.code) ? error.code : undefined
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : ''
}
