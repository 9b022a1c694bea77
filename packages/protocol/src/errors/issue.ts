import type { BilingualText } from '@nationec/errors'

/** The rules a field can break. */
export type IssueRule =
  | 'required'
  | 'type'
  | 'length'
  | 'format'
  | 'unknown-field'
  | 'one-of'
  | 'sum'
  | 'duplicate'
  | 'echo'
  | 'value'

/** One bad field: where it is, which rule it broke, and what to do. Never the value itself. */
export interface Issue {
  /** For example `data.feedetailList[3].cnt`. */
  readonly path: string
  readonly rule: IssueRule
  readonly text: BilingualText
}

/** How many issues a message spells out; the rest is in `issues`. */
const SHOWN = 20

/** The issues as lines of an error message. */
export function describeIssues(issues: readonly Issue[]): BilingualText[] {
  const lines = issues.slice(0, SHOWN).map(({ path, text }) => ({
    en: `${path}: ${text.en};`,
    zh: `${path}：${text.zh}；`,
  }))
  const hidden = issues.length - lines.length
  if (hidden > 0) lines.push({ en: `and ${hidden} more.`, zh: `另有 ${hidden} 处。` })
  return lines
}
