// A program that holds the packages twice: as ES modules, and as CommonJS through a library of its own.
import { createRequire } from 'node:module'
import * as imported from '@nationec/client'
import { mockTransport } from '@nationec/transport-mock'

const required = createRequire(import.meta.url)('@nationec/client')
if (imported.createClient === required.createClient) throw new Error('there is one copy only')

for (const [client, other] of [
  [imported, required],
  [required, imported],
]) {
  const refusing = mockTransport(() => '{"code":9001,"message":"refused"}')
  const refused = await failureOf(client.createClient({ orgId: 'H33010200001', transport: refusing }))
  if (!other.isBusinessError(refused) || other.isTransportError(refused)) throw refused
  const failing = mockTransport(() => Promise.reject(new Error('no device')))
  const failed = await failureOf(client.createClient({ orgId: 'H33010200001', transport: failing }))
  if (!other.isTransportError(failed) || other.isBusinessError(failed)) throw failed
}
console.log('both are told')

function failureOf(client) {
  return client.request({ transType: 'region.special', data: {} }).then(
    () => new Error('it was answered'),
    (error) => error,
  )
}
