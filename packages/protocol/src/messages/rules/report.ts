import type { Issue, IssueRule } from '../../errors/issue.ts'

export type Report = (issue: Issue) => void

/** An issue with its two texts in one line. */
export function issue(path: string, rule: IssueRule, en: string, zh: string): Issue {
  return { path, rule, text: { en, zh } }
}
