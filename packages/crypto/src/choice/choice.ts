import { type BilingualText, requireOption } from '@nationec/errors'
import { cryptoOptionError } from '../bytes/expect.ts'
import { CryptoError } from '../errors/crypto-error.ts'
import { PROVIDER_UNAVAILABLE } from '../errors/error-texts.ts'
import type { CryptoProvider } from '../provider/provider.ts'
import { type Engine, isAutomatic, type KnownPart, type Part } from './part.ts'
import { verdictOn } from './verdict.ts'

/** What does the arithmetic: the best that computes its known answers right, one by its name, or one of your own. */
export type ProviderChoice = 'auto' | 'fast' | 'sm-crypto' | 'node' | CryptoProvider

export interface ProviderOptions {
  /** Default `'auto'`. A provider that is named is used or refused, never replaced by another. */
  readonly provider?: ProviderChoice | undefined
}

/** The names of the package's own providers, best first. */
const NAMES: readonly ProviderChoice[] = ['fast', 'sm-crypto', 'node']
const CHOICES = '`auto`, `fast`, `sm-crypto`, `node`'
const A_CHOICE: BilingualText = { en: `${CHOICES} or a provider`, zh: `${CHOICES} 或 provider` }

/**
 * The engine for one part.
 *
 * @throws CryptoError `CRYPTO_PROVIDER_UNAVAILABLE`, `CRYPTO_OPTION_INVALID`
 */
export function engineOf<P extends Part>(part: KnownPart<P>, choice: ProviderChoice = 'auto'): Engine<P> {
  const known = part.found.get(choice)
  if (known !== undefined) return known
  const engine = passedEngine(part, candidates(part, choice))
  if (engine === undefined) throw unavailable(typeof choice === 'string' ? choice : choice.name, part.name)
  // A provider of the caller's own is the caller's to keep.
  if (typeof choice === 'string') part.found.set(choice, engine)
  return engine
}

/** The same, or the automatic one where the named provider has no such part: for hashing and for public points. */
export function supportingEngineOf<P extends Part>(part: KnownPart<P>, choice: ProviderChoice = 'auto'): Engine<P> {
  return passedEngine(part, candidates(part, choice)) ?? engineOf(part)
}

function passedEngine<P extends Part>(part: KnownPart<P>, providers: readonly CryptoProvider[]): Engine<P> | undefined {
  const provider = providers.find((one) => verdictOn(one, part).state === 'passed')
  return provider?.[part.name] as Engine<P> | undefined
}

function candidates(part: KnownPart, choice: ProviderChoice): readonly CryptoProvider[] {
  if (choice === 'auto') return part.providers.filter(isAutomatic)
  if (typeof choice === 'object' && choice !== null && typeof choice.name === 'string') return [choice]
  requireOption(NAMES.includes(choice), 'provider', A_CHOICE, cryptoOptionError)
  return part.providers.filter(({ name }) => name === choice)
}

function unavailable(name: string, part: Part): CryptoError {
  return new CryptoError('CRYPTO_PROVIDER_UNAVAILABLE', PROVIDER_UNAVAILABLE, {
    en: `${name} gives no ${part} here.`,
    zh: `${name} 在此不提供 ${part}。`,
  })
}
