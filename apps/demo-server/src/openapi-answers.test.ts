// @everyday none
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { plugSimulator } from '@nationec/demo-server'
import { describedAnswers } from '../../agent/src/fixtures/described-answers.ts'
import { openDesk } from '../../agent/src/fixtures/desk.ts'

it('the answers of the simulated terminal are those that the OpenAPI document describes', async () => {
  await using desk = await openDesk({ plug: plugSimulator })
  const described = await describedAnswers(desk.base)
  const call = async (method: string, path: string, body?: unknown) => {
    const answer = await desk.call(method, path, body)
    described.check(method, path, answer)
    return answer.json
  }
  await call('GET', '/v1/simulator')
  await call('GET', '/v1/simulator/settings')
  await call('PUT', '/v1/simulator/settings', { presenting: 'at once' })
  await call('POST', '/v1/simulator/faults', { fault: 'busy', on: 'refund' })
  await call('PUT', '/v1/simulator/faults', { script: ['none'] })
  await call('DELETE', '/v1/simulator/faults')
  await call('POST', '/v1/simulator/pushes', { action: 'next', fate: 'held' })
  const { payOrdId } = (await desk.upload('k')).json
  await call('POST', '/v1/simulator/patient', { action: 'authorise-payment' })
  await call('POST', '/v1/simulator/patient', { action: 'pay', until: '2' })
  await call('POST', '/v1/simulator/settle', { payOrdId })
  await call('POST', '/v1/simulator/pushes', { action: 'release' })
  await call('GET', '/v1/simulator/orders')
  await call('POST', '/v1/simulator/reboot', {})
  await call('POST', '/v1/simulator/patient', { action: 'cancel' })
  const document = (await desk.call('GET', '/openapi.json')).json
  const own = Object.entries<Record<string, { readonly operationId: string }>>(document.paths)
    .filter(([path]) => path.startsWith('/v1/simulator'))
    .flatMap(([, methods]) => Object.values(methods).map(({ operationId }) => operationId))
  assert.ok(own.length > 10)
  assert.deepEqual(
    own.filter((id) => !described.succeeded.has(id)),
    [],
  )
  assert.ok(described.failed.has('playPatient'))
})
