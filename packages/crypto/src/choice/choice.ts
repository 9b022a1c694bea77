import { type BilingualText, requireOption } from '@nationec/errors'
import { cryptoOptionError } from '../bytes/expect.ts'
import { CryptoError } from '../errors/crypto-error.ts'
import { PROVIDER_UNAVAILABLE } from '../errors/error-texts.ts'
import type { CryptoProvider } from '../provider/provider.ts'
import { type Engine, isAutomatic, type KnownPart, type Part } from './part.ts'
import { verdictOn } from './verdict.ts'

/** What does the arithmetic: the best that computes its known answers right, one by its name, or one of your own. */
export type ProviderChoice = 'auto' | 'fast' | 'sm-crypto' | 'node' | CryptoProvider

/** For a hash of what is no secret. */
export interface HashOptions {
  /** Default `'auto'`. A provider that is named is used or refused, never replaced by another. */
  readonly provider?: ProviderChoice | undefined
}

export interface ProviderOptions extends HashOptions {
  /**
   * Refuse what is not known to compute without branches and addresses that depend on secrets: tables, a library. Default
   * false. `providerReport()` says how each part is computed here.
   */
  readonly requireConstantTime?: boolean | undefined
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
  const engine = passedEngine(part, choice)
  if (engine === undefined) throw unavailable(typeof choice === 'string' ? choice : choice.name, part.name)
  // A provider of the caller's own is the caller's to keep.
  if (typeof choice === 'string') part.found.set(choice, engine)
  return engine
}

/** The part of the first provider that computed its known answers right and is wanted. */
export function passedEngine<P extends Part>(
  part: KnownPart<P>,
  choice: ProviderChoice,
  isWanted: (provider: CryptoProvider) => boolean = () => true,
): Engine<P> | undefined {
  const passed = candidates(part, choice).find((one) => verdictOn(one, part).state === 'passed' && isWanted(one))
  return passed?.[part.name] as Engine<P> | undefined
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
