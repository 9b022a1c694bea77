// @runtimes node
// @needs chromium build
// @everyday none
import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { pathToFileURL } from 'node:url'
import { createAgent } from '@nationec/agent'
import { createSimulator } from '@nationec/simulator'
import { mockTransport } from '@nationec/transport-mock'
import type { Browser, Page } from 'playwright-core'
import { buildFolder } from '../../scripts/setup/build-folder.mjs'
import { openPage, picture, startChromium, type WatchedPage } from '../console/chromium.ts'
import { violations } from '../console/violations.ts'

/** What the agent carries. */
const folder = join(buildFolder, 'apps/agent/dist/docs')
const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.html'))

let browser: Browser
before(async () => {
  browser = await startChromium()
})
after(() => browser.close())

/** A page that writes down every address that it asks for. */
async function watched(): Promise<WatchedPage & { readonly asked: string[] }> {
  const opened = await openPage(browser)
  const asked: string[] = []
  opened.page.on('request', (request) => asked.push(request.url()))
  return { ...opened, asked }
}

/** Finds what is asked for and follows the first hit. */
async function search(page: Page, words: string): Promise<string> {
  await page.fill('#search', words)
  await page.waitForSelector('#found [id] a')
  const first = page.locator('#found [id] a').first()
  const text = String(await first.textContent())
  await page.press('#search', 'Enter')
  await page.waitForURL((url) => !/index\.html$|\/docs\/(en\/)?$/.test(url.pathname))
  return text
}

/** Both ways to open the site do the same. */
async function readAndSearch(base: string): Promise<void> {
  const { page, complaints, asked } = await watched()
  await page.goto(`${base}index.html`)
  assert.equal(await page.getAttribute('html', 'lang'), 'zh-CN')
  assert.match(await search(page, '退费'), /退费/)
  await page.goto(`${base}en/index.html`)
  assert.match(await search(page, 'refund'), /refund/i)
  await page.goto(`${base}en/money-safety.html`)
  await page.click('.language')
  await page.waitForURL(`${base}money-safety.html`)
  await page.fill('#search', '没有这样的内容')
  await page.waitForSelector('#found li:not([id])')
  await page.click('#scheme')
  const chosen = await page.getAttribute('html', 'data-scheme')
  await page.goto(`${base}start.html`)
  assert.equal(await page.getAttribute('html', 'data-scheme'), chosen)
  assert.deepEqual(complaints, [])
  assert.deepEqual(
    asked.filter((url) => !url.startsWith(base) && !url.startsWith('data:')),
    [],
  )
  await page.context().close()
}

describe('the site of the documents', () => {
  it('is read and searched from a folder, without a server', () => readAndSearch(`${pathToFileURL(folder).href}/`))

  it('is read and searched behind the agent, packed, beside the documentation of the HTTP interface', async () => {
    const agent = await createAgent({
      orgId: 'H33010200001',
      transport: mockTransport(createSimulator({ seed: 7 }).handle),
      docsFolder: folder,
    })
    const { url } = await agent.listen({ port: 0 })
    try {
      await readAndSearch(`${url}docs/`)
      const page = await fetch(`${url}docs/`, { headers: { 'Accept-Encoding': 'gzip' } })
      assert.equal(page.headers.get('content-encoding'), 'gzip')
      assert.match(await page.text(), /<html lang="zh-CN"/)
      assert.match(await (await fetch(`${url}docs/interface`)).text(), /OpenAPI 3\.1/)
      assert.match((await fetch(`${url}docs/en/start.md`)).headers.get('content-type') ?? '', /^text\/markdown/)
      assert.match(await (await fetch(`${url}docs/llms.txt`)).text(), /\(en\/start\.md\)/)
    } finally {
      await agent.stop({ within: 1000 })
    }
  })

  it('leads nowhere but to what is there, on every page', () => {
    const places = new Set<string>()
    const links = new Map<string, string>()
    for (const page of pages) {
      const html = readFileSync(join(folder, page), 'utf8')
      places.add(page)
      for (const [, id = ''] of html.matchAll(/\sid="([^"]+)"/g)) places.add(`${page}#${id}`)
      for (const [, link = ''] of html.matchAll(/<a\b[^>]*?\shref="([^"]+)"/g)) {
        if (/^https:/.test(link)) continue
        const [path = '', anchor] = decodeURIComponent(link).split('#')
        const aim = path === '' ? page : posix.join(posix.dirname(page), path)
        links.set(anchor === undefined ? aim : `${aim}#${anchor}`, page)
      }
    }
    const lost = [...links].filter(
      ([link]) => !places.has(link) && !(link.endsWith('.md') && existsSync(join(folder, link))),
    )
    assert.deepEqual(lost, [])
    assert.ok(links.size > 1000, `only ${links.size} links were looked at`)
  })

  for (const name of ['index', 'start', 'money-safety', 'cli', 'reference/messages', 'en/start', 'en/money-safety'])
    it(`can be read by everybody: ${name}`, async () => {
      const opened = await watched()
      const { page } = opened
      await page.goto(pathToFileURL(join(folder, `${name}.html`)).href)
      for (const scheme of ['light', 'dark']) {
        await page.evaluate(`document.documentElement.dataset.scheme = '${scheme}'`)
        assert.deepEqual(await violations(page, { preload: false }), [], `${name}, ${scheme}`)
        await picture(opened, `${name.replace('/', '-')}-${scheme}`, 'docs')
      }
      await page.setViewportSize({ width: 390, height: 844 })
      const wide = await page.evaluate('document.documentElement.scrollWidth')
      assert.ok(Number(wide) <= 390, `${wide} px wide at 390`)
      await picture(opened, `${name.replace('/', '-')}-390`, 'docs')
      assert.deepEqual(opened.complaints, [])
      await page.context().close()
    })
})
