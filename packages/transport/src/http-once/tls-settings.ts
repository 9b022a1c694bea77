/**
 * How the far end proves its identity, and how this side does: as `node:tls` takes them. The check itself cannot be
 * switched off.
 */
export interface TlsSettings {
  /** Root certificates in PEM, for a private network. Default: those of the runtime. */
  readonly ca?: string | readonly string[] | undefined
  /** The institution's own certificate in PEM, where the platform asks for one. */
  readonly cert?: string | undefined
  /** Its private key in PEM. */
  readonly key?: string | undefined
  /** The name in the far end's certificate when the address is a bare number. */
  readonly servername?: string | undefined
}
