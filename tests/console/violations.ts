import axe from 'axe-core'
import type { Page } from 'playwright-core'

interface Violation {
  readonly id: string
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[]
}

/**
 * What axe finds wrong; its contrast rule asks for 4.5.
 *
 * @param preload whether it fetches style sheets, which a page that was opened as a file may not
 */
export async function violations(page: Page, { preload = true } = {}): Promise<string[]> {
  await page.evaluate(axe.source)
  const found = (await page.evaluate(`axe.run(document, { resultTypes: ["violations"], preload: ${preload} })`)) as {
    readonly violations: readonly Violation[]
  }
  return found.violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join(' | ')}`,
  )
}
