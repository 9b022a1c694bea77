import assert from 'node:assert/strict'
import { existsSync, mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type Browser, chromium, type Page } from 'playwright-core'

/** The machine's own Chromium; the test runner has looked whether it is there. */
const PROGRAM = 'chromium'

/** A browser that talks to nobody but the pages of the test. */
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** @param more switches of Chromium, for example address spaces */
export const startChromium = (more: readonly string[] = []): Promise<Browser> =>
  chromium.launch({ executablePath: executable(), args: [...QUIET, ...more] })

function executable(): string {
  const folders = (process.env['PATH'] ?? '').split(':')
  const found = folders.map((folder) => `${folder}/${PROGRAM}`).find((file) => existsSync(file))
  assert.ok(found, 'chromium is not in PATH')
  return found
}

/** A page, and everything that it complained about. */
export interface WatchedPage {
  readonly page: Page
  readonly complaints: string[]
}

export async function openPage(browser: Browser): Promise<WatchedPage> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  })
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  const complaints: string[] = []
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(String(error)))
  return { page, complaints }
}

const OUTPUT = fileURLToPath(new URL('../../test-output/', import.meta.url))

/** Keeps what a cashier or a reader would have seen. */
export async function picture({ page }: WatchedPage, name: string, folder = 'console'): Promise<void> {
  mkdirSync(`${OUTPUT}${folder}`, { recursive: true })
  await page.waitForTimeout(350) // the drawer slides in
  await page.screenshot({ path: `${OUTPUT}${folder}/${name}.png` })
}
