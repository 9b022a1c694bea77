import assert from 'node:assert/strict'
import { picture, type WatchedPage } from './chromium.ts'
import { violations } from './violations.ts'

/** Looks at a view in every width and both schemes: nothing stands out, and axe finds nothing. */
export async function inEveryForm(watched: WatchedPage, name: string): Promise<void> {
  const { page } = watched
  for (const width of [1280, 390, 1920]) {
    await page.setViewportSize({ width, height: width === 390 ? 844 : 900 })
    const wide = await page.evaluate('document.documentElement.scrollWidth')
    assert.ok(Number(wide) <= width, `${name} is ${wide} px wide at ${width}`)
    await picture(watched, `${name}-${width}`)
  }
  await page.setViewportSize({ width: 1280, height: 900 })
  for (const scheme of ['light', 'dark']) {
    await page.evaluate(`document.documentElement.dataset.scheme = '${scheme}'`)
    assert.deepEqual(await violations(page), [], `${name}, ${scheme}`)
    if (scheme === 'dark') await picture(watched, `${name}-dark`)
  }
  await page.evaluate(`document.documentElement.dataset.scheme = 'light'`)
}
