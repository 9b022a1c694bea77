/** `true` and `false` as ProVerif says them; `undecided`: neither a proof nor an attack. */
export type Verdict = boolean | 'undecided'

const LINE = /^RESULT (?:not )?((?:inj-)?event|attacker)(?:_p\d+)?\((\w+).* (is true|is false|cannot be proved)\.$/

/**
 * Reads what ProVerif printed: one verdict for each query, under what the query is about, such as `inj-event(T_done)`.
 * Remarks in brackets, which follow an injective query that fails, are no queries of their own.
 */
export function readVerdicts(output: string): Record<string, Verdict> {
  const verdicts: Record<string, Verdict> = {}
  for (const line of output.split(/\r?\n/)) {
    if (!line.startsWith('RESULT ') || line.startsWith('RESULT (')) continue
    const [, kind, subject, said] = LINE.exec(line) ?? []
    if (kind === undefined || subject === undefined) throw new Error(`not understood: ${line}`)
    verdicts[`${kind}(${subject})`] = said === 'cannot be proved' ? 'undecided' : said === 'is true'
  }
  return verdicts
}

/** The queries that a model asks, under the same names. */
export function queriesOf(model: string): string[] {
  const text = model.replaceAll(/\(\*.*?\*\)/gs, '')
  return [...text.matchAll(/^query (?:[^;.]*; )?((?:inj-)?event|attacker)\((\w+)/gm)].map(
    ([, kind, subject]) => `${kind}(${subject})`,
  )
}
