// @everyday node
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { relativePage } from './relative.ts'

const page = (body: string): string =>
  `<html><head><script type="module" src="/a.js"></script></head><body>${body}</body></html>`

describe('a page that opens from a folder', () => {
  it('has no path that begins at a root, and one script of its own', () => {
    const html = relativePage(
      page('<a href="/start.html#a">x</a><img src="/b.png">'),
      'en/reference/messages.html',
      'assets/site.css',
    )
    assert.match(html, /<a href="\.\.\/\.\.\/start\.html#a">x<\/a><img src="\.\.\/\.\.\/b\.png">/)
    assert.deepEqual([...html.matchAll(/<script[^>]*>/g)].map(String), [
      '<script src="../../assets/site.js" data-top="../../" defer>',
    ])
    assert.match(relativePage(page(''), 'index.html', 'assets/site.css'), /href="\.\/assets\/site\.css"/)
  })

  it('has no empty head of a column: a reader of screens would read nothing', () => {
    const table = '<tr><th></th><th style="text-align:left"></th><th>a</th></tr>'
    assert.match(
      relativePage(page(table), 'index.html', 's.css'),
      /<tr><td><\/td><td style="text-align:left"><\/td><th>a</,
    )
  })

  it('names the page of a folder, and leaves other sites alone', () => {
    const links = '<a href="./en/#a">x</a><a href="/">y</a><a href="https://a.example/">z</a><a href="#b">w</a>'
    assert.match(
      relativePage(page(links), 'index.html', 's.css'),
      /<a href="\.\/en\/index\.html#a">x<\/a><a href="\.\/index\.html">y<\/a><a href="https:\/\/a\.example\/">z<\/a><a href="#b">w/,
    )
  })
})
