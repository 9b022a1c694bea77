import type { CryptoProvider } from '../provider/provider.ts'
import { automaticOrder, builtInProviders } from './registry.ts'
import { PARTS, type Part, type Verdict, verdictOn } from './verdict.ts'

/** One part of the report. */
export interface ProviderReportPart {
  /** The provider that `auto` takes; `undefined` when every one was refused. */
  readonly chosen: string | undefined
  /** Every provider of the package with what its known answers said. */
  readonly providers: readonly (Verdict & { readonly name: string })[]
}

export type ProviderReport = Readonly<Record<Part, ProviderReportPart>>

/**
 * Tells which provider each part gets from `auto` here, and why others were refused. Computes the known answers of all
 * of them, which takes a moment the first time.
 *
 * @example
 * ```ts
 * import { providerReport } from '@nationec/crypto'
 *
 * const { sm4 } = providerReport()
 * console.log(sm4.chosen, sm4.providers)
 * ```
 */
export function providerReport(): ProviderReport {
  const part = (name: Part): ProviderReportPart => ({
    chosen: automaticOrder.find((provider) => verdictOn(provider, name).state === 'passed')?.name,
    providers: builtInProviders.map((provider: CryptoProvider) => ({
      name: provider.name,
      ...verdictOn(provider, name),
    })),
  })
  const [sm3, sm4, sm2Signature, sm2Point] = PARTS
  return { sm3: part(sm3), sm4: part(sm4), sm2Signature: part(sm2Signature), sm2Point: part(sm2Point) }
}
