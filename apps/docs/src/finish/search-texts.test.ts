// @everyday node
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { wordsOf } from './search-texts.ts'

describe('the texts of a search', () => {
  it('are what a reader sees', () => {
    const table = '| `delivery` | 含义 |\n| --- | --- |\n| `not-sent` | [未发出](a.md) |'
    assert.equal(wordsOf(table), 'delivery 含义 not-sent 未发出')
    assert.equal(wordsOf('1. **先看** `delivery`\n\n```ts\nconst a = 1\n```\n'), '先看 delivery const a = 1')
  })

  it('hold the labels of a picture, and none of its lines', () => {
    const picture = '```mermaid\nsequenceDiagram\n    participant P as 收费系统\n    P->>T: 退费\n```'
    assert.equal(wordsOf(picture), '收费系统 退费')
    assert.equal(wordsOf('```mermaid\nflowchart TB\n    a["网页"] -->|HTTP| b["代理"]\n```'), '网页 HTTP 代理')
  })
})
