import type { CryptoProvider, EngineKind } from '../provider/provider.ts'
import type { KnownPart, Part } from './part.ts'

/**
 * What is known of the package's own providers whose engines say nothing: SM3 of `fast` has one way only, a library is as it
 * is, and which code OpenSSL takes on this machine, it does not say.
 */
const KINDS: Readonly<Record<string, EngineKind>> = {
  fast: { path: 'portable', constantTime: 'yes' },
  'sm-crypto': { path: 'sm-crypto', constantTime: 'no' },
  node: { path: 'openssl', constantTime: 'unknown' },
}

/** How a provider computes a part; `undefined` where nothing is known. */
export function kindOf<P extends Part>(provider: CryptoProvider, part: KnownPart<P>): EngineKind | undefined {
  const engine: CryptoProvider[Part] = provider[part.name]
  return engine?.kind ?? (part.providers.includes(provider) ? KINDS[provider.name] : undefined)
}
