import type { ConstantTime, EngineKind } from '../provider/provider.ts'
import { kindOf } from './engine-kind.ts'
import { isAutomatic, type KnownPart, type Part, type Verdict } from './part.ts'
import { completeSm3Part } from './parts/complete-sm3.ts'
import { sm2PointPart, sm2SignaturePart } from './parts/sm2.ts'
import { sm4Part } from './parts/sm4.ts'
import { verdictOn } from './verdict.ts'

/** One part of the report. */
export interface ProviderReportPart {
  /** The provider that `auto` takes; `undefined` when every one was refused. */
  readonly chosen: string | undefined
  /** How that one computes here: `webassembly`, `relaxed-simd`, `simd`, `scalar`, `portable`, `sm-crypto`. */
  readonly path: string | undefined
  /** Whether that one is constant-time. */
  readonly constantTime: ConstantTime | undefined
  /** Every provider of the package with what its known answers said, and how it computes if they were right. */
  readonly providers: readonly (Verdict & { readonly name: string; readonly kind: EngineKind | undefined })[]
}

export type ProviderReport = Readonly<Record<Part, ProviderReportPart>>

/**
 * Tells which provider each part gets from `auto` here, how it computes and whether that is constant-time, and why others were refused. Computes the known answers of all
 * of them, which takes a moment the first time.
 *
 * @example
 * ```ts
 * import { providerReport } from '@nationec/crypto'
 *
 * const { sm4 } = providerReport()
 * console.log(sm4.chosen, sm4.path, sm4.constantTime) // fast relaxed-simd except CBC encryption
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
  const providers = part.providers.map((provider) => {
    const verdict = verdictOn(provider, part)
    return { name: provider.name, ...verdict, kind: verdict.state === 'passed' ? kindOf(provider, part) : undefined }
  })
  const chosen = providers.find(({ name, state }) => state === 'passed' && isAutomatic({ name }))
  return { chosen: chosen?.name, path: chosen?.kind?.path, constantTime: chosen?.kind?.constantTime, providers }
}
