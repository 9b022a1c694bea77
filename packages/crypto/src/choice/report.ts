import { isAutomatic, type KnownPart, type Part, type Verdict } from './part.ts'
import { completeSm3Part } from './parts/complete-sm3.ts'
import { sm2PointPart, sm2SignaturePart } from './parts/sm2.ts'
import { sm4Part } from './parts/sm4.ts'
import { verdictOn } from './verdict.ts'

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
  return {
    sm3: reportOn(completeSm3Part),
    sm4: reportOn(sm4Part),
    sm2Signature: reportOn(sm2SignaturePart),
    sm2Point: reportOn(sm2PointPart),
  }
}

function reportOn(part: KnownPart): ProviderReportPart {
  const passed = part.providers.filter((provider) => verdictOn(provider, part).state === 'passed')
  return {
    chosen: passed.find(isAutomatic)?.name,
    providers: part.providers.map((provider) => ({ name: provider.name, ...verdictOn(provider, part) })),
  }
}
