import type { Field } from '../description/field.ts'
import type { Issue } from '../errors/issue.ts'
import type { Finding } from './check-text.ts'

/** An issue whose Chinese text begins with the documents' name of the field. */
export function named(path: string, field: Field, { rule, text }: Finding): Issue {
  return { path, rule, text: { en: text.en, zh: `${field.title}${text.zh}` } }
}
