import assert from 'node:assert/strict'
import { it } from 'node:test'
import { transportErrors } from '@nationec/transport'
import * as transportDllFfi from '@nationec/transport-dll-ffi'

it('exports these names and no others', () => {
  assert.deepEqual(Object.keys(transportDllFfi).sort(), [
    'LibraryReturned',
    'checkLibrary',
    'dllErrors',
    'dllTransport',
    'inspectLibrary',
    'missingImports',
  ])
})

it('has codes of its own only, with texts in both languages', () => {
  for (const [code, { summary, advice }] of Object.entries(transportDllFfi.dllErrors)) {
    assert.ok(!(code in transportErrors), code)
    for (const text of [summary, advice]) assert.ok(text.en.endsWith('.') && text.zh.endsWith('。'), code)
  }
})
