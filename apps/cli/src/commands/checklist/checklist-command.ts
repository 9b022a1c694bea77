import { printResult } from '../../output/print-result.ts'
import { say } from '../../output/say.ts'
import { ROLES, type Role } from './items.ts'

export interface ChecklistFlags {
  readonly role?: string
  readonly json?: boolean
}

/** `nationec checklist`: what is done before the first real bill, to be printed and ticked. */
export function checklistCommand({ role, json = false }: ChecklistFlags): void {
  const roles = ROLES.filter(({ name }) => role === undefined || name === role)
  printResult({ roles }, json, () => say(roles.map(listOf).join('\n\n')))
}

function listOf({ title, items }: Role): string {
  const rows = items.map(({ id, text }) => `[ ] ${text.zh}\n    ${text.en}\n    ${id}`)
  return [`${title.zh} ${title.en}`, ...rows].join('\n')
}
