import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { feeUpload, jsonSchema, type Message, messages } from '@nationec/protocol'

type Node = { readonly [keyword: string]: unknown; readonly properties?: Record<string, Node>; readonly items?: Node }

describe('JSON Schema', () => {
  it('has Chinese names, lengths, required flags and evidence of every field', () => {
    const schema = jsonSchema(feeUpload, 'request') as Node
    assert.equal(schema['additionalProperties'], false)
    assert.ok((schema['required'] as string[]).includes('medfeeSumamt'))
    const { medfeeSumamt, psnNo, feedetailList } = schema.properties ?? {}
    assert.equal(medfeeSumamt?.['title'], '医疗费总额')
    assert.deepEqual(medfeeSumamt?.['x-digits'], [16, 2])
    assert.equal(psnNo?.['maxLength'], 30)
    assert.equal(psnNo?.['x-sensitive'], 'number')
    assert.equal(feedetailList?.items?.properties?.['cnt']?.['title'], '数量')
    assert.equal(feedetailList?.items?.properties?.['feedetlSn']?.['x-evidence'], 'single source')
  })

  it('can be made of every body', () => {
    for (const message of Object.values(messages) as Message[]) {
      for (const body of ['request', 'response'] as const) {
        const schema = jsonSchema(message, body) as Node
        assert.equal(Object.keys(schema.properties ?? {}).length, Object.keys(message[body]).length, message.name)
      }
    }
  })
})
