// @runtimes node
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { createAgent } from '@nationec/agent'
import { defineProfile, messageOf } from '@nationec/protocol'
import { createSimulator } from '@nationec/simulator'
import { mockTransport } from '@nationec/transport-mock'
import { mustBeGiven, OPERATIONS } from '../../scripts/docs/browser-messages.ts'

/** Where the agent takes the body of each operation. */
const ROUTES: Readonly<Record<string, string>> = {
  queryCredential: '/v1/credential/query',
  scanQrCode: '/v1/credential/scan',
  authoriseFace: '/v1/credential/face',
  checkAuthorisation: '/v1/credential/face/check',
  readIdCard: '/v1/credential/id-card',
  notifySettlement: '/v1/terminal/notify',
  uploadFees: '/v1/orders',
  querySettlement: '/v1/orders/query',
  placeOrder: '/v1/orders/place',
  revokeFees: '/v1/orders/revoke',
  refund: '/v1/orders/refund',
}

interface Documented {
  readonly paths: Readonly<
    Record<string, { readonly post: { readonly requestBody: { readonly content: Readonly<Record<string, Content>> } } }>
  >
}

interface Content {
  readonly schema: { readonly required: readonly string[]; readonly properties: object }
}

describe('the types of the bodies that pages send', () => {
  for (const generation of ['centre', 'hos'] as const)
    it(`ask in generation ${generation} for what the agent asks for, and leave out what it fills in`, async () => {
      const profile = defineProfile({ name: generation, generation })
      const simulator = createSimulator({ seed: 7, profile })
      const transport = mockTransport(simulator.handle)
      const agent = await createAgent({ orgId: 'H33010200001', transport, profile })
      const { url } = await agent.listen({ port: 0 })
      try {
        const { paths } = (await (await fetch(new URL('/openapi.json', url))).json()) as Documented
        for (const operation of OPERATIONS) {
          const schema = paths[ROUTES[operation] ?? '']?.post.requestBody.content['application/json']?.schema
          const { request } = messageOf(operation, profile)
          const needed = Object.entries(request).filter(([name, field]) => mustBeGiven(name, field))
          assert.deepEqual(needed.map(([name]) => name).sort(), [...(schema?.required ?? [])].sort(), operation)
          assert.deepEqual(Object.keys(request).sort(), Object.keys(schema?.properties ?? {}).sort(), operation)
        }
      } finally {
        await agent.stop({ within: 1000 })
      }
    })
})
