import assert from 'node:assert/strict'
import { it } from 'node:test'
import * as terminal from '@nationec/terminal'

it('exports these names and no others', () => {
  assert.deepEqual(Object.keys(terminal).sort(), [
    'TerminalError',
    'checkTerminal',
    'choicesOf',
    'flagOf',
    'missingSettings',
    'openTerminal',
    'programSettings',
    'readFlags',
    'readSerialKeys',
    'readSettings',
    'readTerminalSettings',
    'readToken',
    'stateFolder',
    'terminalDefaults',
    'terminalErrors',
    'terminalSettings',
    'transportsNeeding',
    'variableOf',
  ])
})
