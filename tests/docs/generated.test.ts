import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { codeTables, type Field, type Message, messages, type Shape } from '@nationec/protocol'
import { pages } from '../../scripts/docs/pages.ts'
import { root } from '../../scripts/tools.mjs'

describe('the reference pages', () => {
  it('are what `npm run docs` writes', async () => {
    for (const { file, text } of await pages()) {
      const written = readFileSync(join(root, file), 'utf8').replaceAll('\r\n', '\n')
      assert.equal(written, text, `${file} is out of date: run npm run docs`)
    }
  })

  it('link only to code tables that exist', () => {
    for (const message of Object.values(messages) as Message[]) {
      for (const shape of [message.request, message.response]) {
        for (const field of fieldsOf(shape)) {
          if (field.table !== undefined) assert.ok(codeTables.has(field.table), `${message.name}: ${field.table}`)
        }
      }
    }
  })
})

function fieldsOf(shape: Shape): Field[] {
  return Object.values(shape).flatMap((field) => [field, ...fieldsOf(field.shape ?? {})])
}
