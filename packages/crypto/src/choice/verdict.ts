import { checkSm2Point } from '../provider/known-answers/sm2-point.ts'
import { checkSm2Signature } from '../provider/known-answers/sm2-signature.ts'
import { checkSm3 } from '../provider/known-answers/sm3.ts'
import { checkSm4 } from '../provider/known-answers/sm4.ts'
import type { CryptoProvider } from '../provider/provider.ts'

/** The parts of a provider, each judged on its own. */
export const PARTS = ['sm3', 'sm4', 'sm2Signature', 'sm2Point'] as const
export type Part = (typeof PARTS)[number]

/** What became of the known answers: computed right, computed wrong or not at all, or the part does not exist. */
export type Verdict =
  | { readonly state: 'passed' }
  | { readonly state: 'refused'; readonly reason: string }
  | { readonly state: 'absent' }

const verdicts = new WeakMap<CryptoProvider, Map<Part, Verdict>>()

/** Judges a part by its known answers, once in a process. What a version or a list of names claims counts for nothing. */
export function verdictOn(provider: CryptoProvider, part: Part): Verdict {
  const known = verdicts.get(provider) ?? new Map<Part, Verdict>()
  verdicts.set(provider, known)
  const verdict = known.get(part) ?? judge(provider, part)
  known.set(part, verdict)
  return verdict
}

function judge(provider: CryptoProvider, part: Part): Verdict {
  try {
    if (provider[part] === undefined) return { state: 'absent' }
    const wrong = wrongAnswer(provider, part)
    return wrong === undefined ? { state: 'passed' } : { state: 'refused', reason: `wrong answer: ${wrong}` }
  } catch (error) {
    // The known answers hold no secret, so the text of the error may be told.
    return {
      state: 'refused',
      reason: `threw ${error instanceof Error ? `${error.name}: ${error.message}` : typeof error}`,
    }
  }
}

function wrongAnswer({ sm3, sm4, sm2Signature, sm2Point }: CryptoProvider, part: Part): string | undefined {
  if (part === 'sm3') return sm3 && checkSm3(sm3)
  if (part === 'sm4') return sm4 && checkSm4(sm4)
  if (part === 'sm2Signature') return sm2Signature && checkSm2Signature(sm2Signature)
  return sm2Point && checkSm2Point(sm2Point)
}
