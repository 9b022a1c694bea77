import { aFunction, type OptionNames, requireKnownOptions, requireOption, trueOrFalse } from '@nationec/errors'
import { cryptoOptionError } from '../bytes/expect.ts'
import type { ProviderOptions } from '../choice/choice.ts'
import { completeSm3Part } from '../choice/parts/complete-sm3.ts'
import { sm2PointPart, sm2SignaturePart } from '../choice/parts/sm2.ts'
import { secretEngineOf, supportingEngineOf } from '../choice/secret-engine.ts'
import type { Sm2PointEngine, Sm2SignatureEngine, Sm3Engine } from '../provider/provider.ts'
import type { RandomSource } from './random.ts'

export interface Sm2KeyOptions extends ProviderOptions {
  /**
   * Where random bytes come from. Default: `globalThis.crypto.getRandomValues`, in every runtime the right one. Meant
   * for a hardware source.
   */
  readonly random?: RandomSource | undefined
}

/**
 * Callers without types reach this place too.
 *
 * @throws CryptoError `CRYPTO_OPTION_INVALID`
 */
export function checkKeyOptions<Options extends Sm2KeyOptions>(options: Options, known: OptionNames<Options>): void {
  requireKnownOptions(options, known, cryptoOptionError)
  const { random, requireConstantTime = false } = options
  requireOption(typeof requireConstantTime === 'boolean', 'requireConstantTime', trueOrFalse, cryptoOptionError)
  requireOption(random === undefined || typeof random === 'function', 'random', aFunction, cryptoOptionError)
}

/** Every option of a key. */
export const keyOptions: OptionNames<Sm2KeyOptions> = { provider: true, requireConstantTime: true, random: true }

/** The engines of one key, each looked up when it is first needed: OpenSSL signs but cannot encrypt. */
export class Sm2Engines {
  readonly #choice: ProviderOptions

  constructor({ provider, requireConstantTime }: ProviderOptions) {
    this.#choice = { provider, requireConstantTime }
  }

  get signature(): Sm2SignatureEngine {
    return secretEngineOf(sm2SignaturePart, this.#choice)
  }

  get point(): Sm2PointEngine {
    return secretEngineOf(sm2PointPart, this.#choice)
  }

  /** For a public key out of a private one: every provider may lend its points here. */
  get derivation(): Sm2PointEngine {
    return supportingEngineOf(sm2PointPart, this.#choice)
  }

  get sm3(): Sm3Engine {
    return supportingEngineOf(completeSm3Part, this.#choice)
  }
}
