import { optionError } from '../bytes/expect.ts'
import { CryptoError } from '../crypto-error.ts'
import type { CryptoProvider } from './provider.ts'
import { automaticOrder, builtInProviders } from './registry.ts'
import { type Part, verdictOn } from './verdict.ts'

/** Who does the arithmetic: the best that computes its known answers right, one by its name, or one of your own. */
export type ProviderChoice = 'auto' | 'fast' | 'sm-crypto' | 'node' | CryptoProvider

export interface ProviderOptions {
  /** Default `'auto'`. A provider that is named is used or refused, never replaced by another. */
  readonly provider?: ProviderChoice | undefined
}

type Engine<P extends Part> = NonNullable<CryptoProvider[P]>

const automatic: { [P in Part]?: Engine<P> } = {}

/**
 * The engine for one part.
 *
 * @throws CryptoError `CRYPTO_PROVIDER_UNAVAILABLE`, `CRYPTO_OPTION_INVALID`
 */
export function engineOf<P extends Part>(part: P, choice: ProviderChoice | undefined): Engine<P> {
  if (choice === undefined || choice === 'auto') return automaticEngine(part)
  const provider = providerOf(choice)
  const verdict = verdictOn(provider, part)
  const engine = provider[part]
  if (verdict.state === 'passed' && engine !== undefined) return engine as Engine<P>
  throw unavailable(provider.name, part)
}

/** The same, or the automatic one where the named provider has no such part: for hashing and for public points. */
export function supportingEngineOf<P extends Part>(part: P, choice: ProviderChoice | undefined): Engine<P> {
  if (choice === undefined || choice === 'auto') return automaticEngine(part)
  const provider = providerOf(choice)
  return verdictOn(provider, part).state === 'passed' ? engineOf(part, provider) : automaticEngine(part)
}

function automaticEngine<P extends Part>(part: P): Engine<P> {
  const known: Engine<P> | undefined = automatic[part]
  if (known !== undefined) return known
  for (const provider of automaticOrder) {
    const engine = provider[part]
    if (engine === undefined || verdictOn(provider, part).state !== 'passed') continue
    Object.assign(automatic, { [part]: engine })
    return engine as Engine<P>
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
