import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { median, report } from '../../scripts/bench-kit.ts'
import { startChromium } from '../console/chromium.ts'
import { serveDesk } from '../console/desk.ts'

/**
 * Milliseconds until the console shows something, against an empty page on the same machine. Each page is opened in a new
 * context: nothing is in the browser's cache. The console is that of the build.
 */
const EMPTY = '<!doctype html><meta charset="utf-8"><title>empty</title><p>empty</p>'
const ROUNDS = 11

const empty = createServer((_, response) => response.setHeader('Content-Type', 'text/html').end(EMPTY))
await new Promise<void>((resolve) => empty.listen(0, '127.0.0.1', resolve))
const emptyUrl = `http://127.0.0.1:${(empty.address() as AddressInfo).port}/`
await using desk = await serveDesk()
const browser = await startChromium()

async function firstPaint(url: string): Promise<number> {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(url)
  const painted = await page.evaluate(
    `new Promise((resolve) => new PerformanceObserver((list) => {
      for (const { name, startTime } of list.getEntries()) if (name === 'first-contentful-paint') resolve(startTime)
    }).observe({ type: 'paint', buffered: true }))`,
  )
  await context.close()
  return Number(painted)
}

await firstPaint(emptyUrl)
await firstPaint(desk.base)
const ratios: number[] = []
const ours: number[] = []
for (let round = 0; round < ROUNDS; round += 1) {
  const theirs = await firstPaint(emptyUrl)
  const painted = await firstPaint(desk.base)
  ours.push(painted)
  ratios.push(painted / theirs)
}
report('console.fcp_ms', median(ours))
report('console.fcp/empty', median(ratios))
await browser.close()
empty.close()
