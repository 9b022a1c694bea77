import { requireOption, trueOrFalse } from '@nationec/errors'
import { cryptoOptionError } from '../bytes/expect.ts'
import { cryptoError } from '../errors/make-error.ts'
import type { CryptoProvider } from '../provider/provider.ts'
import { engineOf, type ProviderOptions, passedEngine } from './choice.ts'
import { kindOf } from './engine-kind.ts'
import type { Engine, KnownPart, Part } from './part.ts'

// Apart from the choice, so that a bundle with `sm3` alone does not carry it (docs/decisions/0019-sizes.md).

/**
 * The engine for one part that works with secrets: a constant-time one where that is required.
 *
 * @throws CryptoError `CRYPTO_PROVIDER_UNAVAILABLE`, `CRYPTO_OPTION_INVALID`
 */
export function secretEngineOf<P extends Part>(part: KnownPart<P>, options: ProviderOptions = {}): Engine<P> {
  const { provider = 'auto', requireConstantTime = false } = options
  requireOption(typeof requireConstantTime === 'boolean', 'requireConstantTime', trueOrFalse, cryptoOptionError)
  if (!requireConstantTime) return engineOf(part, provider)
  const engine = passedEngine(part, provider, isConstantTime(part))
  if (engine !== undefined) return engine
  throw cryptoError('CRYPTO_PROVIDER_UNAVAILABLE', {
    en: `requireConstantTime: nothing that is known to be constant-time gives ${part.name} here.`,
    zh: `requireConstantTime：此环境没有已知为恒定时间的 ${part.name} 实现。`,
  })
}

/** The same, or the automatic one where the named provider has no such part: for hashing and for public points. */
export function supportingEngineOf<P extends Part>(part: KnownPart<P>, options: ProviderOptions = {}): Engine<P> {
  const { provider = 'auto', requireConstantTime = false } = options
  const own = passedEngine(part, provider, requireConstantTime ? isConstantTime(part) : undefined)
  return own ?? secretEngineOf(part, { requireConstantTime })
}

const isConstantTime = (part: KnownPart) => (provider: CryptoProvider) => {
  const time = kindOf(provider, part)?.constantTime
  return time === 'yes' || time === 'except CBC encryption'
}
