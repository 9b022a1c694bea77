// @runtimes node
// @everyday none
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { createConfig, lintFromString } from '@redocly/openapi-core'
import { openDesk } from './fixtures/desk.ts'
import { ask } from './fixtures/http.ts'

it('the OpenAPI document passes the recommended rules of Redocly, as a library and without its command line', async () => {
  await using desk = await openDesk()
  const source = (await ask(`${desk.base}/openapi.json`)).text
  const config = await createConfig({ extends: ['recommended'], rules: { 'no-server-example.com': 'error' } })
  const problems = await lintFromString({ source, absoluteRef: 'openapi.json', config })
  assert.deepEqual(
    problems.map(({ ruleId, message, location: [place] }) => `${ruleId} ${place?.pointer}: ${message}`),
    [],
  )
})
