import { optionError } from '../bytes/expect.ts'
import { CryptoError } from '../errors/crypto-error.ts'
import type { CryptoProvider } from '../provider/provider.ts'
import { automaticOrder, builtInProviders } from './registry.ts'
import { type Part, verdictOn } from './verdict.ts'

/** Who does the arithmetic: the best that computes its known answers right, one by its name, or one of your own. */
export type ProviderChoice = 'auto' | 'fast' | 'sm-crypto' | 'node' | CryptoProvider

export interface ProviderOptions {
  /** Default `'auto'`. A provider that is named is used or refused, never replaced by another. */
  readonly provider?: ProviderChoice | undefined
}

type Engine<P extends Part> = NonNullable<CryptoProvider[P]>

/** Who was found for a part, by the name that the caller used: asked for once for every hash. */
const found: { [P in Part]: Map<ProviderChoice, Engine<P>> } = {
  sm3: new Map(),
  sm4: new Map(),
  sm2Signature: new Map(),
  sm2Point: new Map(),
}

/**
 * The engine for one part.
 *
 * @throws CryptoError `CRYPTO_PROVIDER_UNAVAILABLE`, `CRYPTO_OPTION_INVALID`
 */
export function engineOf<P extends Part>(part: P, choice: ProviderChoice = 'auto'): Engine<P> {
  const engines: Map<ProviderChoice, Engine<P>> = found[part]
  const known = engines.get(choice)
  if (known !== undefined) return known
  const engine = choice === 'auto' ? automaticEngine(part) : namedEngine(part, choice)
  // A provider of the caller's own is the caller's to keep.
  if (typeof choice === 'string') engines.set(choice, engine)
  return engine
}

function namedEngine<P extends Part>(part: P, choice: Exclude<ProviderChoice, 'auto'>): Engine<P> {
  const provider = providerOf(choice)
  const verdict = verdictOn(provider, part)
  const engine = provider[part]
  if (verdict.state === 'passed' && engine !== undefined) return engine as Engine<P>
  throw unavailable(provider.name, part)
}

/** The same, or the automatic one where the named provider has no such part: for hashing and for public points. */
export function supportingEngineOf<P extends Part>(part: P, choice: ProviderChoice = 'auto'): Engine<P> {
  if (choice === 'auto' || verdictOn(providerOf(choice), part).state === 'passed') return engineOf(part, choice)
  return engineOf(part, 'auto')
}

function automaticEngine<P extends Part>(part: P): Engine<P> {
  for (const provider of automaticOrder) {
    const engine = provider[part]
    if (engine !== undefined && verdictOn(provider, part).state === 'passed') return engine as Engine<P>
  }
  throw unavailable('auto', part)
}

function providerOf(choice: Exclude<ProviderChoice, 'auto'>): CryptoProvider {
  if (typeof choice === 'object' && choice !== null && typeof choice.name === 'string') return choice
  const provider = builtInProviders.find(({ name }) => name === choice)
  if (provider !== undefined) return provider
  throw optionError('provider', `'auto', ${builtInProviders.map(({ name }) => `'${name}'`).join(', ')}, or a provider`)
}

function unavailable(name: string, part: Part): CryptoError {
  return new CryptoError('CRYPTO_PROVIDER_UNAVAILABLE', {
    en: `${name} gives no ${part} here.`,
    zh: `${name} 在此不提供 ${part}。`,
  })
}
