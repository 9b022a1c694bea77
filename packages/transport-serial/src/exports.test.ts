import assert from 'node:assert/strict'
import { it } from 'node:test'
import { transportErrors } from '@nationec/transport'
import { serialErrors } from '@nationec/transport-serial'

it('has codes of its own only', () => {
  for (const code of Object.keys(serialErrors)) assert.ok(!(code in transportErrors), code)
})
