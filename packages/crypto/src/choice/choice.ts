import { type BilingualText, requireOption, trueOrFalse } from '@nationec/errors'
import { cryptoOptionError } from '../bytes/expect.ts'
import { CryptoError } from '../errors/crypto-error.ts'
import { PROVIDER_UNAVAILABLE } from '../errors/error-texts.ts'
import type { CryptoProvider, EngineKind } from '../provider/provider.ts'
import { type Engine, isAutomatic, type KnownPart, type Part } from './part.ts'
import { verdictOn } from './verdict.ts'

/** What does the arithmetic: the best that computes its known answers right, one by its name, or one of your own. */
export type ProviderChoice = 'auto' | 'fast' | 'sm-crypto' | 'node' | CryptoProvider

export interface ProviderOptions {
  /** Default `'auto'`. A provider that is named is used or refused, never replaced by another. */
  readonly provider?: ProviderChoice | undefined
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
export function engineOf<P extends Part>(part: KnownPart<P>, options: ProviderOptions = {}): Engine<P> {
  const { provider: choice = 'auto', requireConstantTime = false } = options
  if (requireConstantTime) return constantTimeEngine(part, choice, requireConstantTime)
  const known = part.found.get(choice)
  if (known !== undefined) return known
  const engine = passedEngine(part, candidates(part, choice))
  if (engine === undefined) throw unavailable(nameOf(choice), part.name)
  // A provider of the caller's own is the caller's to keep.
  if (typeof choice === 'string') part.found.set(choice, engine)
  return engine
}

/** The same, or the automatic one where the named provider has no such part: for hashing and for public points. */
export function supportingEngineOf<P extends Part>(part: KnownPart<P>, options: ProviderOptions = {}): Engine<P> {
  const { provider: choice = 'auto', requireConstantTime = false } = options
  const own = passedEngine(part, candidates(part, choice), requireConstantTime)
  return own ?? engineOf(part, { requireConstantTime })
}

function constantTimeEngine<P extends Part>(
  part: KnownPart<P>,
  choice: ProviderChoice,
  isRequired: unknown,
): Engine<P> {
  requireOption(isRequired === true, 'requireConstantTime', trueOrFalse, cryptoOptionError)
  const engine = passedEngine(part, candidates(part, choice), true)
  if (engine === undefined) throw unavailable(`${nameOf(choice)}, requireConstantTime`, part.name)
  return engine
}

function passedEngine<P extends Part>(
  part: KnownPart<P>,
  providers: readonly CryptoProvider[],
  constantTime = false,
): Engine<P> | undefined {
  for (const provider of providers) {
    if (verdictOn(provider, part).state !== 'passed') continue
    const engine = provider[part.name] as Engine<P>
    if (!constantTime || isConstantTime(engine.kind)) return engine
  }
  return undefined
}

function isConstantTime(kind: EngineKind | undefined): boolean {
  return kind?.constantTime === 'yes' || kind?.constantTime === 'except CBC encryption'
}

function nameOf(choice: ProviderChoice): string {
  return typeof choice === 'string' ? choice : choice.name
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
