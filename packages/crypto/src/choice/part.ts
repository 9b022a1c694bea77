import type { CryptoProvider } from '../provider/provider.ts'

/** The parts of a provider, each judged on its own. */
export type Part = 'sm3' | 'sm4' | 'sm2Signature' | 'sm2Point'

/** What became of the known answers: computed right, computed wrong or not at all, or the part does not exist. */
export type Verdict =
  | { readonly state: 'passed' }
  | { readonly state: 'refused'; readonly reason: string }
  | { readonly state: 'absent' }

export type Engine<P extends Part> = NonNullable<CryptoProvider[P]>

/**
 * Everything known of one part. Each part knows its own providers only, so that a bundle with SM3 holds no SM2 and no
 * SM4.
 */
export interface KnownPart<P extends Part = Part> {
  readonly name: P
  /** Computes the known answers of a provider that has the part: the name of the first wrong one, or `undefined`. */
  readonly wrongAnswer: (provider: CryptoProvider) => string | undefined
  /** The providers of the package, best first. */
  readonly providers: CryptoProvider[]
  /** What became of the known answers of each provider that was asked. */
  readonly verdicts: WeakMap<CryptoProvider, Verdict>
  /** Which engine was found, by the name that the caller used: asked for once for every hash. */
  readonly found: Map<string | CryptoProvider, Engine<P>>
}

/** Describes a part. `check` gives the name of the first wrong answer, or `undefined`. */
export function definePart<P extends Part>(
  name: P,
  check: (engine: Engine<P>) => string | undefined,
  providers: CryptoProvider[],
): KnownPart<P> {
  const wrongAnswer = (provider: CryptoProvider): string | undefined => check(provider[name] as Engine<P>)
  return { name, wrongAnswer, providers, verdicts: new WeakMap(), found: new Map() }
}

/** OpenSSL is taken only when it is named. */
export const isAutomatic = ({ name }: CryptoProvider): boolean => name !== 'node'
