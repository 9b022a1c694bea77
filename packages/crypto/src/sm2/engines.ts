import { optionError } from '../bytes/expect.ts'
import { engineOf, type ProviderChoice, type ProviderOptions, supportingEngineOf } from '../choice/choice.ts'
import { completeSm3Part } from '../choice/parts/complete-sm3.ts'
import { sm2PointPart, sm2SignaturePart } from '../choice/parts/sm2.ts'
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
export function checkKeyOptions(options: Sm2KeyOptions): void {
  if (typeof options !== 'object' || options === null) throw optionError('options', 'an object')
  if (options.random !== undefined && typeof options.random !== 'function') throw optionError('random', 'a function')
}

/** The engines of one key, each looked up when it is first needed: OpenSSL signs but cannot encrypt. */
export class Sm2Engines {
  readonly #choice: ProviderChoice | undefined

  constructor(choice: ProviderChoice | undefined) {
    this.#choice = choice
  }

  get signature(): Sm2SignatureEngine {
    return engineOf(sm2SignaturePart, this.#choice)
  }

  get point(): Sm2PointEngine {
    return engineOf(sm2PointPart, this.#choice)
  }

  /** For a public key out of a private one: every provider may lend its points here. */
  get derivation(): Sm2PointEngine {
    return supportingEngineOf(sm2PointPart, this.#choice)
  }

  get sm3(): Sm3Engine {
    return supportingEngineOf(completeSm3Part, this.#choice)
  }
}
