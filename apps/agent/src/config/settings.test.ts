// @everyday node
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { programSettings } from '@nationec/terminal'
import { ownSettings } from './settings.ts'

it('the names that other programs skip in a shared file are those of the agent', () => {
  assert.deepEqual(
    ownSettings.map(({ name }) => name),
    programSettings.agent,
  )
})
