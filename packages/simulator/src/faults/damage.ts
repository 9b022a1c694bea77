import type { Random } from '../random/random.ts'

const REPLACEMENT = '\uFFFD'

/** Damages an answer as a bad line or a wrong charset does. */
export function damage(text: string, how: 'cut' | 'bytes' | 'charset', random: Random): string {
  switch (how) {
    case 'cut':
      return text.slice(0, 1 + random.below(Math.max(1, text.length - 1)))
    case 'bytes':
      return damageBytes(text, random)
    case 'charset':
      return text.replace(/[^ -~\s]/gu, REPLACEMENT)
  }
}

/** About one character in eight, and always the last: without its closing brace no answer is readable. */
function damageBytes(text: string, random: Random): string {
  const characters = [...text]
  return characters
    .map((character, index) => (index === characters.length - 1 || random.below(8) === 0 ? REPLACEMENT : character))
    .join('')
}
