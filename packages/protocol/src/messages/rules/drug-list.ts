import { issue, type Report } from './report.ts'

/** drugList is JSON text of a drug or of a list of drugs. */
export function drugListIsJson(body: { readonly drugList?: string | undefined }, report: Report): void {
  if (body.drugList === undefined || isObjectText(body.drugList)) return
  report(
    issue(
      'drugList',
      'format',
      'must be the JSON text of a list of drugs; write it with drugListText',
      '须为药品清单的 JSON 文本；请用 drugListText 生成',
    ),
  )
}

function isObjectText(text: string): boolean {
  try {
    const parsed: unknown = JSON.parse(text)
    const drugs: readonly unknown[] = Array.isArray(parsed) ? parsed : [parsed]
    return drugs.every((drug) => typeof drug === 'object' && drug !== null)
  } catch {
    return false
  }
}
