import assert from 'node:assert/strict'
import { it } from 'node:test'
import { transportErrors } from '@nationec/transport'
import * as transportSerial from '@nationec/transport-serial'
import { keys } from './fixtures/desk-pair.ts'

const { fileJournal, memoryPorts, memoryJournal, serialErrors, serialTerminal, serialTransport } = transportSerial

it('exports the two sides, their parts and their seams', () => {
  const names = [
    'MessageFault',
    'checkPort',
    'createLineDecoder',
    'createLink',
    'fileJournal',
    'memoryJournal',
    'memoryPorts',
    'mslChannel',
    'mslCodec',
    'serialErrors',
    'serialTerminal',
    'serialTransport',
  ]
  assert.deepEqual(
    names.filter((name) => !(name in transportSerial)),
    [],
  )
  assert.equal(typeof fileJournal, 'function')
})

it('has codes of its own only, with texts in both languages', () => {
  for (const [code, { summary, advice }] of Object.entries(serialErrors)) {
    assert.ok(!(code in transportErrors), code)
    for (const text of [summary, advice]) assert.ok(text.en.endsWith('.') && text.zh.endsWith('。'), code)
  }
})

it('refuses options that cannot work, by name', () => {
  const port = memoryPorts().institution
  const { institution, terminal } = keys
  const oneKey = { ...institution, signing: institution.link }
  const wrong = { code: 'OPTION_INVALID', delivery: 'not-sent' }
  assert.throws(() => serialTransport({ port, keys: oneKey }), wrong)
  assert.throws(() => serialTransport({ keys: institution } as never), wrong)
  const common = { port, journal: memoryJournal(), handle: () => '' }
  assert.throws(() => serialTerminal({ ...common, keys: { ...terminal, institutions: [] } }), wrong)
  assert.throws(() => serialTerminal({ ...common, keys: terminal, handle: undefined } as never), wrong)
})
