import type { z } from 'zod/mini'
import type { Issue } from '../errors/issue.ts'
import { pathText } from '../errors/path.ts'

/** Turns zod's findings about settings (never about patients' data) into issues. */
export function zodIssues(error: z.core.$ZodError): Issue[] {
  return error.issues.map((issue) => {
    const path = pathText(issue.path)
    if (issue.code === 'unrecognized_keys') {
      return { path, rule: 'unknown-field', text: { en: 'has a setting that does not exist', zh: '包含不存在的设置' } }
    }
    return { path, rule: 'value', text: { en: issue.message, zh: '取值不合法' } }
  })
}
