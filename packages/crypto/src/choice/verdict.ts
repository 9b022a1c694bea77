import type { CryptoProvider } from '../provider/provider.ts'
import type { KnownPart, Verdict } from './part.ts'

/** Judges a part by its known answers, once in a process. What a version or a list of names claims counts for nothing. */
export function verdictOn(provider: CryptoProvider, part: KnownPart): Verdict {
  const verdict = part.verdicts.get(provider) ?? judge(provider, part)
  part.verdicts.set(provider, verdict)
  return verdict
}

function judge(provider: CryptoProvider, part: KnownPart): Verdict {
  try {
    if (provider[part.name] === undefined) return { state: 'absent' }
    const wrong = part.wrongAnswer(provider)
    return wrong === undefined ? { state: 'passed' } : { state: 'refused', reason: `wrong answer: ${wrong}` }
  } catch (error) {
    // The known answers hold no secret, so the text of the error may be told.
    return {
      state: 'refused',
      reason: `threw ${error instanceof Error ? `${error.name}: ${error.message}` : typeof error}`,
    }
  }
}
